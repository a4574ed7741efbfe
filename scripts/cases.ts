import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { caseFiles } from "./cases/files.ts";
import type { Outcome } from "./cases/outcome.ts";

/** The folder of cases: the command's argument, UNDERPIN_CASES, or the one beside the project. */
const folder =
  process.argv[2] ?? process.env.UNDERPIN_CASES ?? join(import.meta.dirname, "..", "..", "shared", "cases");

let failed = 0;
for (const [file, run] of Object.entries(caseFiles)) {
  const path = join(folder, file);
  if (!existsSync(path)) {
    console.log(`${file.padEnd(20)} skipped: ${path} does not exist`);
    continue;
  }
  const outcomes = (JSON.parse(readFileSync(path, "utf8")) as never[]).map(guarded(run));
  failed += print(file, outcomes);
}
process.exitCode = failed > 0 ? 1 : 0;

/** A case that throws has failed, and says how. */
function guarded(run: (one: never) => Outcome): (one: never) => Outcome {
  return (one) => {
    try {
      return run(one);
    } catch (problem) {
      return {
        id: (one as { id: string }).id,
        setAside: null,
        differences: [{ what: "ran", expected: true, got: String(problem) }],
      };
    }
  };
}

function print(file: string, outcomes: readonly Outcome[]): number {
  const aside = outcomes.filter(({ setAside }) => setAside !== null);
  const wrong = outcomes.filter(({ setAside, differences }) => setAside === null && differences.length > 0);
  const right = outcomes.length - aside.length - wrong.length;
  const withheld = outcomes.flatMap((outcome) => outcome.withheld ?? []).length;
  const source = withheld > 0 ? ` (${withheld} expectations are the source's own and not judged)` : "";
  const took = outcomes.filter((one) => one.setAside === null && one.differences.length === 0 && one.marks?.length);
  const marks = took.length > 0 ? ` (${took.length} of the passed took marks that the case does not give)` : "";
  console.log(`${file.padEnd(20)} ${right} passed, ${wrong.length} failed, ${aside.length} set aside${source}${marks}`);
  for (const { id, setAside } of aside) console.log(`  set aside ${id}: ${setAside}`);
  for (const { id, differences } of wrong) {
    for (const { what, expected, got } of differences) {
      console.log(`  ${id} ${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
    }
  }
  return wrong.length;
}
