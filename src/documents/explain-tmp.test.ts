import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { explainResult } from "../engine/report/explain/explain-result.ts";
import { storyContext, storyResult } from "../engine/report/explain/fixture/example-story.ts";
import { london } from "../engine/report/fixture/example-contract.ts";
import { availability, resolution } from "../engine/report/fixture/example-results.ts";
import { writeExplainHtml } from "./explain-html.ts";

test("x", () => {
  const page = { contract: "Managed IT Services Agreement", zone: london };
  writeFileSync(
    "/tmp/explain-story.html",
    writeExplainHtml(explainResult(storyResult(), { ...storyContext, show: 5 }), page),
  );
  writeFileSync(
    "/tmp/explain-time.html",
    writeExplainHtml(explainResult(availability, { ...storyContext, show: 5 }), page),
  );
  writeFileSync(
    "/tmp/explain-many.html",
    writeExplainHtml(explainResult(resolution, { ...storyContext, show: 5 }), page),
  );
});
