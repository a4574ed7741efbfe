import { addDays, type Day, dateOf, daysInMonth, weekdayIndex } from "../src/engine/time/civil.ts";
import { at, type Second } from "./london.ts";
import type { Chance } from "./random.ts";
import { firstDay, firstOfMonth, lastDay, monthAt } from "./term.ts";
import { isDayOff } from "./working-hours.ts";

/** What share of a week falls on each day: Monday is the peak. */
const ofWeekday = [1.42, 1.12, 1.02, 0.98, 0.86, 0.09, 0.06];
const onDayOff = 0.07;

/** How much of a day falls on each of its hours, from midnight on. */
const ofHour = [1, 1, 1, 1, 1, 2, 5, 18, 52, 88, 84, 70, 50, 62, 74, 66, 50, 28, 12, 8, 6, 4, 3, 2];

export interface Flow {
  /** How many a usual month brings. */
  readonly perMonth: number;
  readonly factor: (at: Second) => number;
  /** Hours of the day in which anything can arrive, weekdays alone; all of them without it. */
  readonly within?: readonly [number, number];
}

/** Instants at which things arrive over the whole term, in order. */
export function arrivals(chance: Chance, flow: Flow): Second[] {
  const found: Second[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    const mean = (flow.perMonth * flow.factor(at(day, 12)) * weightOf(day, flow)) / weightOfMonth(day, flow);
    const count = chance.count(mean);
    for (let one = 0; one < count; one += 1) found.push(at(day, hourOf(chance, flow)) + chance.whole(0, 3599));
  }
  return found.sort((a, b) => a - b);
}

function weightOf(day: Day, { within }: Flow): number {
  if (!isDayOff(day)) return ofWeekday[weekdayIndex(day)] ?? 1;
  return within ? 0 : onDayOff;
}

function weightOfMonth(day: Day, flow: Flow): number {
  const { year, month } = dateOf(day);
  const first = firstOfMonth(monthAt(at(day, 12)));
  let total = 0;
  for (let index = 0; index < daysInMonth(year, month); index += 1) total += weightOf(addDays(first, index), flow);
  return total;
}

function hourOf(chance: Chance, { within }: Flow): number {
  const [from, to] = within ?? [0, 24];
  return chance.pick(ofHour.flatMap((weight, hour) => (hour >= from && hour < to ? [[hour, weight] as const] : [])));
}
