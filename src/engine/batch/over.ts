import type { ClockClass } from "./clock-class.ts";
import { modes, type Phases } from "./walk.ts";

/** The first second over target and whether a change of priority made it so; at infinity where there is none. */
export interface Over {
  readonly at: number;
  readonly byChange: boolean;
}

export const noOver: Over = { at: Number.POSITIVE_INFINITY, byChange: false };

/** Seconds shown after each phase by the row that rules it, counted from the start of the clock. */
export type Totals = Float64Array;

/** Every stretch of one row counts the whole clock again by that row's calendar (semantics 3). */
export function totalsOf(clock: ClockClass, { count, start, mode, row }: Phases, reuse: Totals): Totals {
  const totals = reuse.length < count ? new Float64Array(count * 2) : reuse;
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    const calendar = clock.calendars[row[i] as number];
    if (i > 0 && row[i] !== row[i - 1]) {
      total = 0;
      for (let j = 0; j < i; j += 1) {
        if (mode[j] === modes.running && calendar)
          total += calendar.elapsed(start[j] as number, start[j + 1] as number);
      }
    }
    if (mode[i] === modes.running && calendar) total += calendar.elapsed(start[i] as number, start[i + 1] as number);
    totals[i] = total;
  }
  return totals;
}

/** The first phase whose row's limit is passed. What earlier phases had used up was used up by the change of row. */
export function overOf(
  clock: ClockClass,
  phases: Phases,
  { totals, limits }: { readonly totals: Totals; readonly limits: Float64Array },
): Over {
  const { count, start, mode, row } = phases;
  for (let i = 0; i < count; i += 1) {
    const calendar = clock.calendars[row[i] as number];
    const limit = limits[row[i] as number];
    if (calendar === undefined || limit === undefined || (totals[i] as number) <= limit) continue;
    const here = mode[i] === modes.running ? calendar.elapsed(start[i] as number, start[i + 1] as number) : 0;
    const left = limit - (totals[i] as number) + here;
    if (left >= 0) return { at: calendar.firstAfter(start[i] as number, left) ?? noOver.at, byChange: false };
    if (mode[i] === modes.running || mode[i] === modes.paused || isMetByChange(phases, i))
      return { at: start[i] as number, byChange: true };
  }
  return noOver;
}

/** A change of row while the clock goes on is met at once, even where the same event stops it. */
const isMetByChange = ({ mode, row }: Phases, i: number): boolean =>
  i > 0 && row[i] !== row[i - 1] && (mode[i - 1] as number) <= modes.paused;
