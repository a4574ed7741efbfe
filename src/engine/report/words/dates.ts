import { type Day, dateOf, weekdayOf, writeDay } from "../../time/civil.ts";
import type { Instant } from "../../time/instant.ts";
import { offsetAt, wallAt, type Zone } from "../../time/zone.ts";

export const monthNames: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const monthName = (month: number): string => monthNames[month - 1] ?? String(month);
export const shortMonth = (month: number): string => monthName(month).slice(0, 3);

/** `1 October 2026` */
export function longDay(day: Day): string {
  const date = dateOf(day);
  return `${date.day} ${monthName(date.month)} ${date.year}`;
}

/** `Mon 30 Mar 2026` */
export const shortDay = (day: Day): string => `${dayInYear(day)} ${dateOf(day).year}`;

/** `Mon 30 Mar` */
export function dayInYear(day: Day): string {
  const date = dateOf(day);
  return `${weekdayOf(day)} ${date.day} ${shortMonth(date.month)}`;
}

/** `12:56:43` as a wall clock of the zone shows it. */
export function timeOfDay(zone: Zone, at: Instant): string {
  return wallTime(wallAt(zone, at).second, "seconds");
}

/** `Mon 30 Mar 2026 12:56:43`, local to the zone. */
export function localTime(zone: Zone, at: Instant): string {
  return `${shortDay(wallAt(zone, at).day)} ${timeOfDay(zone, at)}`;
}

/** `Mon 30 Mar 12:56:43`, where the year is clear. */
export function localTimeInYear(zone: Zone, at: Instant): string {
  return `${dayInYear(wallAt(zone, at).day)} ${timeOfDay(zone, at)}`;
}

/** Seconds of a day as `08:30`; the end of a day is `24:00`. */
export function wallTime(second: number, to: "minutes" | "seconds" = "minutes"): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const text = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}`;
  return to === "minutes" && second % 60 === 0 ? text : `${text}:${two(second % 60)}`;
}

/** `2026-03-30T12:56:43+01:00`, for exports. */
export function isoTime(zone: Zone, at: Instant): string {
  const { day, second } = wallAt(zone, at);
  const offset = offsetAt(zone, at);
  const size = Math.abs(offset);
  return `${writeDay(day)}T${wallTime(second, "seconds")}${offset < 0 ? "-" : "+"}${wallTime(size - (size % 60))}`;
}
