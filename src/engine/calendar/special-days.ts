import type { HolidaySet, SpecialDay } from "../agreement/hours.ts";
import { type Day, dateOf } from "../time/civil.ts";

/**
 * The special day that rules a date, or null for a day of the week like any other.
 * A day with a year beats a yearly one, both beat those of the country; of two sets the later in the list wins,
 * among days of the same kind: a later set's yearly day does not undo an earlier set's day with a year.
 */
export function specialDayFinder(sets: readonly HolidaySet[]): (day: Day) => SpecialDay | null {
  const indexed = sets.map((set) => ({ set, dated: byDay(set.dated), country: byDay(set.country) }));
  const strongestFirst = [...indexed].reverse();
  return (day) =>
    strongest(strongestFirst, ({ dated }) => dated.get(day)) ??
    strongest(strongestFirst, ({ set }) => yearly(set, day)) ??
    strongest(strongestFirst, ({ country }) => country.get(day));
}

function strongest<T>(all: readonly T[], find: (one: T) => SpecialDay | undefined): SpecialDay | null {
  for (const one of all) {
    const found = find(one);
    if (found) return found;
  }
  return null;
}

function yearly(set: HolidaySet, day: Day): SpecialDay | undefined {
  if (set.yearly.length === 0) return undefined;
  const { month, day: date } = dateOf(day);
  const found = set.yearly.find((each) => each.month === month && each.date === date);
  return found && { day, name: found.name, open: found.open, set: set.id };
}

const byDay = (days: readonly SpecialDay[]): ReadonlyMap<Day, SpecialDay> =>
  new Map(days.map((each) => [each.day, each]));
