/** The checks of the project as steps that are counted: types and lint, each as one test, then the tests themselves. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";
import { countingReporter, emptyCounts } from "./counts.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Runs types, lint and the tests whose path holds one of `paths` (all of them when empty), prints what failed and what
 * was skipped, and ends in the line `N passed, N failed, N skipped`. Sets the exit code.
 */
export async function gate(paths) {
  const counts = emptyCounts();
  step(counts, { name: "types", from: "typescript", command: "tsc", args: ["-b"] });
  step(counts, { name: "lint", from: "@biomejs/biome", command: "biome", args: ["check", "--error-on-warnings", "."] });
  const options = { root, run: true, watch: false, reporters: ["default", countingReporter(counts)] };
  const vitest = await startVitest(paths, options);
  await vitest.close();
  if (counts.tests === 0) counts.failures.push("tests: none was found");
  tell(counts);
  process.exitCode = counts.failures.length > 0 ? 1 : 0;
}

/** One program of node_modules as one counted test. It is started by its file, since Windows has no such command. */
function step(counts, { name, from, command, args }) {
  const folder = join(root, "node_modules", from);
  const program = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).bin[command];
  const { status } = spawnSync(process.execPath, [join(folder, program), ...args], { cwd: root, stdio: "inherit" });
  if (status === 0) counts.passed += 1;
  else counts.failures.push(`${name}: ${command} ${args.join(" ")}`);
}

function tell({ passed, failures, skips }) {
  for (const skip of skips) console.log(`skipped  ${skip}`);
  for (const failure of failures) console.log(`failed   ${failure}`);
  console.log(`${passed} passed, ${failures.length} failed, ${skips.length} skipped`);
}
