import type { LevelTerms } from "../agreement/terms.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import { type ClockClass, clockClasses, type Member } from "./clock-class.ts";
import type { Columns } from "./columns.ts";
import { fieldMissing, speaksOf } from "./membership.ts";
import { overOf, type Totals, totalsOf } from "./over.ts";
import { modes, noPhases, type Phases, walk } from "./walk.ts";

/** What columns are evaluated under: periods sorted and apart, and the end of what is known. */
export interface BatchInput {
  readonly levels: readonly LevelTerms[];
  readonly periods: readonly Span[];
  readonly calendars: Calendars;
  readonly knownUntil: Instant;
}

/** Counters by `level * periods + period`, in the order of both. */
export interface Counts {
  readonly inTime: Int32Array;
  /** Late by its own running. */
  readonly late: Int32Array;
  /** Late because a change of priority found the new target used up. */
  readonly lateByChange: Int32Array;
  /** Stopped without a row because the row's field is nowhere known. */
  readonly unknown: Int32Array;
  /** Under a row and neither judged, stopped nor called off at the end of the period. */
  readonly running: Int32Array;
}

interface Job {
  readonly columns: Columns;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly counts: Counts;
  readonly phases: Phases;
  /** Grows with the longest history. */
  totals: Totals;
}

/**
 * Judges levels that `canBatch` takes over the records of one kind, each period on what happened before its end
 * (semantics 52), as the plain engine does. `columns.plainOnly` is left to the caller.
 */
export function evaluateColumns(columns: Columns, input: BatchInput): Counts {
  const { levels, periods, knownUntil } = input;
  const counts = noCounts(levels.length * periods.length);
  const known = periods.filter(({ start }) => start < knownUntil);
  const starts = Float64Array.from(known, ({ start }) => start);
  const ends = Float64Array.from(known, ({ end }) => Math.min(end, knownUntil));
  const until = ends.at(-1);
  if (until === undefined || columns.happened.length === 0) return counts;
  const begin = columns.happened.reduce((a, b) => Math.min(a, b), until - 1);
  const span = { start: begin as Instant, end: (until + 1) as Instant };
  const job: Job = { columns, starts, ends, counts, phases: noPhases(), totals: new Float64Array(64) };
  const width = periods.length;
  for (const clock of clockClasses(levels, columns, { calendars: input.calendars, span }))
    judgeClass(job, clock, width);
  return counts;
}

function judgeClass(job: Job, clock: ClockClass, width: number): void {
  const { columns, phases, ends } = job;
  const until = ends.at(-1) as number;
  for (let record = 0; record < columns.count; record += 1) {
    walk(columns, record, { clock, until, into: phases });
    if (phases.count === 0) continue;
    job.totals = totalsOf(clock, phases, job.totals);
    for (const member of clock.members) judgeRecord(job, clock, { member, record, offset: member.index * width });
  }
}

interface Of {
  readonly member: Member;
  readonly record: number;
  readonly offset: number;
}

/** The one miss of a record, the stops that stood at the end of their period, and the periods it outlasted. */
function judgeRecord(job: Job, clock: ClockClass, of: Of): void {
  const { columns, phases, starts, ends, counts } = job;
  const over = overOf(clock, phases, { totals: job.totals, limits: of.member.limits });
  let period = 0;
  while (period < ends.length && (ends[period] as number) <= (phases.start[0] as number)) period += 1;
  for (let phase = 0; period < ends.length; period += 1) {
    const end = ends[period] as number;
    if (over.at < end) {
      const isHere = over.at >= (starts[period] as number) && speaksOf(columns, of, { at: over.at, until: end });
      if (isHere) bump(over.byChange ? counts.lateByChange : counts.late, of.offset + period);
      return;
    }
    while (phase + 1 < phases.count && (phases.start[phase + 1] as number) < end) phase += 1;
    const mode = phases.mode[phase] as number;
    if (mode === modes.stopped) countStop(job, clock, { of, phase, period });
    else if (mode !== modes.cancelled && (phases.row[phase] as number) >= 0) {
      if (speaksOf(columns, of, { at: end, until: end })) bump(counts.running, of.offset + period);
    }
    if (phase + 1 === phases.count && mode > modes.paused) return;
  }
}

function countStop(
  { columns, phases, starts, ends, counts }: Job,
  clock: ClockClass,
  { of, phase, period }: { of: Of; phase: number; period: number },
): void {
  let first = phase;
  while (first > 0 && phases.mode[first - 1] === modes.stopped) first -= 1;
  const at = phases.start[first] as number;
  const until = ends[period] as number;
  if (at < (starts[period] as number) || !speaksOf(columns, of, { at, until })) return;
  if ((phases.row[first] as number) >= 0) bump(counts.inTime, of.offset + period);
  else if (fieldMissing(columns, of.record, { field: clock.keyed, at, until }))
    bump(counts.unknown, of.offset + period);
}

const bump = (counter: Int32Array, index: number): void => {
  counter[index] = (counter[index] as number) + 1;
};

const noCounts = (length: number): Counts => ({
  inTime: new Int32Array(length),
  late: new Int32Array(length),
  lateByChange: new Int32Array(length),
  unknown: new Int32Array(length),
  running: new Int32Array(length),
});
