import type { CalendarTerms, Hours, SpecialDay } from "../../src/engine/agreement/hours.ts";
import { usualCalendarRules } from "../../src/engine/agreement/rules.ts";
import { type Calendar, calendarOf } from "../../src/engine/calendar/calendar.ts";
import { addWorked, worked } from "../../src/engine/calendar/service-time.ts";
import { type Day, readDay, type Weekday, weekdays } from "../../src/engine/time/civil.ts";
import { duration, type Instant, instant } from "../../src/engine/time/instant.ts";
import { readZone } from "../../src/wire/zones.ts";
import { differences, type Outcome } from "./outcome.ts";

/** A calendar as the cases write it. */
export interface CalendarCase {
  readonly timezone: string;
  readonly weekly_hours: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly holidays?: readonly string[];
  readonly date_overrides?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly closures?: readonly { readonly from: string; readonly to: string }[];
}

interface Case extends CalendarCase {
  readonly id: string;
  readonly ops: readonly Operation[];
}

interface Operation {
  readonly op: "elapsed" | "add";
  readonly from: string;
  readonly to?: string;
  readonly seconds?: number;
  readonly expect?: string | null;
  readonly expect_seconds?: number;
}

/** Runs one case of calendar.json: every operation is asked of the engine. */
export function runCalendarCase(one: Case): Outcome {
  const calendar = calendarOfCase(one);
  return {
    id: one.id,
    setAside: null,
    differences: one.ops.flatMap((op, index) =>
      differences(expectation(op), answer(calendar, op), { tolerance: 0, what: `ops.${index}` }),
    ),
  };
}

function expectation(op: Operation): unknown {
  if (op.op === "elapsed") return op.expect_seconds;
  return op.expect === null || op.expect === undefined ? null : at(op.expect);
}

function answer(calendar: Calendar, op: Operation): unknown {
  if (op.op === "elapsed") return worked(calendar, at(op.from), at(op.to as string));
  return addWorked(calendar, at(op.from), duration(op.seconds as number));
}

/** The engine's calendar for one written in a case. */
export function calendarOfCase(written: CalendarCase): Calendar {
  const zone = readZone(written.timezone);
  if (!zone) throw new Error(`unknown time zone ${written.timezone}`);
  return calendarOf(termsOf(written), zone);
}

function termsOf(written: CalendarCase): CalendarTerms {
  const closed = (written.holidays ?? []).map((date) => special(date, []));
  const other = Object.entries(written.date_overrides ?? {}).map(([date, hours]) => special(date, hours));
  return {
    id: "case",
    title: "case",
    zone: written.timezone,
    week: Object.fromEntries(
      weekdays.map((day) => [day, (written.weekly_hours[day.toLowerCase()] ?? []).map(hoursOf)]),
    ) as Record<Weekday, Hours[]>,
    joins: [],
    holidays: [
      { id: "closed", country: [], yearly: [], dated: closed, tables: null },
      { id: "other", country: [], yearly: [], dated: other, tables: null },
    ],
    closures: (written.closures ?? []).map(({ from, to }) => ({ name: "closure", start: at(from), end: at(to) })),
    rules: usualCalendarRules,
    clause: null,
  };
}

const special = (date: string, hours: readonly (readonly [string, string])[]): SpecialDay => ({
  day: readDay(date) as Day,
  name: date,
  open: hours.map(hoursOf),
  set: "case",
});

const hoursOf = ([from, to]: readonly [string, string]): Hours => ({ from: secondOf(from), to: secondOf(to) });

function secondOf(text: string): number {
  const [hours, minutes, seconds] = text.split(":").map(Number);
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** An instant written with its offset. */
export const at = (text: string): Instant => instant(Date.parse(text) / 1000);
