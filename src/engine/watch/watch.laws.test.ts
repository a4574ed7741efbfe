import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../../../scripts/laws.ts";
import { factOf } from "../../../scripts/soak/histories.ts";
import { levels as counted } from "../../../scripts/soak/levels.ts";
import { type Ground, someGround } from "../../../scripts/soak/same-counts.ts";
import type { Rules } from "../agreement/rules.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import { calendarOf } from "../calendar/calendar.ts";
import { readClockNow } from "../clock/read-clock.ts";
import { day, contract as shortContract } from "../measure/fixture/story.ts";
import { fraction } from "../number/fraction.ts";
import type { Fact, RecordEvent } from "../record/record.ts";
import type { Relief } from "../record/relief.ts";
import { type Duration, type Instant, instant } from "../time/instant.ts";
import { utc } from "../time/zone.ts";
import type { LiveClock } from "./live-clock.ts";
import { liveClocksOf } from "./live-clocks.ts";
import { mayRun } from "./may-run.ts";
import { missed, versionKey, warningTerms } from "./warning-terms.ts";
import { warningsPassed } from "./warnings-due.ts";
import { type WatchPlan, watchPlan } from "./watch-plan.ts";

const version = { number: 1, from: day("1990-01-01"), until: null, amendment: null };
const contract = {
  ...shortContract,
  from: day("1990-01-01"),
  until: day("2050-12-31"),
  waiting: {
    vendor: { id: "vendor", name: "vendor", bearer: "vendor", endsAfter: time(5400) },
    client: { id: "client", name: "client", bearer: "client", endsAfter: null },
  },
} as const;

function time(seconds: number) {
  return { kind: "time", seconds: seconds as Duration } as const;
}

const resolution = counted[0] as LevelTerms;
const ruled = (id: string, rules: Partial<Rules>, clock: Partial<LevelTerms["clock"]> = {}): LevelTerms => ({
  ...resolution,
  id,
  clock: resolution.clock && { ...resolution.clock, ...clock },
  rules: { ...resolution.rules, ...rules },
});

/** Beside the levels that columns can measure, those whose rules make clocks start afresh, stand still or count again. */
const levels = [
  ...counted,
  ruled("restart", { on_reopen: "restart" }),
  ruled("closed time", { on_reopen: "count the closed time" }),
  ruled("first stop", { on_reopen: "first stop is final" }),
  ruled("fresh row", { on_priority_change: "restart" }),
  ruled("first row", { on_priority_change: "keep the first" }),
  ruled("in proportion", { on_priority_change: "in proportion" }),
  ruled("again", { missed_once: "judged again" }),
  ruled("late by the wall", { lateness_by: "wall clock", pause_counts: "wall clock" }),
  ruled("minutes", { precision: "minutes", grace: time(1800) }),
  ruled("at once", { opened_out_of_hours: "at once", earlier_pauses: "ignored" }),
  ruled("waits", {}, { pauses: ["client", "vendor"] }),
  ruled("answers", {}, { starts: "client message", stops: "reply", pauses: [] }),
  ruled("answers again", { repeated_message: "restarts it" }, { starts: "client message", stops: "reply" }),
  ruled("by a moment", {}, { by: "reopened", stops: "closed" }),
].map((level) => ({ ...level, version }));

const warnings = warningTerms({
  warnings: [
    ...[50, 75, 90, 120].map((percent) => ({
      at: { kind: "share used", share: fraction(percent, 100) } as const,
      tell: ["desk"],
    })),
    { at: { kind: "before", allowed: time(1800) }, tell: ["lead"] },
    { at: { kind: "before", allowed: { kind: "days", count: 1 } }, tell: ["lead"] },
  ],
});
const inOrderOf = ["50%", "75%", "90%", missed];

/** Every record of a ground after each of its events and a while later, with all that is known then. */
function each(ground: Ground, after: number, look: (watch: Watch, known: Fact, at: Instant) => void): void {
  const { place, one, two, courses } = ground;
  const calendars = new Map([
    ["one", calendarOf(one, place.zone)],
    ["two", calendarOf(two, place.zone)],
  ]);
  const own = new Map(levels.map((level) => [versionKey(level), warnings]));
  const plan = watchPlan({ levels, warnings: own, contract, calendars, zones: new Map([["UTC", utc]]) });
  const watch = { plan, relief: after % 2 === 0 ? [] : [reliefFrom(place.start + after)] };
  for (const [index, course] of courses.entries()) {
    const fact = factOf(course, index, place.start);
    for (const { happened } of fact.events) {
      const known = { ...fact, events: fact.events.filter((event) => event.happened <= happened) };
      for (const at of [happened, instant(happened + after)]) look(watch, known, at);
    }
  }
}

interface Watch {
  readonly plan: WatchPlan;
  readonly relief: readonly Relief[];
}

/** Two hours that are granted to every record. */
function reliefFrom(start: number): Relief {
  return {
    ...{ id: "R1", agreement: resolution.agreement, ground: "storm", clause: "9", takesOut: "time", levels: [] },
    ...{ records: [], evidence: [], grantedBy: "client", granted: instant(0), source: { file: "law", row: 1 } },
    span: { start: instant(start), end: instant(start + 7200) },
  };
}

/** The same contract with one level alone. */
const alone = ({ plan, relief }: Watch, id: string): Watch => ({
  plan: { ...plan, watchedAt: (kind, at) => plan.watchedAt(kind, at).filter(({ level }) => level.id === id) },
  relief,
});

const clocksAt = ({ plan, relief }: Watch, fact: Fact, at: Instant) => liveClocksOf({ plan, fact, relief, at });
const some = fc.integer({ min: 1, max: 40_000 });
const named = (clock: LiveClock) => `${clock.level} of ${clock.record} at ${clock.at}`;

test("the order in which events are handed in does not matter", () => {
  fc.assert(
    fc.property(someGround(2), some, fc.infiniteStream(fc.nat()), (ground, after, keys) => {
      each(ground, after, (watch, known, at) => {
        const shuffled = known.events
          .map((event) => [event, keys.next().value ?? 0] as const)
          .sort((a, b) => a[1] - b[1])
          .map(([event]): RecordEvent => event);
        expect(clocksAt(watch, { ...known, events: shuffled }, at)).toEqual(clocksAt(watch, known, at));
      });
    }),
    { numRuns: tries(8) },
  );
});

test("what is foretold is found at its second and not before it", () => {
  let [foretold, misses] = [0, 0];
  fc.assert(
    fc.property(someGround(2), some, (ground, after) => {
      each(ground, after, (watch, known, at) => {
        const clocks = clocksAt(watch, known, at);
        for (const clock of clocks) {
          const own = alone(watch, clock.level);
          const same = (when: number) => clocksAt(own, known, instant(when))[0]?.passed;
          if (clock.next && clock.next.what !== "turn") {
            expect(clock.ahead[0]).toMatchObject({ id: clock.next.what, at: clock.next.at });
          }
          for (const mark of clock.ahead) {
            foretold += 1;
            misses += mark.id === missed ? 1 : 0;
            expect(mark.at, named(clock)).toBeGreaterThan(at);
            expect(same(mark.at - 1), named(clock)).not.toContainEqual(mark);
            expect(same(mark.at), named(clock)).toEqual(warningsPassed(clock, mark.at));
          }
        }
      });
    }),
    { numRuns: tries(8) },
  );
  expect(foretold).toBeGreaterThan(500);
  expect(misses).toBeGreaterThan(50);
});

test("a clock shows what the engine reads, and its miss is the engine's", () => {
  let misses = 0;
  fc.assert(
    fc.property(someGround(3), some, (ground, after) => {
      each(ground, after, (watch, known, at) => {
        for (const clock of clocksAt(watch, known, at)) {
          const level = levels.find(({ id }) => id === clock.level) as LevelTerms;
          const relief = watch.relief.flatMap(({ span }) => span ?? []);
          const input = { level, within: null, contract, calendars: watch.plan.calendars, fact: known, relief };
          const next = watch.plan.clocks.read(input, instant(at + 1));
          const first = clock.passed.find(({ id }) => id === missed)?.at ?? null;
          expect(clock.missedAt).toBe(next.missedAt);
          expect(first, named(clock)).toBe(next.missedAt);
          misses += first === null ? 0 : 1;
          if (clock.next?.what === "turn" || level.rules.pause_counts === "wall clock") continue;
          const { elapsed, target, row, started, stopped } = readClockNow(input, at);
          expect(clock).toMatchObject({ elapsed, target, row, started, stopped, state: next.state });
        }
      });
    }),
    { numRuns: tries(12) },
  );
  expect(misses).toBeGreaterThan(50);
});

test("warnings are passed in order, each at most once a cycle", () => {
  fc.assert(
    fc.property(someGround(3), some, (ground, after) => {
      each(ground, after, (watch, known, at) => {
        for (const { passed, ahead, cycle, level } of clocksAt(watch, known, at)) {
          const all = [...passed, ...ahead];
          for (const [number, own] of Map.groupBy(all, (one) => one.cycle)) {
            const ids = own.map(({ id }) => id);
            expect(new Set(ids).size, level).toBe(ids.length);
            expect(number).toBeLessThanOrEqual(cycle);
            const instants = inOrderOf.flatMap((id) => own.find((one) => one.id === id)?.at ?? []);
            expect(instants, level).toEqual([...instants].sort((a, b) => a - b));
          }
        }
      });
    }),
    { numRuns: tries(12) },
  );
});

test("a clock that stands has nothing ahead, and a record with one that goes on may run", () => {
  let over = 0;
  fc.assert(
    fc.property(someGround(3), some, (ground, after) => {
      each(ground, after, (watch, known, at) => {
        const clocks = clocksAt(watch, known, at);
        for (const { state, next, ahead } of clocks) {
          if (state === "stopped" || state === "cancelled") expect([next, ahead.length]).toEqual([null, 0]);
        }
        const runs = clocks.some(({ state, next }) => state === "running" || state === "paused" || next !== null);
        if (runs) expect(mayRun(watch.plan, known, at)).toBe(true);
        const one = { levels: new Map([["incidents", [resolution]] as const]) };
        if (mayRun(one, known, at)) return;
        over += 1;
        expect(clocks.find(({ level }) => level === resolution.id)?.state ?? "none").not.toMatch(/running|paused/);
      });
    }),
    { numRuns: tries(12) },
  );
  expect(over).toBeGreaterThan(20);
});
