import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPlan, planFolder } from "./load-plan.ts";

const plans = readdirSync(planFolder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(/\.yaml$/, ""))
  .sort();

describe("every ready credit plan", () => {
  test.each(plans)("%s loads without a finding and is called as its file", (plan) => {
    const { document, problems } = loadPlan(plan);
    expect(problems.map(({ line, code, message }) => `line ${line}: ${code}: ${message}`)).toEqual([]);
    expect(Object.keys(document?.credit_plans ?? {})).toEqual([plan]);
  });

  test.each(plans)("%s says in a comment when it is for and what to change", (plan) => {
    const text = readFileSync(join(planFolder, `${plan}.yaml`), "utf8");
    expect(text).toMatch(/^# \S.*\n#\n# \S/);
  });
});

test("the table of the library names every plan, and no other", () => {
  const table = readFileSync(join(planFolder, "README.md"), "utf8");
  expect([...table.matchAll(/\[([a-z-]+)\]\(\1\.yaml\)/g)].map((match) => match[1]).toSorted()).toEqual(plans);
});
