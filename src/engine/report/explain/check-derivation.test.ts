import { describe, expect, test } from "vitest";
import { checkDerivation } from "./check-derivation.ts";
import { type Derivation, nodesOf } from "./derivation.ts";
import { explainResult } from "./explain-result.ts";
import { storyContext, storyResult } from "./fixture/example-story.ts";
import { changed } from "./fixture/lies.ts";

const shareTree = (): Derivation => explainResult(storyResult(), { ...storyContext, show: 3 });

describe("a tree told wrongly", () => {
  const withId = (id: string, change: (node: Derivation) => Derivation): Derivation => {
    const tree = shareTree();
    return changed(
      tree,
      nodesOf(tree).findIndex((node) => node.id === id),
      change,
    );
  };

  test("a missing record is found in its group", () => {
    const first = nodesOf(shareTree()).find(({ operation }) => operation.kind === "count");
    const tree = withId(first?.id ?? "", (node) => ({ ...node, children: node.children.slice(1) }));
    expect(checkDerivation(tree).differences).toEqual([
      { id: first?.id, title: "In time", says: "9/1 number", follows: "8/1" },
    ]);
  });

  test("a figure rounded the other way is found", () => {
    // 9 / 10 is 90.00 %, not 90.01 %
    const tree = withId("incident-resolution/figure/rounded", (node) => ({
      ...node,
      value: { kind: "number", unit: "share", exact: "9001/10000" },
      text: "90.01 %",
    }));
    expect(checkDerivation(tree).differences.map(({ follows }) => follows)).toContain("9000/10000");
  });

  test("two nodes with one id are found", () => {
    const tree = withId("incident-resolution/good", (node) => ({ ...node, id: "incident-resolution/not good" }));
    expect(checkDerivation(tree).differences.map(({ follows }) => follows)).toContain("each id once");
  });
});

test("the tree is plain data", () => {
  const tree = shareTree();
  expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  expect(checkDerivation(JSON.parse(JSON.stringify(tree)) as Derivation)).toEqual(checkDerivation(tree));
});
