/** A calendar date as the count of days since 1970-01-01; the same everywhere, with no zone in it. */
export type Day = number & { readonly __unit: "day" };

/** A wall-clock reading: a date and the seconds of that date, 0 to 86 400 (24:00). */
export interface Wall {
  readonly day: Day;
  readonly second: number;
}

export const secondsOfDay = 86_400;

export type Weekday = "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";
export const weekdays: readonly Weekday[] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a proleptic Gregorian date. A month or day out of range runs over, as in a calendar sum. */
export function dayOf(year: number, month: number, day: number): Day {
  const years = year + Math.floor((month - 1) / 12);
  const months = (((month - 1) % 12) + 12) % 12;
  const y = months < 2 ? years - 1 : years;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((months + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as Day;
}

/** Year, month (1-12) and day (1-31) of a day. */
export function dateOf(day: Day): YearMonthDay {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

export const addDays = (day: Day, count: number): Day => (day + count) as Day;

/** 0 for Monday to 6 for Sunday. */
export const weekdayIndex = (day: Day): number => (((day + 3) % 7) + 7) % 7;
export const weekdayOf = (day: Day): Weekday => weekdays[weekdayIndex(day)] as Weekday;

/** `2026-10-01`; years beyond four digits are written as they are. */
export function writeDay(day: Day): string {
  const { year, month, day: d } = dateOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

/** Reads `2026-10-01`; null when it is written otherwise or the date does not exist. */
export function readDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, d] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || d < 1 || d > daysInMonth(year, month)) return null;
  return dayOf(year, month, d);
}

export const daysInMonth = (year: number, month: number): number => dayOf(year, month + 1, 1) - dayOf(year, month, 1);
