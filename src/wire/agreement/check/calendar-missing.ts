import { calendarOf } from "../../../engine/agreement/resolve/level-terms.ts";
import { atKey, eachLevel } from "./rule.ts";

/** A level that is measured in time has a calendar: its own, that of its first service, or `always`. */
export const calendarMissing = eachLevel(({ agreement, level, path }, document) => {
  const { measure, clock } = level;
  const rows = Object.values({
    ...clock?.per_priority,
    ...clock?.per_offering,
    ...clock?.per_service,
    ...clock?.per_site,
  });
  const rowsSay = rows.length > 0 && rows.every(({ calendar }) => calendar !== undefined);
  const needsNone = rowsSay || clock?.by !== undefined || !(clock !== undefined || measure === "share of time");
  if (needsNone || calendarOf(document, agreement, level) !== null) return [];
  const message = "nothing says in which calendar this is measured.";
  return [atKey(path, { code: "calendar-missing", message, way_out: "Add 'calendar'." })];
});
