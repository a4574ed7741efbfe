import {
  type Day,
  dateOf,
  dayOf,
  readDay,
  secondsOfDay,
  type Weekday,
  weekdayOf,
  weekdays,
  writeDay,
} from "../../src/engine/time/civil.ts";
import { type Instant, instant } from "../../src/engine/time/instant.ts";
import { instantOf, wallAt, type Zone } from "../../src/engine/time/zone.ts";

/** The week that stories happen in: Monday 2 to Sunday 8 March 2026. */
const monday = dayOf(2026, 3, 2);

/**
 * A wall time of a story: `Mon 09:00`, `Tue+1 17:00:01` a week later, `2026-03-29 02:30`; with a `Z` at the end
 * it is UTC, which tells the two sayings of an hour apart.
 */
export function readTime(text: string, zone: Zone): Instant {
  const utc = /^(\d{4}-\d{2}-\d{2}) (\d\d:\d\d(?::\d\d)?)Z$/.exec(text);
  if (utc) return instant((readDay(utc[1] ?? "") as Day) * secondsOfDay + secondOf(utc[2] ?? ""));
  const [date, clock] = text.split(" ");
  return instantOf(zone, { day: readDate(date ?? ""), second: secondOf(clock ?? "") });
}

function readDate(text: string): Day {
  const week = /^(\w{3})(?:\+(\d+))?$/.exec(text);
  const index = weekdays.indexOf(week?.[1] as Weekday);
  const day = index < 0 ? readDay(text) : ((monday + index + 7 * Number(week?.[2] ?? 0)) as Day);
  if (day === null) throw new Error(`no such date: ${text}`);
  return day;
}

/** An instant as a story writes it: by its weekday within eight weeks of the story's Monday, else by its date. */
export function writeTime(at: Instant, zone: Zone): string {
  const { day, second } = wallAt(zone, at);
  const weeks = Math.floor((day - monday) / 7);
  const near =
    weeks >= 0 &&
    weeks < 8 &&
    dateOf(day).month < 5 &&
    !zone.transitions.some(({ at: change }) => Math.abs(change - at) < 172_800);
  const date = near ? `${weekdayOf(day)}${weeks === 0 ? "" : `+${weeks}`}` : writeDay(day);
  return `${date} ${writeSecond(second)}`;
}

/** `17:00` or `17:00:30` as a second of the day. */
export function secondOf(text: string): number {
  const [hours, minutes, seconds] = text.split(":").map(Number);
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

function writeSecond(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return (parts[2] === "00" ? parts.slice(0, 2) : parts).join(":");
}

/** `1h 30m`, `90s`, `-2h`. */
export function writeLength(seconds: number): string {
  const left = Math.abs(seconds);
  const parts = [
    [Math.floor(left / 3600), "h"],
    [Math.floor(left / 60) % 60, "m"],
    [left % 60, "s"],
  ].filter(([count]) => count !== 0);
  const text = parts.map((part) => part.join("")).join(" ") || "0s";
  return seconds < 0 ? `-${text}` : text;
}

/** Seconds of `1h 30m`, `90s`, `-2h`. */
export function readLength(text: string): number {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
  const parts = [...text.matchAll(/(\d+)([hms])/g)];
  const seconds = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ""] ?? 0), 0);
  return text.startsWith("-") ? -seconds : seconds;
}
