import type { Allowed } from "../agreement/quantity.ts";
import type { ContractTerms, LevelTerms } from "../agreement/terms.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { ClockInput } from "../clock/clock-input.ts";
import { readClock } from "../clock/read-clock.ts";
import type { Reading } from "../clock/reading.ts";
import { momentsOf, stateAt } from "../record/history.ts";
import { indexOf } from "../record/index-of.ts";
import type { Fact } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import { instantOf, wallAt, type Zone } from "../time/zone.ts";
import { instantsOf } from "./moment-of.ts";

/** The clock of one record under one level or one of its stages. */
export interface ClockOf {
  readonly level: LevelTerms;
  readonly within: Allowed | null;
  readonly fact: Fact;
  readonly relief: readonly Span[];
  /** When it belonged to services of another agreement; none when absent. */
  readonly elsewhere?: readonly Span[];
}

/** Reads clocks, and remembers which of them can show nothing new. */
export interface ClockReader {
  readonly read: (clock: ClockOf, at: Instant) => Reading;
  /** What the clock is read from at an instant: the terms of the version that rules it then. */
  readonly inputOf: (clock: ClockOf, at: Instant) => ClockInput;
  /** True where nothing can be judged at or after `from`: no event is left, and none is needed to say so. */
  readonly settledBefore: (clock: ClockOf, from: Instant) => boolean;
}

/** What a reader needs beside the record; `versions` are all versions of all levels, in any order. */
export interface ClockReaderTerms {
  readonly contract: ContractTerms;
  readonly calendars: Calendars;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly versions: readonly LevelTerms[];
}

/** A reader for one evaluation. Clock terms are those of the version in force when the clock started (semantics 17). */
export function clockReader(terms: ClockReaderTerms): ClockReader {
  const others = Map.groupBy(terms.versions, keyOf);
  const settled = new WeakMap<object, WeakMap<Fact, Instant>>();
  return { read: (clock, at) => readClock(inputOf(clock, at), at), inputOf, settledBefore };

  function inputOf(clock: ClockOf, at: Instant): ClockInput {
    const versions = others.get(keyOf(clock.level)) ?? [];
    return inputUnder(clock, versions.length < 2 ? clock.level : ruling(clock, versions, at));
  }

  function inputUnder(clock: ClockOf, level: LevelTerms): ClockInput {
    const within = level === clock.level ? clock.within : sameStage(clock, level);
    const { contract, calendars } = terms;
    const { fact, relief, elsewhere = [] } = clock;
    return { level, within, contract, calendars, fact, relief, elsewhere };
  }

  /** The version in force when the clock started, or a later one that says it reaches clocks already running. */
  function ruling(clock: ClockOf, versions: readonly LevelTerms[], at: Instant): LevelTerms {
    const first = versionAtStart(terms, clock, versions);
    const later = versions.filter(({ version }) => version.from > first.version.from).sort(byStart);
    return later.reduce((level, next) => (reaches(clock, { level, next, at }) ? next : level), first);
  }

  function reaches(clock: ClockOf, { level, next, at }: { level: LevelTerms; next: LevelTerms; at: Instant }): boolean {
    const zone = terms.zones.get(terms.contract.zone);
    const effective = zone && instantOf(zone, { day: next.version.from, second: 0 });
    if (effective === undefined || effective >= at || next.version.appliesTo === undefined) return false;
    if (next.version.appliesTo === "all records of the period") return true;
    const { state } = readClock(inputUnder(clock, level), effective);
    return state === "running" || state === "paused";
  }

  function settledBefore(clock: ClockOf, from: Instant): boolean {
    const last = clock.fact.events.at(-1);
    if (last === undefined) return true;
    if (last.happened >= from) return false;
    const key = clock.within ?? clock.level;
    const known = settled.get(key) ?? new WeakMap<Fact, Instant>();
    settled.set(key, known);
    const since = known.get(clock.fact);
    if (since !== undefined && since <= from) return true;
    const now =
      isPlainlyOver(clock, last.happened) || showsNothingNew(readClock(inputOf(clock, from), from), clock.level);
    if (now) known.set(clock.fact, from);
    return now;
  }
}

const keyOf = ({ agreement, id }: LevelTerms): string => `${agreement}/${id}`;

const byStart = (a: LevelTerms, b: LevelTerms): number => a.version.from - b.version.from;

function versionAtStart(terms: ClockReaderTerms, clock: ClockOf, versions: readonly LevelTerms[]): LevelTerms {
  const zone = terms.zones.get(terms.contract.zone);
  const starts = clock.level.clock?.starts ?? "opened";
  const start = instantsOf(clock.fact, starts)[0] ?? clock.fact.events[0]?.happened;
  if (!zone || start === undefined) return clock.level;
  const { day } = wallAt(zone, start);
  const inForce = ({ version }: LevelTerms): boolean =>
    version.from <= day && (version.until === null || day <= version.until);
  return versions.find(inForce) ?? clock.level;
}

/** The time of the same step of a staged test in another version. */
function sameStage({ level, within }: ClockOf, other: LevelTerms): Allowed | null {
  if (within === null) return null;
  return other.stages[level.stages.findIndex((stage) => stage.within === within)]?.within ?? within;
}

/** A record that ended, or whose clock was stopped for good, without reading the clock. */
function isPlainlyOver({ level, fact }: ClockOf, last: Instant): boolean {
  const stops = level.clock?.stops ?? "resolved";
  const state = stateAt(fact, last)?.kind;
  if (state === "cancelled") return true;
  if (isReopenedSince(fact)) return false;
  if (state === "closed") return undoneByReopening.has(stops);
  if (state === "resolved") return undoneByReopening.has(stops) && stops !== "closed";
  return !undoneByReopening.has(stops) && instantsOf(fact, stops).length > 0;
}

/** True where a moment alone says that the record was reopened, in the second of its last state or after it. */
function isReopenedSince(fact: Fact): boolean {
  const reopened = momentsOf(fact, "reopened").at(-1);
  const entered = indexOf(fact).states.at.at(-1);
  return reopened !== undefined && entered !== undefined && reopened.at >= entered;
}

const undoneByReopening: ReadonlySet<string> = new Set(["resolved", "closed", "fulfilled", "handed on", "responded"]);

function showsNothingNew({ state, missedAt, target }: Reading, { rules, clock }: LevelTerms): boolean {
  if (state === "stopped" || state === "cancelled" || state === "not started") return true;
  const promisesNothing = target === null && clock?.by === null;
  return promisesNothing || (rules.missed_once === "stays missed" && missedAt !== null);
}
