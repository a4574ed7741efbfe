import { addDays, type Day, dateOf, dayOf, readDay, weekdayIndex } from "../src/engine/time/civil.ts";
import { at, type Second } from "./london.ts";
import { firstDay, lastDay } from "./term.ts";

/** Stretches of time in which people work, in order. */
export type Hours = readonly { readonly start: Second; readonly end: Second }[];

/** First and last hour of a day's work; null for a day without. */
type DayHours = readonly [number, number] | null;

const bankHolidays = new Set(
  [
    ...["2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26"],
    ...["2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26"],
    ...["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2025-06-20"],
  ].map((text) => readDay(text)),
);

/** True on days on which the offices are closed: weekends, bank holidays and the founders' day. */
export const isDayOff = (day: Day): boolean => weekdayIndex(day) > 4 || bankHolidays.has(day);

/** Offices: weekdays from eight to six, mornings only on Christmas Eve and New Year's Eve. */
export const officeHours: Hours = hoursBy((day) => {
  if (isDayOff(day)) return null;
  const { month, day: date } = dateOf(day);
  if (month === 12 && (date === 24 || date === 31)) return [8, 12];
  return day === dayOf(2024, 9, 6) ? [8, 13] : [8, 18];
});

/** Support: weekdays from seven to nine in the evening, and Saturday mornings. */
export const supportHours: Hours = hoursBy((day) => {
  if (bankHolidays.has(day) && day !== dayOf(2025, 6, 20)) return null;
  if (weekdayIndex(day) === 6) return null;
  return weekdayIndex(day) === 5 ? [9, 13] : [7, 21];
});

/** Every second. */
export const always: Hours = [{ start: at(addDays(firstDay, -30), 0), end: at(addDays(lastDay, 90), 0) }];

/** The instant at which `seconds` of work have been done since `from`. */
export function after(hours: Hours, from: Second, seconds: number): Second {
  let left = seconds;
  for (let index = firstEndingAfter(hours, from); index < hours.length; index += 1) {
    const span = hours[index];
    if (span === undefined) break;
    const start = Math.max(span.start, from);
    if (span.end - start > left) return Math.round(start + left);
    left -= span.end - start;
  }
  throw new RangeError("the simulated hours end before the work does");
}

function hoursBy(of: (day: Day) => DayHours): Hours {
  const days = Array.from({ length: lastDay - firstDay + 121 }, (_, index) => addDays(firstDay, index - 30));
  return days.flatMap((day) => {
    const open = of(day);
    return open === null ? [] : [{ start: at(day, open[0]), end: at(day, open[1]) }];
  });
}

function firstEndingAfter(hours: Hours, from: Second): number {
  let [low, high] = [0, hours.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle]?.end ?? Number.POSITIVE_INFINITY) > from) high = middle;
    else low = middle + 1;
  }
  return low;
}
