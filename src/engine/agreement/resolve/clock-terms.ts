import type { ClockDocument, ClockRowDocument } from "../document/clock.ts";
import type { ById } from "../document/written.ts";
import type { ClockRow, ClockTerms } from "../terms.ts";
import type { Moment, RecordKind } from "../words.ts";

/** The tables a clock may have, by the field that picks the row. */
const tables = [
  ["priority", "per_priority"],
  ["offering", "per_offering"],
  ["service", "per_service"],
  ["site", "per_site"],
] as const;

/** A clock with its rows filled in; `calendar` is that of the level, for rows and clocks that name none. */
export function clockTerms(clock: ClockDocument, of: RecordKind | undefined, calendar: string): ClockTerms {
  const [per, table] = tableOf(clock);
  const usual = clock.calendar ?? calendar;
  const rows = table ?? { "*": { within: clock.within } };
  return {
    starts: clock.starts ?? usualStart(of),
    stops: clock.stops,
    by: clock.by ?? null,
    per,
    rows: Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, rowTerms(row, clock, usual)])),
    pauses: clock.pauses_while_waiting_for ?? [],
  };
}

function tableOf(clock: ClockDocument): readonly [ClockTerms["per"], ById<ClockRowDocument> | null] {
  for (const [per, field] of tables) {
    const table = clock[field];
    if (table !== undefined) return [per, table];
  }
  return [null, null];
}

function rowTerms(row: ClockRowDocument, clock: ClockDocument, calendar: string): ClockRow {
  return {
    within: row.within ?? clock.within ?? null,
    calendar: row.calendar ?? calendar,
    clause: row.clause ?? null,
  };
}

/** A call has no `opened` of its own. */
const usualStart = (of: RecordKind | undefined): Moment => (of === "calls" ? "queued" : "opened");
