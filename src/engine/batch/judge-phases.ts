import { kinds } from "./kinds.ts";
import { modes, type Phases } from "./phases.ts";
import type { ClockClass } from "./plan.ts";
import { bump, type Run } from "./run.ts";
import { codeAt } from "./selections.ts";
import { instantAfter, never, workedAt } from "./service-table.ts";

/** What the row of each phase shows at its start and its end. */
export interface Shown {
  count: number;
  row: Int32Array;
  before: Int32Array;
  after: Int32Array;
  /** Service seconds of the row's calendar before the start. */
  worked: Int32Array;
}

export const noShown = (length: number): Shown => ({
  count: length,
  row: new Int32Array(length),
  before: new Int32Array(length),
  after: new Int32Array(length),
  worked: new Int32Array(length),
});

/** A class of clocks, the record and its phases. */
export interface Case {
  readonly run: Run;
  readonly record: number;
  readonly clock: ClockClass;
  readonly phases: Phases;
  readonly shown: Shown;
  /** Index of the first period to judge. */
  readonly period: number;
}

/** Every stretch of one row counts the whole clock again by that row's calendar (semantics 3). */
export function showRows({ run, clock, phases, shown }: Case): void {
  const { table } = run.plan;
  const { row, before, after, worked } = shown;
  for (let i = 0; i < phases.count; i += 1) {
    const here = clock.rowOf[phases.key[i] as number] as number;
    row[i] = here;
    if (here < 0) continue;
    const calendar = clock.calendars[here] as number;
    const isOn = i > 0 && (row[i - 1] as number) >= 0 && clock.calendars[row[i - 1] as number] === calendar;
    const begun = isOn ? (after[i - 1] as number) : secondsBefore({ run, phases, calendar }, i);
    before[i] = begun;
    worked[i] = workedAt(table, calendar, phases.start[i] as number);
    const ran = phases.mode[i] === modes.running;
    after[i] = ran ? begun + workedAt(table, calendar, phases.start[i + 1] as number) - (worked[i] as number) : begun;
  }
}

function secondsBefore(
  { run, phases, calendar }: { readonly run: Run; readonly phases: Phases; readonly calendar: number },
  phase: number,
): number {
  const { table } = run.plan;
  let seconds = 0;
  for (let i = 0; i < phase; i += 1) {
    if (phases.mode[i] !== modes.running) continue;
    seconds += workedAt(table, calendar, phases.start[i + 1] as number);
    seconds -= workedAt(table, calendar, phases.start[i] as number);
  }
  return seconds;
}

/** The one miss of a record, the stops that stood at the end of their period, and the periods it outlasted. */
export function judgePhases(of: Case, member: number): void {
  const { run, clock, phases, shown } = of;
  const { starts, ends } = run.periods;
  const level = clock.levels[member] as number;
  const late = lateOf(of, member);
  const isLate = late >= 0;
  const missedAt = isLate ? missOf(of, member, late) : never;
  for (let period = of.period, phase = 0; period < ends.length; period += 1) {
    const end = ends[period] as number;
    if (missedAt < end) {
      const kind = isByChange(of, member, late) ? kinds.lateByChange : kinds.late;
      const isHere = missedAt >= (starts[period] as number) && speaksOf(of, { at: missedAt, until: end });
      if (isHere) bump(run, level, { period, kind });
      return;
    }
    while (phase + 1 < phases.count && (phases.start[phase + 1] as number) < end) phase += 1;
    const mode = phases.mode[phase] as number;
    if (mode === modes.stopped) countStop(of, member, { phase, period });
    else if (mode !== modes.cancelled && (shown.row[phase] as number) >= 0) {
      if (speaksOf(of, { at: end, until: end })) bump(run, level, { period, kind: kinds.running });
    }
    if (phase + 1 === phases.count && mode > modes.paused) return;
  }
}

/** The phase in which the limit of its row is passed; -1: none. What earlier phases used up, a change of row did. */
function lateOf({ clock, phases, shown }: Case, member: number): number {
  const { limits, levels } = clock;
  for (let i = 0; i < phases.count; i += 1) {
    const row = shown.row[i] as number;
    if (row < 0) continue;
    const limit = limits[row * levels.length + member] as number;
    if ((shown.after[i] as number) <= limit) continue;
    if ((shown.before[i] as number) <= limit) return i;
    if ((phases.mode[i] as number) <= modes.paused || isMetByChange(phases, shown, i)) return i;
  }
  return -1;
}

/** A change of row while the clock goes on is met at once, even where the same event stops it. */
const isMetByChange = ({ mode }: Phases, { row }: Shown, i: number): boolean =>
  i > 0 && row[i] !== row[i - 1] && (mode[i - 1] as number) <= modes.paused;

const limitAt = ({ clock, shown }: Case, member: number, phase: number): number =>
  clock.limits[(shown.row[phase] as number) * clock.levels.length + member] as number;

const isByChange = (of: Case, member: number, phase: number): boolean =>
  (of.shown.before[phase] as number) > limitAt(of, member, phase);

/** The first second over the limit; where a change of row found it passed, the change itself. */
function missOf(of: Case, member: number, phase: number): number {
  const { run, clock, phases, shown } = of;
  const from = phases.start[phase] as number;
  const left = limitAt(of, member, phase) - (shown.before[phase] as number);
  if (left < 0) return from;
  const calendar = clock.calendars[shown.row[phase] as number] as number;
  return instantAfter(run.plan.table, calendar, { total: (shown.worked[phase] as number) + left, from });
}

/** A stop counts where the last stretch of being stopped began. */
function countStop(
  of: Case,
  member: number,
  { phase, period }: { readonly phase: number; readonly period: number },
): void {
  const { run, record, clock, phases, shown } = of;
  const level = clock.levels[member] as number;
  let first = phase;
  while (first > 0 && phases.mode[first - 1] === modes.stopped) first -= 1;
  const seen = { at: phases.start[first] as number, until: run.periods.ends[period] as number };
  if (seen.at < (run.periods.starts[period] as number) || !speaksOf(of, seen)) return;
  if ((shown.row[first] as number) >= 0) bump(run, level, { period, kind: kinds.inTime });
  else if (valueAt(run, record, { field: clock.field, ...seen }) === 0)
    bump(run, level, { period, kind: kinds.unknown });
}

interface Seen {
  readonly at: number;
  readonly until: number;
}

/** True where a level speaks of the record as it is counted at an instant. */
function speaksOf({ run, record, clock }: Case, seen: Seen): boolean {
  for (const { field, holds } of run.plan.selections.masks[clock.selection] ?? []) {
    if (holds[valueAt(run, record, { field, ...seen })] !== 1) return false;
  }
  return true;
}

/** The code of a field as the record is counted; instants here begin with the first event of all. */
const valueAt = ({ columns, base }: Run, record: number, of: Seen & { readonly field: number }): number =>
  codeAt(columns, record, { field: of.field, at: of.at + base, until: of.until + base });
