import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Rules, usualRules } from "../../src/engine/agreement/rules.ts";
import type { ClockInput } from "../../src/engine/clock/clock-input.ts";
import { readClock } from "../../src/engine/clock/read-clock.ts";
import { type Instant, instant } from "../../src/engine/time/instant.ts";
import type { Zone } from "../../src/engine/time/zone.ts";
import { tries } from "../laws.ts";
import { endsAfter, inputFor, pauses, someTrial, type Trial, targets } from "./clock-trial.ts";
import { clockWalk, type Walk, type Walked, type WalkRules } from "./clock-walk.ts";
import { secondWalk } from "./second-walk.ts";

/** Whether a calendar is open, asked once a second and remembered: P1 has the first calendar, the others the second. */
function opening({ zone, start, calendars }: Trial): Walk["isOpen"] {
  const near: Zone = nearest(zone, start);
  const walks = calendars.map((terms) => ({ walk: secondWalk(terms, near), known: new Map<number, boolean>() }));
  return (row, at) => {
    const { walk, known } = walks[row === "P1" ? 0 : 1] as (typeof walks)[number];
    const open = known.get(at) ?? walk.isOpen(at as Instant);
    known.set(at, open);
    return open;
  };
}

/** The zone with its changes of these weeks alone, which is all that a walk of a few days asks for. */
function nearest(zone: Zone, start: Instant): Zone {
  const [first, last] = [start - 3_000_000, start + 6_000_000];
  const before = zone.transitions.findLast(({ at }) => at <= first);
  return {
    ...zone,
    offset: before?.offset ?? zone.offset,
    transitions: zone.transitions.filter(({ at }) => first < at && at < last),
  };
}

function read(input: ClockInput, rules: WalkRules, at: Instant): Walked {
  const terms: Rules = { ...usualRules, ...rules };
  const reading = readClock({ ...input, level: { ...input.level, rules: terms } }, at);
  const { state, elapsed, due, missedAt, judgements } = reading;
  return {
    state,
    elapsed,
    due,
    missedAt,
    judged: judgements.map((each) => ({ at: each.at, inTime: each.inTime, reopened: each.reopened })),
  };
}

describe("the clock that is lived through second by second", () => {
  test("shows what the engine reads from the history", () => {
    fc.assert(
      fc.property(someTrial, (trial) => {
        const input = inputFor(trial);
        const isOpen = opening(trial);
        const length = (input.fact.events.at(-1)?.happened ?? trial.start) - trial.start + 20_000;
        for (const rules of trial.rules) {
          for (const share of trial.asked) {
            const at = instant(trial.start + Math.round((length * share) / 1000));
            const walk = {
              events: input.fact.events,
              rules,
              stops: trial.stops,
              pauses,
              endsAfter,
              targets,
              isOpen,
              isRelieved: (second: number) => trial.relief.some(({ start, end }) => start <= second && second < end),
            };
            expect({ rules, at, ...read(input, rules, at) }).toEqual({ rules, at, ...clockWalk(walk, at) });
          }
        }
      }),
      { numRuns: tries(25), endOnFailure: true },
    );
  }, 60_000);
});
