import type { WarningDocument } from "../../src/engine/agreement/document/agreement.ts";
import type { LevelTerms } from "../../src/engine/agreement/terms.ts";
import type { Relief } from "../../src/engine/record/relief.ts";
import { utc, type Zone } from "../../src/engine/time/zone.ts";
import type { Passed } from "../../src/engine/watch/live-clock.ts";
import { liveClocksOf } from "../../src/engine/watch/live-clocks.ts";
import { versionKey, warningTerms } from "../../src/engine/watch/warning-terms.ts";
import { watchPlan } from "../../src/engine/watch/watch-plan.ts";
import { inputOf, type Story } from "./clock-story.ts";
import { readTime, writeLength, writeTime } from "./story-time.ts";

/** A story with what its agreement warns of, other terms of its level, and relief granted in its contract. */
export interface Watching extends Story {
  readonly warnings?: readonly WarningDocument[];
  readonly level?: Partial<LevelTerms>;
  readonly granted?: readonly Relief[];
}

/** What the one clock of a story shows in the second of `when`, by what was learned until then, in words; null for none. */
export function live(told: Watching, when: string) {
  const { level: own, fact, contract, calendars } = inputOf(told);
  const level = { ...own, ...told.level };
  const zone: Zone = calendars.get("main")?.zone ?? utc;
  const warnings = told.warnings ? new Map([[versionKey(level), warningTerms(told)]]) : new Map();
  const plan = watchPlan({ levels: [level], warnings, contract, calendars, zones: new Map([["UTC", utc]]) });
  const known = { ...fact, events: fact.events.filter(({ learned }) => learned <= readTime(when, zone)) };
  const [clock] = liveClocksOf({ plan, fact: known, relief: told.granted ?? [], at: readTime(when, zone) });
  if (!clock) return null;
  const words = (all: readonly Passed[]) => all.map(({ id, at, cycle }) => `${cycle}: ${id} ${writeTime(at, zone)}`);
  const { state, cycle, isLate, pausedBy, next, outOfHours } = clock;
  return {
    ...{ state, cycle, isLate, pausedBy },
    elapsed: writeLength(clock.elapsed),
    outOfHours:
      outOfHours && `${writeTime(outOfHours.since, zone)} - ${outOfHours.until && writeTime(outOfHours.until, zone)}`,
    passed: words(clock.passed),
    ahead: words(clock.ahead),
    next: next && `${next.what} ${writeTime(next.at, zone)}`,
    tell: [...clock.passed, ...clock.ahead].map(({ tell }) => tell),
  };
}
