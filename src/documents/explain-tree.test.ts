import { describe, expect, test } from "vitest";
import { explainResult } from "../engine/report/explain/explain-result.ts";
import { storyContext, storyResult } from "../engine/report/explain/fixture/example-story.ts";
import { writeExplainTree } from "./explain-tree.ts";
import { widthOf } from "./text-width.ts";

const tree = explainResult(storyResult(), { ...storyContext, show: 2 });

describe("a derivation on a terminal", () => {
  test("a node a line: value, how it is made, title, and where it is from", () => {
    const text = writeExplainTree(tree, { width: 120, colour: "none" }, { deep: 3, most: 9 });
    expect(text.split("\n").slice(0, 6)).toEqual([
      "at minimum  Resolution of incidents, March 2026",
      "├─ does not hold  90.00 % is at least 92.00 % (expected)",
      "│  ├─ 90.00 %  rounded to 2 decimal places  [rules.compare_at (default)]",
      "│  │  └─ 90.00 % = 9 / 10  Incidents in time ÷ all incidents judged × 100  [paragraph 2, measure]",
      "│  │     └─ …",
      "│  └─ 92.00 %  expected  [paragraph 2, expected]",
    ]);
  });

  test("what is not listed is counted", () => {
    expect(writeExplainTree(tree, { width: 120, colour: "none" })).toContain("… 7 more");
  });

  test.each([40, 80, 160])("no line is wider than %i columns", (width) => {
    const lines = writeExplainTree(tree, { width, colour: "none" }).split("\n");
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
  });

  test("colour comes only when asked for, and changes no letter", () => {
    const plain = writeExplainTree(tree, { width: 100, colour: "none" });
    const painted = writeExplainTree(tree, { width: 100, colour: "ansi" });
    expect(plain).not.toContain("\u001b");
    expect(painted).toContain("\u001b[31mdoes not hold\u001b[0m");
    expect(painted.replaceAll(new RegExp(`${"\u001b"}\\[\\d+m`, "g"), "")).toBe(plain);
  });
});
