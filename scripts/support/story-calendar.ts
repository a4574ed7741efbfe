import type { CalendarTerms, Hours, SpecialDay, YearlyDay } from "../../src/engine/agreement/hours.ts";
import { type CalendarRules, usualCalendarRules } from "../../src/engine/agreement/rules.ts";
import { type Calendar, calendarOf } from "../../src/engine/calendar/calendar.ts";
import { type Day, readDay, type Weekday, weekdays } from "../../src/engine/time/civil.ts";
import type { Zone } from "../../src/engine/time/zone.ts";
import { readZone } from "../../src/wire/zones.ts";
import { readTime, secondOf } from "./story-time.ts";

/** A calendar as stories write it. */
export interface StoryCalendar {
  /** `Mon-Fri 09:00-12:00 13:00-17:00, Sat 10:00-14:00`, or `every day 00:00-24:00`. */
  readonly hours?: string;
  readonly zone?: string;
  /** Special days of one set: `2026-12-25` or `every 12-25`, to `none` or hours. */
  readonly days?: Readonly<Record<string, string>> | undefined;
  /** Sets in order, where more than one is needed; `country` days are written `country 2026-12-25`. */
  readonly sets?: readonly Readonly<Record<string, string>>[];
  /** Name to `from / to`. */
  readonly closures?: Readonly<Record<string, string>>;
  readonly rules?: Partial<CalendarRules> | undefined;
  readonly joins?: readonly Calendar[];
  readonly id?: string;
}

export const zoneNamed = (id: string): Zone => {
  const zone = readZone(id);
  if (!zone) throw new Error(`no such zone: ${id}`);
  return zone;
};

/** The engine's calendar for a written one. */
export function calendarFor(written: StoryCalendar | string): Calendar {
  const story = typeof written === "string" ? { hours: written } : written;
  return calendarOf(termsFor(story), zoneNamed(story.zone ?? "UTC"), story.joins ?? []);
}

/** The terms of a written calendar. */
export function termsFor(story: StoryCalendar): CalendarTerms {
  const zone = zoneNamed(story.zone ?? "UTC");
  const id = story.id ?? "main";
  return {
    id,
    title: id,
    zone: zone.id,
    week: weekOf(story.hours ?? ""),
    joins: (story.joins ?? []).map(({ terms }) => terms.id),
    holidays: (story.sets ?? (story.days ? [story.days] : [])).map((days, index) => ({
      id: `set ${index}`,
      country: dated(days, "country "),
      yearly: yearly(days),
      dated: dated(days, ""),
      tables: null,
    })),
    closures: Object.entries(story.closures ?? {}).map(([name, span]) => {
      const [start, end] = span.split(" / ").map((text) => readTime(text, zone));
      return { name, start: start ?? 0, end: end ?? 0 };
    }),
    rules: { ...usualCalendarRules, ...story.rules },
    clause: null,
  };
}

function weekOf(text: string): CalendarTerms["week"] {
  const week: Record<Weekday, Hours[]> = { Mon: [], Tue: [], Wed: [], Thu: [], Fri: [], Sat: [], Sun: [] };
  for (const part of text.split(", ").filter((each) => each !== "")) {
    const [, days, hours] = /^(every day|\S+) (.*)$/.exec(part) ?? [];
    for (const day of daysNamed(days ?? "")) week[day].push(...hoursOf(hours ?? ""));
  }
  return week;
}

function daysNamed(text: string): readonly Weekday[] {
  if (text === "every day") return weekdays;
  const [from, to] = text.split("-").map((day) => weekdays.indexOf(day as Weekday));
  if (from === undefined || from < 0) throw new Error(`no such days: ${text}`);
  return to === undefined
    ? [weekdays[from] as Weekday]
    : [0, 1, 2, 3, 4, 5, 6]
        .filter((step) => step <= (to - from + 7) % 7)
        .map((step) => weekdays[(from + step) % 7] as Weekday);
}

/** `09:00-12:00 13:00-17:00`; `none` and nothing are no hours. */
export function hoursOf(text: string): Hours[] {
  const spans = text.split(" ").filter((each) => each.includes("-"));
  return spans.map((span) => {
    const [from, to] = span.split("-").map(secondOf);
    return { from: from ?? 0, to: to ?? 0 };
  });
}

function dated(days: Readonly<Record<string, string>>, prefix: string): SpecialDay[] {
  return Object.entries(days).flatMap(([key, hours]) => {
    const day = key.startsWith(prefix) ? readDay(key.slice(prefix.length)) : null;
    return day === null ? [] : [{ day: day as Day, name: `${key} ${hours}`, open: hoursOf(hours), set: "days" }];
  });
}

function yearly(days: Readonly<Record<string, string>>): YearlyDay[] {
  return Object.entries(days).flatMap(([key, hours]) => {
    const match = /^every (\d\d)-(\d\d)$/.exec(key);
    return match
      ? [{ month: Number(match[1]), date: Number(match[2]), name: `${key} ${hours}`, open: hoursOf(hours) }]
      : [];
  });
}
