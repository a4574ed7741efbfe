import { describe, expect, test } from "vitest";
import { availability, resolution, restoration } from "../fixture/example-results.ts";
import { checkDerivation } from "./check-derivation.ts";
import { type Derivation, nodesOf } from "./derivation.ts";
import { explainResult } from "./explain-result.ts";
import { exampleContext } from "./fixture/example-clock.ts";
import { storyContext, storyResult } from "./fixture/example-story.ts";

const find = (tree: Derivation, title: RegExp): Derivation => {
  const found = nodesOf(tree).find((node) => title.test(node.title));
  if (!found) throw new Error(`no node with the title ${title}`);
  return found;
};

describe("March of the claims platform", () => {
  const tree = explainResult(storyResult(), storyContext);

  test("at minimum, because 9 of 10 is less than 92 % and not less than 85 %", () => {
    expect(tree.text).toBe("at minimum");
    expect(tree.children.slice(0, 2).map(({ text, title }) => `${title}: ${text}`)).toEqual([
      "90.00 % is at least 92.00 % (expected): does not hold",
      "90.00 % is at least 85.00 % (minimum): holds",
    ]);
    const figure = find(tree, /^Incidents in time/);
    expect([figure.text, ...figure.children.map(({ text }) => text)]).toEqual(["90.00 %", "9", "10"]);
  });

  test("five records do not count, each for its own reason", () => {
    const out = find(tree, /^do not count$/);
    expect(out.text).toBe("5");
    expect(out.children.map(({ text }) => text)).toEqual(["1", "1", "1", "1", "1"]);
  });

  test("the late one was judged at the second that used up its eight hours", () => {
    const judged = find(tree, /^judged Sat 28/);
    // 0:23:21 + 2:39:56 on Friday from 17:20:04 to 20:00 = 3:03:17; the rest of 8:00:00 is 4:56:43 from Saturday 08:00
    expect(judged.title).toBe("judged Sat 28 Mar 2026 12:56:43: 8:00:00 against 8:00:00");
    expect(judged.operation).toEqual({ kind: "judgement", at: "first second over" });
  });

  test("every event has its row", () => {
    const events = nodesOf(tree).filter(({ operation }) => operation.kind === "event");
    expect(events.every(({ source }) => source !== null)).toBe(true);
  });

  test("records that are not listed are still counted", () => {
    const short = explainResult(storyResult(), { ...storyContext, show: 2 });
    const inTime = find(short, /^In time$/);
    expect([inTime.text, inTime.children.length]).toEqual(["9", 2]);
    expect(inTime.unlisted).toEqual([{ value: { kind: "words", words: "good" }, times: 7 }]);
    expect(checkDerivation(short).differences).toEqual([]);
  });
});

describe("results made by hand", () => {
  const undecided = {
    ...availability,
    verdict: "undetermined",
    reasons: [{ code: "within-bounds", facts: {} }],
  } as const;

  test.each([
    ["counts", resolution],
    ["steps of a staged test", restoration],
    ["time, with an unknown part that could turn the verdict", undecided],
  ])("%s follow", (_, result) => {
    expect(checkDerivation(explainResult(result, exampleContext)).differences).toEqual([]);
  });

  test("a verdict that the bounds do not bear is found", () => {
    const wrong = { ...availability, verdict: "at minimum", reasons: [] } as const;
    expect(checkDerivation(explainResult(wrong, exampleContext)).differences).toMatchObject([
      { id: "0", says: "at minimum", follows: "undecided between at minimum and missed" },
    ]);
  });
});
