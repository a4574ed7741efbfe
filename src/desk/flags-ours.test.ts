import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../engine/agreement/terms.ts";
import {
  at,
  becomes,
  clockOf,
  incident,
  isOpen,
  type Line,
  record,
  resolution,
  says,
  story,
} from "../engine/measure/fixture/story.ts";
import type { Fact } from "../engine/record/record.ts";
import { historyIncomplete } from "../engine/record/unseen.ts";
import { isSame, oursOf } from "./flags-ours.ts";

const due: LevelTerms = { ...resolution, clock: clockOf(8, { by: "due" }) };
const noTime: LevelTerms = { ...resolution, clock: clockOf(8, { per: "priority", rows: {} }) };

/** What is known on 3 March at noon. */
function ours(level: LevelTerms, fact: Fact): string {
  const input = story(level, [fact]);
  const clock = { level, within: null, fact, relief: [] };
  return oursOf(level, fact, input.clocks.read(clock, at("2026-03-03 12:00")));
}

const opened: Line = ["2026-03-02 09:00", isOpen];
const dueAt = (when: string): Line => [when, says("due")];

describe("our verdict on one record, as known on 3 March at noon, 8 hours allowed", () => {
  test.each<[string, LevelTerms, Fact, string]>([
    ["resolved after 8 h", resolution, incident("A", ["2026-03-02 09:00", "2026-03-02 17:00"]), "in time"],
    ["resolved a second later", resolution, incident("A", ["2026-03-02 09:00", "2026-03-02 17:00:01"]), "late"],
    ["open since the day before", resolution, incident("A", ["2026-03-02 09:00", null]), "open and overdue"],
    ["open for 3 h", resolution, incident("A", ["2026-03-03 09:00", null]), "open and not due"],
    ["not opened yet", resolution, incident("A", ["2026-03-04 09:00", null]), "not started"],
    ["no time for its priority", noTime, incident("A", ["2026-03-02 09:00", null]), "not rated (no target)"],
    ["no due date", due, incident("A", ["2026-03-02 09:00", "2026-03-02 17:00"]), "not rated (no target)"],
    [
      "due at noon, resolved a second later",
      due,
      record("incidents", "A", [opened, dueAt("2026-03-02 12:00"), ["2026-03-02 12:00:01", becomes("resolved")]]),
      "late",
    ],
    ["due in the future", due, record("incidents", "A", [opened, dueAt("2026-03-09 12:00")]), "open and not due"],
    [
      "called off in time",
      resolution,
      record("incidents", "A", [opened, ["2026-03-02 10:00", becomes("cancelled")]]),
      "called off",
    ],
    [
      "first seen resolved after 9 h",
      resolution,
      record("incidents", "A", [
        ["2026-03-02 09:00", says("opened")],
        ["2026-03-02 09:00", says(historyIncomplete)],
        ["2026-03-02 18:00", becomes("resolved")],
      ]),
      "not known (stopped unseen)",
    ],
  ])("%s", (_, level, fact, expected) => expect(ours(level, fact)).toBe(expected));
});

test.each([
  ["in time", "in time", true],
  ["late", "in time", false],
  ["open and overdue", "late", true],
  ["open and not due", "late", false],
  ["late", null, null],
  ["not rated (no target)", "in time", null],
  ["not known (stopped unseen)", "late", null],
] as const)("%s beside a flag %s", (own, theirs, same) => expect(isSame(own, theirs)).toBe(same));
