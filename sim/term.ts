import { type Day, dateOf, dayOf } from "../src/engine/time/civil.ts";
import { at, dayAt, type Second } from "./london.ts";

/** The months that are simulated and reported: April 2024 to March 2026. */
export const firstDay: Day = dayOf(2024, 4, 1);
export const months = 24;

/** The tools go on after the last month until their records are exported. */
export const lastDay: Day = dayOf(2026, 4, 8);

/** The morning of the export: nothing later is written. */
export const end: Second = at(dayOf(2026, 4, 9), 6);

/** Number of the month an instant lies in; 0 is the first, and those before and after the term go on counting. */
export function monthAt(second: Second): number {
  const { year, month } = dateOf(dayAt(second));
  return (year - 2024) * 12 + month - 4;
}

/** The first day of a month by its number, which may lie beyond the term. */
export const firstOfMonth = (month: number): Day =>
  dayOf(2024 + Math.floor((month + 3) / 12), ((month + 3) % 12) + 1, 1);
