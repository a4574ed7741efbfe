import type { Reporter, TestCase, TestModule } from "vitest/node";

/** What ran, by name where a reader has to act. */
export interface Counts {
  /** Tests that were found, types and lint left out. */
  tests: number;
  passed: number;
  readonly failures: string[];
  readonly skips: string[];
}

export const emptyCounts = (): Counts => ({ tests: 0, passed: 0, failures: [], skips: [] });

/** A reporter that adds every test to `counts`; a file that cannot be loaded and an error outside tests are failures. */
export function countingReporter(counts: Counts): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      for (const module of modules) countModule(counts, module);
      for (const error of unhandled) counts.failures.push(`outside of any test: ${error.message}`);
    },
  };
}

function countModule(counts: Counts, module: TestModule): void {
  const path = module.relativeModuleId;
  for (const error of module.errors()) counts.failures.push(`${path}: ${error.message}`);
  for (const suite of module.children.allSuites()) {
    for (const error of suite.errors()) counts.failures.push(`${path} > ${suite.fullName}: ${error.message}`);
  }
  for (const test of module.children.allTests()) countTest(counts, `${path} > ${test.fullName}`, test);
}

function countTest(counts: Counts, name: string, test: TestCase): void {
  const result = test.result();
  counts.tests += 1;
  if (result.state === "passed") counts.passed += 1;
  else if (result.state === "skipped") counts.skips.push(`${name}: ${result.note ?? "no reason given"}`);
  else counts.failures.push(result.state === "failed" ? name : `${name}: did not finish`);
}
