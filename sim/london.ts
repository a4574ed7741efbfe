import { type Day, dateOf, dayOf, secondsOfDay, weekdayIndex } from "../src/engine/time/civil.ts";

/** Seconds of the epoch, in UTC; everything in the simulator happens at such a number. */
export type Second = number;

/** The instant of a wall time in London. A time said twice is its first saying. */
export function at(day: Day, hours: number, minutes = 0): Second {
  const local = day * secondsOfDay + hours * 3600 + minutes * 60;
  return isSummer(local - 3600) ? local - 3600 : local;
}

/** The instant of a wall time written as `2025-08-12 10:14`. */
export function when(text: string): Second {
  const [year, month, day, hours, minutes] = text.split(/[- :]/).map(Number);
  return at(dayOf(year ?? 0, month ?? 1, day ?? 1), hours ?? 0, minutes ?? 0);
}

/** The instant of a time in UTC, written the same way. */
export const utc = (text: string): Second => Date.parse(`${text.replace(" ", "T")}Z`) / 1000;

export const dayAt = (second: Second): Day => Math.floor(local(second) / secondsOfDay) as Day;

/** `2025-08-12 10:14:00`, as a service desk tool writes it in London. */
export const stamp = (second: Second): string => `${isoDay(dayAt(second))} ${clock(second)}`;

/** `12/08/2025 10:14:00`, the day first. */
export function dayFirst(second: Second): string {
  const { year, month, day } = dateOf(dayAt(second));
  return `${two(day)}/${two(month)}/${year} ${clock(second)}`;
}

/** `2025-08-12T09:14:00Z` */
export const zulu = (second: Second): string => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`;

export function isoDay(day: Day): string {
  const { year, month, day: date } = dateOf(day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** British summer time: from the last Sunday of March to that of October, at 01:00 UTC. */
function isSummer(second: Second): boolean {
  const { year } = dateOf(Math.floor(second / secondsOfDay) as Day);
  const change = (month: number): Second => {
    const last = dayOf(year, month, 31);
    return (last - ((weekdayIndex(last) + 1) % 7)) * secondsOfDay + 3600;
  };
  return second >= change(3) && second < change(10);
}

const local = (second: Second): number => second + (isSummer(second) ? 3600 : 0);

function clock(second: Second): string {
  const of = ((local(second) % secondsOfDay) + secondsOfDay) % secondsOfDay;
  return `${two(Math.floor(of / 3600))}:${two(Math.floor(of / 60) % 60)}:${two(of % 60)}`;
}

const two = (number: number): string => String(number).padStart(2, "0");
