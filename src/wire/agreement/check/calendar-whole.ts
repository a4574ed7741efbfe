import type { CalendarDocument, ClosureDocument } from "../../../engine/agreement/document/calendars.ts";
import { secondsOf } from "../../../engine/agreement/resolve/calendar-terms.ts";
import { utc } from "../../../engine/time/zone.ts";
import type { Complaint } from "../problem.ts";
import { atKey, atValue, type Rule } from "./rule.ts";

/** A calendar has weekly hours or joins others, and some time in it; its closures end after they begin. */
export const calendarWhole: Rule = ({ calendars }) =>
  Object.entries(calendars).flatMap(([id, calendar]) => [
    ...weekComplaints(["calendars", id], calendar),
    ...(calendar.closures ?? []).flatMap((closure, index) =>
      closureComplaints(["calendars", id, "closures", String(index)], closure),
    ),
  ]);

function weekComplaints(path: readonly string[], { hours, joins, holidays }: CalendarDocument): readonly Complaint[] {
  if (hours !== undefined && joins !== undefined) {
    const message = "A calendar has hours of its own or joins others, not both.";
    return [
      atKey([...path, "joins"], {
        code: "hours-or-joins",
        message,
        way_out: "Move the hours to a calendar and join it.",
      }),
    ];
  }
  if (joins !== undefined && holidays !== undefined) {
    const message = "A calendar that joins others has the holidays of each of them, and none of its own.";
    return [
      atKey([...path, "holidays"], {
        code: "holidays-of-a-union",
        message,
        way_out: "Move the holidays to the calendars that it joins, or close the days with 'closures'.",
      }),
    ];
  }
  const open = Object.values(hours ?? {}).flat().length + (joins ?? []).length;
  if (open > 0) return [];
  const message = `'${path.at(-1)}' holds no time at all.`;
  return [atKey(path, { code: "empty-calendar", message, way_out: "Give it hours, or let it join others." })];
}

function closureComplaints(path: readonly string[], { from, until }: ClosureDocument): readonly Complaint[] {
  if (from.kind === "instant" ? until.kind !== "instant" : until.kind === "instant") return [];
  const lasts = secondsOf(until, utc) - secondsOf(from, utc) + (until.kind === "date" ? 86_400 : 0);
  if (lasts > 0) return [];
  const message = "The closure ends before it begins.";
  return [atValue([...path, "until"], { code: "ends-before-it-begins", message, way_out: "Exchange from and until." })];
}
