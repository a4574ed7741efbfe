import type { ClockRow } from "../agreement/terms.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { commonCalendar } from "../calendar/common-calendar.ts";
import type { ClockInput } from "./clock-input.ts";
import { rowNamed } from "./status.ts";

/** The row that rules a phase; null where the record has none and nothing is promised. */
export function clockRow(input: ClockInput, of: { readonly row: string | null }): ClockRow | null {
  const clock = input.level.clock;
  return clock ? rowNamed(clock.rows, of.row) : null;
}

/**
 * The calendar of the row that rules a phase. The site's own calendar may stand in for it or narrow it, where the
 * agreement says so and the record names a site that is a calendar (semantics 37).
 */
export function calendarOfRow(
  input: ClockInput,
  of: { readonly row: string | null; readonly site: string | null },
): Calendar | null {
  const row = clockRow(input, of);
  const own = (row && input.calendars.get(row.calendar)) ?? null;
  if (input.level.rules.whose_calendar === "service level" || own === null) return own;
  const site = input.calendars.get(of.site ?? "");
  if (!site) return own;
  return input.level.rules.whose_calendar === "both" ? commonCalendar(own, site) : site;
}
