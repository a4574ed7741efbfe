import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tries } from "../../../scripts/laws.ts";
import { inputFor, someTrial, type Trial } from "../../../scripts/oracle/clock-trial.ts";
import { story } from "../../../scripts/support/clock-story.ts";
import { usualRules } from "../agreement/rules.ts";
import { inOrder } from "../record/history.ts";
import { type Instant, instant } from "../time/instant.ts";
import type { ClockInput } from "./clock-input.ts";
import { readClock, readClockNow } from "./read-clock.ts";
import type { Reading } from "./reading.ts";

describe("one incident from Monday to Wednesday", () => {
  const { at, now, segments } = story({
    hours: "Mon-Fri 09:00-17:00",
    calendars: { always: "every day 00:00-24:00" },
    rows: { P1: "4h on always", P2: "8h", P3: "16h" },
    events: [
      ["Mon 16:00", "opened"],
      ["Mon 16:00", "P3"],
      ["Tue 10:00", "P2"], // 2 h used, 6 h left
      ["Tue 11:00", "waiting for client"], // 3 h used
      ["Tue 15:00", "working"],
      ["Wed 09:30", "resolved"], // 3 h + 2 h + 30 m
    ],
  });

  test.each([
    ["Mon 17:00", { state: "running", elapsed: "1h", due: "Wed 16:00", target: "16h" }],
    ["Tue 10:00", { state: "running", elapsed: "2h", due: "Wed 16:00", target: "16h" }],
    ["Tue 11:00", { state: "running", elapsed: "3h", due: "Tue 16:00", target: "8h" }],
    ["Tue 13:00", { state: "paused", elapsed: "3h", due: null, dueIfResumed: "Wed 10:00" }], // 4 h to Tuesday's close, 1 h
    ["Tue 15:00", { state: "paused", elapsed: "3h", due: null, dueIfResumed: "Wed 12:00" }],
    ["Wed 09:00", { state: "running", elapsed: "5h", due: "Wed 12:00" }],
    [
      "Thu 09:00",
      { state: "stopped", elapsed: "5h 30m", remaining: "2h 30m", judged: ["met Wed 09:30 at 5h 30m of 8h"] },
    ],
  ])("%s", (when, expected) => expect(at(when)).toMatchObject(expected));

  test("an event of the very second has happened now, and not yet at the end of a period", () => {
    expect(at("Wed 09:30").state).toBe("running");
    expect(now("Wed 09:30").state).toBe("stopped");
    expect(at("Mon 16:00").state).toBe("not started");
    expect(now("Mon 16:00")).toMatchObject({ state: "running", elapsed: "0s", due: "Wed 16:00" });
    expect(now("Tue 11:00")).toMatchObject({ state: "paused", dueIfResumed: "Tue 16:00" });
  });

  test("its seconds are all accounted for", () => {
    expect(segments("Wed 10:00")).toEqual([
      "Mon 16:00 - Mon 17:00 running 1h (open)",
      "Mon 17:00 - Tue 09:00 out of hours 0s (out of hours)",
      "Tue 09:00 - Tue 10:00 running 1h (open)",
      "Tue 10:00 - Tue 11:00 running 1h (open)",
      "Tue 11:00 - Tue 15:00 paused 0s (client)",
      "Tue 15:00 - Tue 17:00 running 2h (open)",
      "Tue 17:00 - Wed 09:00 out of hours 0s (out of hours)",
      "Wed 09:00 - Wed 09:30 running 30m (open)",
      "Wed 09:30 - Wed 10:00 stopped 0s (resolved)",
    ]);
  });
});

describe("a clock over a clock change", () => {
  const berlin = { hours: "every day 00:00-24:00", zone: "Europe/Berlin" };

  test.each([
    ["2026-03-28 22:00", "2026-03-29 07:00"], // an hour is skipped
    ["2026-10-24 22:00", "2026-10-25 05:00"], // an hour comes twice
  ])("8 hours from %s", (opened, due) => {
    expect(story({ hours: berlin, target: "8h", events: [[opened, "opened"]] }).now(opened).due).toBe(due);
  });

  test("a pause that begins in the first and ends in the second saying of an hour", () => {
    const told = story({
      hours: berlin,
      target: "8h",
      events: [
        ["2026-10-25 00:00", "opened"],
        ["2026-10-25 00:30Z", "waiting for client"], // 02:30 summer time
        ["2026-10-25 01:30Z", "working"], // 02:30 winter time
      ],
    });
    expect(told.at("2026-10-25 04:00").elapsed).toBe("4h"); // 5 h less 1 h
  });
});

/** Every set of terms of a trial, and some instants at which its clock is read. */
function eachReading(trial: Trial, check: (input: ClockInput, at: Instant) => void): void {
  const input = inputFor(trial);
  const last = (input.fact.events.at(-1)?.happened ?? trial.start) + 20_000;
  for (const rules of trial.rules) {
    const level = { ...input.level, rules: { ...usualRules, ...rules } };
    for (const share of trial.asked) {
      check({ ...input, level }, instant(trial.start + Math.round(((last - trial.start) * share) / 1000)));
    }
  }
}

const law = (check: (input: ClockInput, at: Instant) => void): void =>
  fc.assert(
    fc.property(someTrial, (trial) => eachReading(trial, check)),
    { numRuns: tries(40) },
  );

describe("laws of a reading", () => {
  test("elapsed is never negative, and what is left is the rest of the target", () =>
    law((input, at) => {
      const { elapsed, target, remaining } = readClock(input, at);
      expect(elapsed).toBeGreaterThanOrEqual(0);
      expect(remaining).toBe(target === null ? null : target - elapsed);
    }));

  test("segments leave no gap, and their seconds add up to the clocks", () =>
    law((input, at) => {
      const { segments, elapsed, exchanges } = readClock(input, at);
      if (segments.length > 0) {
        expect(segments[0]?.start).toBe(input.fact.events[0]?.happened);
        expect(segments.at(-1)?.end).toBe(at);
      }
      expect(segments.slice(1).map((segment) => segment.start)).toEqual(
        segments.slice(0, -1).map((segment) => segment.end),
      );
      if (input.level.rules.on_priority_change === "in proportion") return;
      const clocks = [elapsed, ...exchanges.map((each) => each.elapsed)].reduce((sum, each) => sum + each, 0);
      expect(segments.reduce((sum, { counted }) => sum + counted, 0)).toBe(clocks);
    }));

  test("the order in which events arrive changes nothing", () =>
    law((input, at) => {
      const { events } = input.fact;
      const mixed = [...events].sort((a, b) => ((a.sequence * 7919) % 101) - ((b.sequence * 7919) % 101));
      const again = { ...input, fact: { ...input.fact, events: inOrder(mixed) } };
      expect(readClock(again, at)).toEqual(readClock(input, at));
    }));

  test("no judgement appears in a past that was already read", () =>
    law((input, at) => {
      const last = input.fact.events.at(-1)?.happened ?? at;
      const known = (reading: Reading): string[] => reading.judgements.map((each) => `${each.at} ${each.inTime}`);
      const seen = known(readClock(input, at));
      const past = readClock(input, instant(Math.max(at, last) + 50_000)).judgements.filter((each) => each.at < at);
      expect(seen).toEqual(expect.arrayContaining(known({ ...readClock(input, at), judgements: past })));
    }));

  test("a miss stays, whatever comes after it", () =>
    law((input, at) => {
      const { missedAt } = readClock(input, at);
      if (missedAt === null) return;
      const last = input.fact.events.at(-1)?.happened ?? at;
      expect(readClock(input, instant(Math.max(at, last) + 50_000)).missedAt).toBe(missedAt);
    }));

  test("what comes later says nothing about now", () =>
    law((input, at) => {
      const events = input.fact.events.filter(({ happened }) => happened < at);
      expect(readClock({ ...input, fact: { ...input.fact, events } }, at)).toEqual(readClock(input, at));
    }));

  test("a running clock left alone shows its target when it is due", () =>
    law((input, at) => {
      const events = input.fact.events.filter(({ happened }) => happened < at);
      const alone = { ...input, fact: { ...input.fact, events } };
      const { due, target, over, state, elapsed } = readClockNow(alone, at);
      if (due === null || state !== "running" || over || target === elapsed) return;
      expect(readClock(alone, due).elapsed).toBe(target);
      expect(readClock(alone, instant(due - 1)).elapsed).toBe((target ?? 0) - 1);
    }));
});
