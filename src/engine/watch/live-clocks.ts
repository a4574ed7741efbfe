import type { LevelTerms } from "../agreement/terms.ts";
import { type Account, countedBefore } from "../clock/account.ts";
import type { ClockInput } from "../clock/clock-input.ts";
import type { Read } from "../clock/judge.ts";
import type { Phase } from "../clock/phases.ts";
import { readCycles, readingOf } from "../clock/read-clock.ts";
import type { Reading } from "../clock/reading.ts";
import { clockOf } from "../measure/clock-of.ts";
import { fieldValue } from "../measure/field-value.ts";
import { reliefFor, relievedLife } from "../measure/granted.ts";
import { instantsOf } from "../measure/moment-of.ts";
import { isOfSource, membership } from "../measure/population.ts";
import type { Fact } from "../record/record.ts";
import type { Relief } from "../record/relief.ts";
import { duration, type Instant, shift } from "../time/instant.ts";
import { aheadOf, farthest } from "./ahead.ts";
import type { LiveClock } from "./live-clock.ts";
import { ordered } from "./ordered.ts";
import { outOfHoursAt } from "./out-of-hours.ts";
import { passedIn } from "./passed.ts";
import { runsOf } from "./runs.ts";
import { missed } from "./warning-terms.ts";
import type { Watched, WatchPlan } from "./watch-plan.ts";

/** One record, what is known of it and of the relief granted in its contract, and the second that is shown. */
export interface LiveInput {
  readonly plan: WatchPlan;
  /** In any order; with the starts of the records merged into it, where the agreement asks for them. */
  readonly fact: Fact;
  readonly relief: readonly Relief[];
  readonly at: Instant;
}

/**
 * The clocks of a record, one for each watched level (and step of it) to whose population it belongs at `at`. None
 * where the clock has not started, or where nothing is promised to the record.
 */
export function liveClocksOf(input: LiveInput): readonly LiveClock[] {
  const live = { ...input, fact: ordered(input.fact) };
  return input.plan.watchedAt(live.fact.kind, live.at).flatMap((watched) => {
    if (!isMember(live, watched)) return [];
    return watched.stages.flatMap((stage, index) => liveClock(live, watched, stage === null ? null : index) ?? []);
  });
}

/** The membership of the measures, as known in this second, at the moment by which the level counts its records. */
function isMember({ plan, fact, relief, at }: LiveInput, { level, population }: Watched): boolean {
  if (!isOfSource(level, fact)) return false;
  const granted = reliefFor(level, relief);
  const seen = { ...population, granted, until: shift(at, duration(1)) };
  const member = { level, contract: plan.contract, group: null };
  return membership(member, seen, { fact, at: countedAt(level, fact, at) }).kind === "in";
}

function countedAt({ rules: { counted_by } }: LevelTerms, fact: Fact, at: Instant): Instant {
  if (counted_by === null || counted_by === "each event" || counted_by === "closing snapshot") return at;
  const [moment] = instantsOf(fact, counted_by);
  return moment !== undefined && moment < at ? moment : at;
}

function liveClock(live: LiveInput, watched: Watched, stage: number | null): LiveClock | null {
  const { plan, fact, at } = live;
  const until = shift(at, duration(1));
  const input = plan.clocks.inputOf(clockFor(live, watched, stage), until);
  const reads = readCycles(input, until);
  const last = reads.at(-1);
  if (last === undefined || last.cycle.phases.at(-1)?.mode === "not started") return null;
  const reading = readingOf(input, reads, until);
  if (!isPromised(input, reading, until)) return null;
  const warnings = plan.warningsOf(input.level);
  const now = { reads, warnings, until };
  const [ahead, passed] = [aheadOf(input, now), passedIn(input, now)];
  const runs = runsOf(reads).at(-1) ?? [];
  return {
    ...named(fact, input.level),
    stage,
    at,
    ...figuresAt(last, reading, at),
    ...standing(last, at),
    cycle: runs.at(-1)?.number ?? 1,
    isLate: passed.some(({ id, cycle }) => id === missed && cycle >= (runs[0]?.number ?? 1)),
    passed,
    ahead: ahead.passed,
    next: nextOf(ahead),
  };
}

/** The clock with the relief and the time elsewhere that are known to come, since it is looked ahead. */
function clockFor({ fact, relief, at }: LiveInput, { level, population }: Watched, stage: number | null) {
  const end = shift(at, farthest);
  const own = { level, stage: stage === null ? null : (level.stages[stage] ?? null) };
  const input = { ...own, span: { start: at, end }, knownUntil: end };
  return clockOf(input, population, { fact, relief: relievedLife(reliefFor(level, relief), fact, end) });
}

/**
 * True where the record has a target, or a due moment, or may yet get one: the field that picks its row is not known.
 * Of averages and percentiles only a record with a target is watched.
 */
function isPromised({ level, fact }: ClockInput, { target, due }: Reading, until: Instant): boolean {
  const { clock } = level;
  if (target !== null || due !== null) return true;
  if (level.measure !== "share in time" || clock === null) return false;
  if (clock.by !== null) return true;
  return clock.per !== null && fieldValue(fact, clock.per, { at: until, until }) === null;
}

const named = (fact: Fact, { agreement, kind, id, version }: LevelTerms) => ({
  ...{ agreement, kind, level: id, version: version.number },
  ...{ record: fact.id, recordKind: fact.kind, tool: fact.tool },
});

/** The figures of the reading, with the seconds counted before the second that is shown. */
function figuresAt(last: Read, reading: Reading, at: Instant) {
  const { state, started, stopped, target, row, calendar, due, dueIfResumed, missedAt } = reading;
  const elapsed = countedBefore(last.accounts.at(-1) as Account, at);
  const remaining = target === null ? null : duration(target - elapsed);
  return { state, started, stopped, elapsed, target, remaining, row, calendar, due, dueIfResumed, missedAt };
}

function standing(last: Read, at: Instant): Pick<LiveClock, "holder" | "pausedBy" | "outOfHours"> {
  const phase = last.cycle.phases.at(-1) as Phase;
  const { mode, holder, bearer, because } = phase;
  return {
    holder,
    pausedBy: mode === "paused" ? { bearer: bearer ?? "nobody", because } : null,
    outOfHours: outOfHoursAt(last.accounts.at(-1)?.calendar ?? null, phase, at),
  };
}

function nextOf({ passed: [first], turn }: ReturnType<typeof aheadOf>): LiveClock["next"] {
  if (turn !== null && (first === undefined || turn < first.at)) return { at: turn, what: "turn" };
  return first ? { at: first.at, what: first.id } : null;
}
