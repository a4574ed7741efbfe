import { type Day, dateOf } from "../../time/civil.ts";

/** A month as a count of months since year 0, so that windows are differences. */
export function readMonth(text: string): number {
  const [year, month] = text.split("-").map(Number);
  return (year ?? 0) * 12 + (month ?? 1) - 1;
}

/** `2025-07` for a count of months. */
export const writeMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;

/** How many of the months lie in the window of so many months that ends with `end`, that one included. */
export const inWindow = (months: readonly number[], end: number, size: number): number =>
  months.filter((month) => month <= end && month > end - size).length;

/** The month so many months after one. */
export const monthsAfter = (month: number, count: number): number => month + count;

/** The month of a day, counted as `months.ts` counts. */
export function monthOf(day: Day): number {
  const { year, month } = dateOf(day);
  return year * 12 + month - 1;
}
