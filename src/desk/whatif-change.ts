import { readFile } from "node:fs/promises";
import type { ContractDocument } from "../engine/agreement/document/document.ts";
import type { Day } from "../engine/time/civil.ts";
import { type Problem, writeProblem } from "../wire/agreement/problem.ts";
import { readWhatIf } from "../wire/agreement/what-if.ts";
import { Refusal } from "../wire/refusal.ts";
import { readZone } from "../wire/zones.ts";
import type { ContractFile } from "./contract-files.ts";

/** The file of a change. */
export const changeFile = async (path: string): Promise<ContractFile> => ({
  name: path,
  text: await readFile(path, "utf8"),
});

/**
 * `sla/repair.clock.per_priority.P2.within=8h` as the file of a change: before the `/` what is amended, then the way to
 * a field, from a service level where there is one of that name; behind the first `=` the value as a file has it.
 */
export function changeOfSetting(document: ContractDocument, written: string): ContractFile {
  const [, amends, way, value] = /^([^/=]+)\/([^=]+)=(.*)$/s.exec(written) ?? [];
  const names = way?.split(".") ?? [];
  if (amends === undefined || value === undefined || names.includes(""))
    throw new Refusal(
      "setting-unreadable",
      `'${written}' names no field. Write agreement/level.field=value, for example sla/repair.expected='at least 95%'.`,
    );
  const levels = document.agreements[amends]?.service_levels ?? {};
  const path = Object.hasOwn(levels, names[0] ?? "") ? ["service_levels", ...names] : names;
  const nested = path.map((name, depth) => `${"  ".repeat(depth + 1)}${JSON.stringify(name)}:`).join("\n");
  return { name: `${ofSetting}${written}`, text: `amends: ${JSON.stringify(amends)}\nchanges:\n${nested} ${value}\n` };
}

const ofSetting = "--set ";

/** A setting has no lines that anybody wrote. */
const problemText = (problem: Problem): string =>
  problem.file.startsWith(ofSetting)
    ? `${problem.file}\n  ${problem.code}: ${problem.message} ${problem.way_out}`.trimEnd()
    : writeProblem(problem);

/** The contract with changes laid over it, one after the other. Refused with every place where one breaks a rule. */
export function changedContract(
  document: ContractDocument,
  changes: readonly ContractFile[],
  day: Day,
): ContractDocument {
  const around = { isZone: (id: string) => readZone(id) !== null };
  return changes.reduce((text, file) => {
    const { document: changed, problems } = readWhatIf({ document: text, day, around }, file);
    if (changed === null) throw new Refusal("change-has-errors", `\n${problems.map(problemText).join("\n")}`);
    return changed;
  }, document);
}
