import { expect, test } from "vitest";
import { inputOf, type Story, type StoryEvent } from "../../../scripts/support/clock-story.ts";
import { readTime } from "../../../scripts/support/story-time.ts";
import { utc } from "../time/zone.ts";
import { mayRun } from "./may-run.ts";

const opened: StoryEvent = ["Mon 09:00", "opened"];

test.each<[boolean, string, Partial<Story>, readonly StoryEvent[]]>([
  [true, "open", {}, []],
  [true, "waiting", {}, [["Mon 10:00", "waiting for client"]]],
  [false, "resolved", {}, [["Mon 10:00", "resolved"]]],
  [false, "cancelled", { clock: { stops: "reviewed" } }, [["Mon 10:00", "cancelled"]]],
  [false, "merged", {}, [["Mon 10:00", "merged"]]],
  [true, "resolved, until it is closed", { clock: { stops: "closed" } }, [["Mon 10:00", "resolved"]]],
  [false, "closed", { clock: { stops: "closed" } }, [["Mon 10:00", "closed"]]],
  [true, "closed, with a report to come", { clock: { stops: "cause report delivered" } }, [["Mon 10:00", "closed"]]],
  [
    false,
    "its report delivered",
    { clock: { stops: "cause report delivered" } },
    [["Mon 10:00", "moment cause report delivered"]],
  ],
  [
    true,
    "reopened by state",
    {},
    [
      ["Mon 10:00", "closed"],
      ["Mon 11:00", "working"],
    ],
  ],
  [
    true,
    "reopened by moment",
    {},
    [
      ["Mon 10:00", "closed"],
      ["Mon 11:00", "moment reopened"],
    ],
  ],
  [
    true,
    "asked again after the end",
    { clock: { starts: "client message", stops: "reply" } },
    [
      ["Mon 10:00", "closed"],
      ["Mon 11:00", "client message"],
    ],
  ],
  [true, "an end that lies ahead", {}, [["Wed 10:00", "resolved"]]],
])("%s: %s", (expected, _, parts, events) => {
  const { level, fact } = inputOf({ target: "4h", ...parts, events: [opened, ...events] });
  const levels = new Map([["incidents", [level]] as const]);
  expect(mayRun({ levels }, fact, readTime("Tue 09:00", utc))).toBe(expected);
});

test("a record of a kind that nothing watches", () => {
  const { fact } = inputOf({ target: "4h", events: [opened] });
  expect(mayRun({ levels: new Map() }, fact, readTime("Tue 09:00", utc))).toBe(false);
});
