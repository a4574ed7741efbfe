import { test } from "vitest";
import { explainResult } from "../engine/report/explain/explain-result.ts";
import { storyContext, storyResult } from "../engine/report/explain/fixture/example-story.ts";
import { writeExplainTree } from "./explain-tree.ts";

const tree = explainResult(storyResult(), { ...storyContext, show: 2 });
test("x", () => {
  console.log(writeExplainTree(tree, { width: 130, colour: "none" }));
});
