import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Change, Fact } from "../../record/record.ts";
import { atTheLatest, historyIncomplete } from "../../record/unseen.ts";
import { at, becomes, clockOf, from, incident, plainLevel, record, resolution, says, story } from "../fixture/story.ts";
import { measure } from "../measure.ts";

const inProgress: Change = { kind: "state", state: { kind: "open", name: "in progress" } };
const waiting: Change = { kind: "state", state: { kind: "waiting", reason: "vendor" } };
const taken = says(atTheLatest("responded"));

/** An incident opened on Monday 2 March at 09:00, of which nothing is seen before the first of these lines. */
const unseen = (...lines: readonly (readonly [string, Change])[]): Fact =>
  record("incidents", "A", [
    ["2026-03-02 09:00", says("opened")],
    ["2026-03-02 09:00", says(historyIncomplete)],
    ...lines,
  ]);

/** Four hours to respond. */
const response: LevelTerms = { ...resolution, clock: clockOf(4, { stops: "responded" }) };
const asRecorded: LevelTerms = { ...response, rules: { ...response.rules, begun_unseen: "as recorded" } };

const first = (level: LevelTerms, fact: Fact, parts = {}) => {
  const item = measure(story(level, [fact], parts)).value.items[0];
  return item && `${item.counted ? item.good : "out"} ${item.why.code}`;
};

describe("a record whose beginning is in no record (semantics 9, 41)", () => {
  test.each<[string, Fact, string, string]>([
    [
      "first seen in progress after 4 h: in time for certain",
      unseen(["2026-03-02 13:00", inProgress], ["2026-03-02 13:00", taken]),
      "true in-time",
      "true in-time",
    ],
    [
      "first seen in progress a second later: nobody knows",
      unseen(["2026-03-02 13:00:01", inProgress], ["2026-03-02 13:00:01", taken]),
      "null not-observed",
      "false over-target",
    ],
    [
      "first seen resolved within 4 h",
      unseen(["2026-03-02 12:00", becomes("resolved")]),
      "true in-time",
      "true in-time",
    ],
    [
      "first seen resolved after 5 h",
      unseen(["2026-03-02 14:00", becomes("resolved")]),
      "null not-observed",
      "false over-target",
    ],
    [
      "first seen waiting, in progress after 5 h: it may have been taken up before it waited",
      unseen(["2026-03-02 10:00", waiting], ["2026-03-02 14:00", inProgress], ["2026-03-02 14:00", taken]),
      "null not-observed",
      "false over-target",
    ],
    [
      "first seen waiting, resolved after 5 h without a word of an answer",
      unseen(["2026-03-02 10:00", waiting], ["2026-03-02 14:00", becomes("resolved")]),
      "null not-observed",
      "false over-target",
    ],
    [
      "first seen waiting, and waiting still",
      unseen(["2026-03-02 10:00", waiting]),
      "null not-observed",
      "false over-target",
    ],
    [
      "its own stamp says when it was answered: seen",
      unseen(["2026-03-02 13:30", says("responded")], ["2026-03-02 14:00", inProgress]),
      "false over-target",
      "false over-target",
    ],
    [
      "first seen in the second of its opening: nothing is unseen",
      unseen(["2026-03-02 09:00", inProgress], ["2026-03-02 09:00", taken]),
      "true in-time",
      "true in-time",
    ],
  ])("%s", (_, fact, notObserved, recorded) => {
    expect([first(response, fact), first(asRecorded, fact)]).toEqual([notObserved, recorded]);
  });

  test("a resolution that is seen is judged as usual, and says since when the record is seen", () => {
    const fact = unseen(["2026-03-02 11:00", inProgress], ["2026-03-02 18:00", becomes("resolved")]);
    const item = measure(story(resolution, [fact])).value.items[0]; // 9 h of 8 h
    expect([item?.good, item?.why]).toEqual([
      false,
      {
        code: "over-target",
        facts: { elapsed: String(8 * 3600), target: String(8 * 3600), seen_from: String(at("2026-03-02 11:00")) },
      },
    ]);
  });

  test("first seen resolved: in time below the target, unknown above it", () => {
    expect(first(resolution, unseen(["2026-03-02 17:00", becomes("resolved")]))).toBe("true in-time"); // 8 h
    expect(first(resolution, unseen(["2026-03-02 17:01", becomes("resolved")]))).toBe("null not-observed");
  });

  test("what is not known leaves the figure, and enters bounds and completeness", () => {
    const late = { ...unseen(["2026-03-02 18:00", inProgress], ["2026-03-02 18:00", taken]), id: "B" };
    const facts = [late, incident("C", ["2026-03-02 09:00", "2026-03-02 10:00"])];
    const { part, whole, bounds, completeness } = measure(story(response, facts)).value;
    expect([part, whole, bounds, completeness]).toEqual([
      fraction(1),
      fraction(1),
      { low: fraction(1, 2), high: fraction(1) },
      fraction(1, 2),
    ]);
  });

  test("it is counted once: in the month in which it would have been over its time", () => {
    const fact = unseen(["2026-04-02 09:00", inProgress], ["2026-04-02 09:00", taken]);
    const april = { span: from("2026-04-01", "2026-05-01"), period: "2026-04" };
    expect([first(response, fact), first(response, fact, april)]).toEqual(["null not-observed", "out judged-before"]);
  });

  test("a snapshot at the end of the month does not know it either", () => {
    const fact = unseen(["2026-03-02 18:00", inProgress], ["2026-03-02 18:00", taken]);
    const snapshot = { ...response, rules: { ...response.rules, counted_by: "closing snapshot" as const } };
    expect(first(snapshot, fact)).toBe("null not-observed");
  });

  test("a mean needs the time that nobody saw", () => {
    const mean: LevelTerms = { ...plainLevel, measure: "average", clock: clockOf(4, { stops: "responded" }) };
    const fact = unseen(["2026-03-02 18:00", inProgress], ["2026-03-02 18:00", taken]);
    const { figure, completeness } = measure(story(mean, [fact])).value;
    expect([figure, completeness]).toEqual([null, fraction(0)]);
  });
});
