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

export const holiday = fields({
  country: text.optional(),
  region: text.optional(),
  kinds: list(z.enum(["public", "bank", "optional", "school", "observance"])).optional(),
  days: z.record(holidayKey, fields({ name: text, open: openOfDay })).optional(),
});

export const calendar = fields({
  title: text,
  hours: z.record(weekKey, hoursOfDay).optional(),
  joins: list(reference).optional(),
  time_zone: text.optional(),
  holidays: list(reference).optional(),
  closures: list(fields({ from: point, until: point, name: text })).optional(),
  clause: text.optional(),
  ...calendarRules,
});

export const maintenanceWindow = fields({
  title: text,
  every: z.enum(["week", "month", "quarter", "year"]),
  on: recurring,
  at: hours,
  services: list(reference),
  time_zone: text.optional(),
});

export const holidays = byId(holiday);
export const calendars = byId(calendar);
export const maintenanceWindows = byId(maintenanceWindow);
