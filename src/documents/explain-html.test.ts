import { describe, expect, test } from "vitest";
import { explainClock } from "../engine/report/explain/explain-clock.ts";
import { explainResult } from "../engine/report/explain/explain-result.ts";
import { clockCase, march } from "../engine/report/explain/fixture/example-clock.ts";
import { lateFact, storyContext, storyResult } from "../engine/report/explain/fixture/example-story.ts";
import { london } from "../engine/report/fixture/example-contract.ts";
import { writeExplainHtml } from "./explain-html.ts";

const page = { contract: "Managed <IT> Services", zone: london };
const tree = explainResult(storyResult(), { ...storyContext, show: 3 });
const text = writeExplainHtml(tree, page);

describe("a derivation as a page", () => {
  test("opens with the sentence and with what the checker found", () => {
    expect(text).toContain("at minimum, because 90.00 % is not at least 92.00 %, but 90.00 % is at least 85.00 %.");
    expect(text).toContain("Every step recomputed");
    expect(text).toContain(" values, 0 differences");
  });

  test("says so where a step does not follow", () => {
    const wrong = { ...tree, value: { kind: "words", words: "met" } as const, text: "met" };
    expect(writeExplainHtml(wrong, page)).toContain("Some steps do not follow");
  });

  test("needs nothing but itself, runs nothing, and is the same each time", () => {
    expect(text).not.toMatch(/<script|<link|<img|https?:\/\/|url\((?!data:|#)/);
    expect(writeExplainHtml(tree, page)).toBe(text);
  });

  test("escapes what users wrote", () => {
    expect(text).toContain("Managed &lt;IT&gt; Services");
  });

  test("draws the whole clock of a miss, red from the second that used up its time", () => {
    // 15:55:24 used; 6:00:00 of Saturday less 4:56:43 in time leaves 1:03:17 over target
    expect(text).toContain("over target 1:03:17");
    expect(text).toContain("8:00:00 reached");
    expect(text).toContain("10 of 15 records count");
  });

  test("one record's clock is a page of its own, with its raw events", () => {
    const clock = writeExplainHtml(explainClock(clockCase({ fact: lateFact, at: march(31) })), page);
    expect(clock).toContain("Clock of INC-48213, 15:55:24 against 8:00:00");
    expect(clock).toContain("Raw events");
    expect(clock).toContain("incidents.csv");
  });
});
