import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { levelTerms } from "../../engine/agreement/resolve/level-terms.ts";
import { readDay } from "../../engine/time/civil.ts";
import { readAgreement } from "../agreement/load.ts";
import { writeProblem } from "../agreement/problem.ts";
import { measureKind } from "../agreement/words.ts";
import { libraryShapes, writeShape } from "./library.ts";
import { writeContract } from "./write-contract.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "examples", "library");
const ids = libraryShapes.map(({ id }) => id);

const problemsOf = (text: string): string[] =>
  readAgreement([{ name: "contract.yaml", text }]).problems.map(writeProblem);

describe("a library to start from", () => {
  test("every shape has its file, and no file is left over", () =>
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith(".yaml"))
        .sort(),
    ).toEqual(ids.map((id) => `${id}.yaml`).sort()));

  test.each(ids)("%s: the file is what the shape writes", (id) =>
    expect(readFileSync(join(folder, `${id}.yaml`), "utf8")).toBe(writeContract(id)),
  );

  test.each(ids)("%s: the contract is read without a problem, and its level is in force", (id) => {
    const { document, problems } = readAgreement([{ name: `${id}.yaml`, text: writeContract(id) }]);
    expect(problems.map(writeProblem)).toEqual([]);
    const day = readDay("2026-03-01");
    const levels = document && day !== null ? levelTerms(document, "tern-sla", day) : [];
    expect(levels.map((level) => level.id)).toContain(id);
  });

  test.each(libraryShapes)("$id: its parameters are known by name, and none is said twice", ({ parameters }) => {
    const names = parameters.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name === "id")).toEqual([]);
    expect(names.some((name) => name.startsWith("expected"))).toBe(true);
  });

  test.each(libraryShapes)("$id: its examples put back leave it as it is", ({ id, parameters }) => {
    const examples = Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
    expect(writeShape(id, examples)).toBe(writeShape(id));
  });

  test("almost every measure of the format has a shape", () => {
    const used = new Set(ids.map((id) => (parse(writeShape(id)) as Record<string, { measure: string }>)[id]?.measure));
    expect(measureKind.options.filter((kind) => !used.has(kind))).toEqual(["time between incidents"]);
  });
});

describe("a shape with other terms", () => {
  test("a mark, a list and an id", () => {
    const written = writeShape("k-of-n", { id: "lines", parts: "circuit-b, circuit-a", expected: "at least 97%" });
    expect(written).toBe(`lines:
  title: At least one circuit up
  measure: share of time
  of: outages
  services: [circuit-a, circuit-b]
  where: {impact: down}
  calendar: always
  together: {at_least: 1, of: [circuit-b, circuit-a]}
  expected: at least 97%
`);
  });

  test("a term inside of a stage, with the rest as it was", () => {
    const written = writeShape("two-stage", { within: "3h" });
    expect(written).toContain("- {within: 3h, expected: at least 95%}");
    expect(written).toContain("- {within: 4h, expected: at least 100%}");
  });

  test("what cannot be a term is told by the check of the contract", () => {
    const problems = problemsOf(writeContract("count-ratio", { expected: "97" }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("unit-missing: '97' has no unit.");
  });

  test.each([
    ["at least 97%\n  minimum: at least 1%", "a second line"],
    ["{expected: x}", "a map"],
    ["x # y: z", "a comment"],
    ["*alias", "an alias"],
  ])("%j stays one text: %s", (value) => {
    const read = parse(writeShape("count-ratio", { expected: value })) as Record<string, { expected: string }>;
    expect(read["count-ratio"]?.expected).toBe(value);
  });

  test("an unknown shape or parameter is refused", () => {
    expect(() => writeShape("nothing")).toThrow("There is no shape 'nothing'.");
    expect(() => writeShape("mean", { colour: "blue" })).toThrow("'mean' has no parameter 'colour'.");
  });
});
