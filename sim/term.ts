import { addDays, type Day, dateOf, dayOf } from "../src/engine/time/civil.ts";
import { at, dayAt, type Second } from "./london.ts";

/** The fourteen months that are simulated. */
export const firstDay: Day = dayOf(2025, 1, 1);
export const lastDay: Day = dayOf(2026, 2, 28);
export const months = 14;

/** The end of the last day: nothing later is written. */
export const end: Second = at(addDays(lastDay, 1), 0);

/** Number of the month an instant lies in; 0 is the first. Beyond the term, its first or last. */
export function monthAt(second: Second): number {
  const { year, month } = dateOf(dayAt(second));
  return Math.min(months - 1, Math.max(0, (year - 2025) * 12 + month - 1));
}

/** The first day of a month by its number, which may lie beyond the term. */
export const firstOfMonth = (month: number): Day => dayOf(2025 + Math.floor(month / 12), (month % 12) + 1, 1);
