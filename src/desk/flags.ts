import { levelTerms } from "../engine/agreement/resolve/level-terms.ts";
import { versionsOf } from "../engine/agreement/resolve/versions.ts";
import type { LevelTerms } from "../engine/agreement/terms.ts";
import type { Reading } from "../engine/clock/reading.ts";
import { clockOf } from "../engine/measure/clock-of.ts";
import { clockReader } from "../engine/measure/clock-reader.ts";
import { relievedLife } from "../engine/measure/granted.ts";
import { judgedAt, type MeasureInput } from "../engine/measure/input.ts";
import { firstOf } from "../engine/measure/moment-of.ts";
import { membership, populationOf } from "../engine/measure/population.ts";
import { fieldAt } from "../engine/record/history.ts";
import type { Fact } from "../engine/record/record.ts";
import { instantOf, wallAt } from "../engine/time/zone.ts";
import { Refusal } from "../wire/refusal.ts";
import { isSame, type Ours, oursOf, ourWords } from "./flags-ours.ts";
import { writeInstant } from "./read-instant.ts";
import type { ReadyJob } from "./run-job.ts";

/** One record with our verdict and the one its source recorded; instants are written in UTC. */
export interface FlaggedRecord {
  readonly record: string;
  readonly ours: Ours;
  readonly theirs: string | null;
  /** Null where one of the two says nothing that could be compared. */
  readonly same: boolean | null;
  readonly opened: string | null;
  readonly due: string | null;
  readonly stopped: string | null;
}

/** How many records have each pair of verdicts; every record of the kind is in one cell. */
export interface Flags {
  readonly level: string;
  readonly title: string;
  readonly asKnown: string;
  readonly records: number;
  readonly cells: readonly { readonly ours: Ours; readonly theirs: string | null; readonly count: number }[];
  /** Stopped clocks, and clocks that still run, against the flag. */
  readonly stopped: Compared;
  readonly open: Compared;
  readonly differing: readonly FlaggedRecord[];
}

export interface Compared {
  readonly compared: number;
  readonly equal: number;
}

/**
 * The verdict that the source recorded on each record (`flag` of the mapping) beside ours, as known just before an
 * instant. Refused where the level is not there, or has no clock.
 */
export function flagsOf(ready: ReadyJob, name: string): Flags {
  const input = inputOf(ready, name);
  const { level } = input;
  const records = flaggedRecords(input);
  const cells = [...Map.groupBy(records, ({ ours, theirs }) => JSON.stringify([ours, theirs])).values()].map((same) => {
    const [{ ours, theirs }] = same as [FlaggedRecord];
    return { ours, theirs, count: same.length };
  });
  return {
    level: name,
    title: level.title,
    asKnown: writeInstant(ready.job.knownUntil),
    records: records.length,
    cells: cells.sort((a, b) => ourWords.indexOf(a.ours) - ourWords.indexOf(b.ours)),
    stopped: comparedIn(records.filter(({ stopped }) => stopped !== null)),
    open: comparedIn(records.filter(({ stopped }) => stopped === null)),
    differing: records.filter(({ same }) => same === false),
  };
}

function comparedIn(records: readonly FlaggedRecord[]): Compared {
  const compared = records.filter(({ same }) => same !== null);
  return { compared: compared.length, equal: compared.filter(({ same }) => same).length };
}

/** The level in its last version known then, over all that is known. */
function inputOf({ job }: ReadyJob, name: string): MeasureInput {
  const { document, knownUntil, zone, byKind, relief, entered } = job;
  const [agreement = "", id = ""] = name.split("/");
  const { day } = wallAt(zone, knownUntil);
  const versions = versionsOf(document, agreement).flatMap(({ version }) =>
    levelTerms(document, agreement, version.from).filter((each) => each.id === id),
  );
  const level = versions.findLast(({ version }) => version.from <= day) ?? versions[0];
  if (level === undefined) throw noSuchLevel(name, document.agreements);
  if (level.clock === null) {
    throw new Refusal("level-without-clock", `'${name}' has no clock, so nothing of it can be held against a flag.`);
  }
  const { contract, calendars, zones } = job.worldAt(level.version.from);
  return {
    ...{ level, contract, calendars, zones, relief, entered, knownUntil, facts: byKind },
    ...{ stage: level.stages[0] ?? null, group: null, period: "", verdicts: new Map() },
    span: { start: instantOf(zone, { day: document.contract.from, second: 0 }), end: knownUntil },
    clocks: clockReader({ contract, calendars, zones, versions }),
  };
}

function noSuchLevel(
  name: string,
  agreements: Readonly<Record<string, { readonly service_levels: Readonly<Record<string, unknown>> }>>,
): Refusal {
  const known = Object.entries(agreements).flatMap(([id, { service_levels }]) =>
    Object.keys(service_levels).map((level) => `${id}/${level}`),
  );
  return new Refusal("unknown-level", `There is no service level '${name}'. Known are: ${known.join(", ")}.`);
}

function flaggedRecords(input: MeasureInput): readonly FlaggedRecord[] {
  const population = populationOf(input);
  const at = judgedAt(input);
  return population.facts
    .filter((fact) => (fact.events[0]?.happened ?? at) < at)
    .map((fact) => {
      const relief = relievedLife(population.granted, fact, at);
      const reading = input.clocks.read(clockOf(input, population, { fact, relief }), at);
      const isIn = membership(input, population, { fact, at }).kind === "in";
      return flagged(input.level, fact, { reading, ours: isIn ? oursOf(input.level, fact, reading) : null });
    });
}

function flagged(
  level: LevelTerms,
  fact: Fact,
  { reading, ours: found }: { readonly reading: Reading; readonly ours: Ours | null },
): FlaggedRecord {
  const ours = found ?? "outside the promise";
  const theirs = fieldAt(fact, "flag", reading.at);
  const by = level.clock?.by ?? null;
  const due = by === null ? reading.due : firstOf(fact, [by]);
  const said = (at: typeof due): string | null => (at === null ? null : writeInstant(at));
  return {
    record: fact.id,
    ours,
    theirs,
    same: isSame(ours, theirs),
    opened: said(reading.started),
    due: said(due),
    stopped: said(reading.stopped),
  };
}
