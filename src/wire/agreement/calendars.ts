import { z } from "zod";
import { weekdays } from "../../engine/time/civil.ts";
import { byId, fields, list, reference, text } from "./fields.ts";
import { noSuchDate, point, readDate } from "./quantity/day.ts";
import { hours, hoursOfDay, openOfDay } from "./quantity/hours.ts";
import { recurring } from "./quantity/recurring.ts";
import { calendarRules } from "./rules.ts";

/** `2026-06-15`, or `every 12-24` (29 February allowed: it comes in leap years). */
const holidayKey = z.string().check((context) => {
  const yearly = context.value.startsWith("every ");
  const asDate = yearly ? `2024-${context.value.slice(6)}` : context.value;
  if ("value" in readDate(asDate)) return;
  const missing = yearly ? null : noSuchDate(asDate)?.refusal;
  context.issues.push({
    code: "custom",
    input: context.value,
    message: missing?.message ?? `'${context.value}' is not a day.`,
    params: { code: "no-such-date", way_out: missing?.way_out ?? "Write 2026-06-15, or 'every 12-24' for every year." },
  });
});

/** `Mon`, `Mon-Fri`, `every day`. */
const weekKey = z.string().check((context) => {
  const ends = context.value.split("-");
  const named = ends.length <= 2 && ends.every((name) => (weekdays as readonly string[]).includes(name));
  if (named || context.value === "every day") return;
  context.issues.push({
    code: "custom",
    input: context.value,
    message: `'${context.value}' is not a day of the week.`,
    params: { code: "weekday-unreadable", way_out: "Write Mon, Mon-Fri or 'every day'." },
  });
});

const specialDay = fields({
  name: text.describe("What the day is called"),
  open: openOfDay.describe("Hours of the day, which replace those of the week"),
});

const closure = fields({
  from: point.describe("Beginning"),
  until: point.describe("End; a date is included, a time is not"),
  name: text.describe("What it is for"),
});

export const holiday = fields({
  country: text
    .optional()
    .describe("Country whose holidays are taken from the shipped tables, in two letters such as GB"),
  region: text.optional().describe("Region of that country, such as ENG"),
  kinds: list(z.enum(["public", "bank", "optional", "school", "observance"]))
    .optional()
    .meta({ description: "Kinds of holidays that are taken from the tables", otherwise: "`[public]`" }),
  days: z
    .record(holidayKey, specialDay)
    .optional()
    .describe(
      "Days by date, or by every and month-day for each year; a dated day beats a yearly one, both beat the country",
    ),
});

export const calendar = fields({
  title: text.describe("What the calendar is called"),
  hours: z
    .record(weekKey, hoursOfDay)
    .optional()
    .describe("Hours by Mon, Mon-Fri or every day; entries that name the same day are put together"),
  joins: list(reference)
    .optional()
    .describe("Calendars of which this one is open whenever one of them is, instead of hours"),
  time_zone: text.optional().meta({ description: "Zone of its hours", otherwise: "that of the contract" }),
  holidays: list(reference).optional().meta({
    description: "Sets of holidays; where two name a day, the later one in the list decides",
    otherwise: "`[]`",
  }),
  closures: list(closure).optional().describe("Stretches of time that are closed whatever the hours say"),
  clause: text.optional().describe("Clause that says so, printed beside figures"),
  ...calendarRules,
});

export const maintenanceWindow = fields({
  title: text.describe("What the window is called"),
  every: z.enum(["week", "month", "quarter", "year"]).describe("How often it comes"),
  on: recurring.describe("The day"),
  at: hours.describe("The hours of that day"),
  services: list(reference).describe("Services it is agreed for; it holds for what they depend on too"),
  time_zone: text.optional().meta({ description: "Zone of its hours", otherwise: "that of the contract" }),
});

export const holidays = byId(holiday);
export const calendars = byId(calendar);
export const maintenanceWindows = byId(maintenanceWindow);
