import type { ContractTerms, LevelTerms, Stage } from "../agreement/terms.ts";
import type { MeasureKind, RecordKind } from "../agreement/words.ts";
import type { Calendars } from "../calendar/calendar.ts";
import { type ClockReader, clockReader } from "../measure/clock-reader.ts";
import { type Population, populationOf } from "../measure/population.ts";
import { versionFor } from "../period/evaluate-agreement.ts";
import { periodOf } from "../period/periods.ts";
import { promisedSpan, zoneOf } from "../period/promised.ts";
import { type Instant, instant } from "../time/instant.ts";
import { holds, type Span } from "../time/span.ts";
import type { Zone } from "../time/zone.ts";
import { usualWarnings, versionKey, type Warning } from "./warning-terms.ts";

/** The contract whose clocks are watched. `warnings` by `versionKey`; a version that is not in it has the usual ones. */
export interface WatchTerms {
  /** All versions of all levels. */
  readonly levels: readonly LevelTerms[];
  readonly warnings: ReadonlyMap<string, readonly Warning[]>;
  readonly contract: ContractTerms;
  readonly calendars: Calendars;
  readonly zones: ReadonlyMap<string, Zone>;
}

/** One version of a level that is watched. */
export interface Watched {
  readonly level: LevelTerms;
  readonly stages: readonly (Stage | null)[];
  readonly population: Population;
}

/** A contract made ready to be watched; good until an amendment adds a version. */
export interface WatchPlan extends Omit<WatchTerms, "levels" | "warnings"> {
  readonly clocks: ClockReader;
  /** Every version of every level that is watched, by the kind of record. */
  readonly levels: ReadonlyMap<RecordKind, readonly LevelTerms[]>;
  /** The levels whose population records of a kind may belong to at an instant. */
  readonly watchedAt: (kind: RecordKind, at: Instant) => readonly Watched[];
  readonly warningsOf: (level: LevelTerms) => readonly Warning[];
}

/** Makes a contract ready: what depends on its terms alone is worked out once. */
export function watchPlan({ levels, warnings, ...around }: WatchTerms): WatchPlan {
  const clocks = clockReader({ ...around, versions: levels });
  const watched = levels.filter(isWatched);
  const groups = [...Map.groupBy(watched, ({ agreement, id }) => `${agreement}/${id}`).values()].map((versions) =>
    groupOf(around, versions),
  );
  const byKind = Map.groupBy(groups, ({ kind }) => kind);
  return {
    ...around,
    clocks,
    levels: Map.groupBy(watched, ({ of }) => of as RecordKind),
    watchedAt: (kind, at) => (byKind.get(kind) ?? []).flatMap((group) => group.at(at) ?? []),
    warningsOf: (level) => warnings.get(versionKey(level)) ?? usualWarnings,
  };
}

/**
 * True for levels whose figure a clock of each record makes: shares in time, and averages, percentiles and times to
 * restore of what clocks show; of the latter only records that have a target of their own are watched.
 */
export const isWatched = ({ measure, clock, of, value }: LevelTerms): boolean =>
  clock !== null && of !== null && shapes.has(measure) && (measure === "share in time" || value === null);

const shapes: ReadonlySet<MeasureKind> = new Set(["share in time", "average", "percentile", "time to restore"]);

interface LevelGroup {
  readonly kind: RecordKind;
  readonly at: (at: Instant) => Watched | null;
}

type Around = Pick<WatchTerms, "contract" | "zones">;

/** The versions of one level. Its period terms are those of the version in force when the period began (semantics 17). */
function groupOf(around: Around, versions: readonly LevelTerms[]): LevelGroup {
  const all = versions.map((level) => ({ watched: watchedOf(around, level), promised: promisedOf(around, level) }));
  const [first] = versions as readonly [LevelTerms, ...LevelTerms[]];
  return { kind: first.of as RecordKind, at };

  function at(instant: Instant): Watched | null {
    const isAlways = all.length === 1 && first.version.until === null;
    const one = isAlways ? all[0] : all.find(({ watched }) => watched.level === versionAt(instant));
    return one?.promised && holds(one.promised, instant) ? one.watched : null;
  }

  function versionAt(instant: Instant): LevelTerms | null {
    const terms = { terms: first.period, zone: zoneOf(around), contractFrom: around.contract.from };
    return versionFor(around, versions, periodOf(terms, instant));
  }
}

function watchedOf({ contract }: Around, level: LevelTerms): Watched {
  const never = { span: always, knownUntil: always.end };
  const population = populationOf({ level, contract, group: null, facts: {}, relief: [], ...never });
  return { level, stages: level.stages.length > 0 ? level.stages : [null], population };
}

/** When the promise is given at all: not before the agreement, nor after the contract. */
const promisedOf = (around: Around, level: LevelTerms): Span | null => promisedSpan({ ...around, level }, always);

const always: Span = { start: instant(Number.MIN_SAFE_INTEGER), end: instant(Number.MAX_SAFE_INTEGER) };
