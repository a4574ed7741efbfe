import type { RecordEvent } from "../../engine/record/record.ts";
import type { Instant } from "../../engine/time/instant.ts";
import type { Gathered } from "../entry.ts";
import type { Ledger } from "../ledger.ts";
import type { Plan } from "../plan.ts";
import { fieldChange, openEvents } from "./events.ts";

/** The samples of one series, in order. The series is the record; its id is the metric unless a field names one. */
export function sampleHistory(plan: Plan, series: Gathered, ledger: Ledger): readonly RecordEvent[] {
  const events = openEvents(plan.file);
  const entries = [...series.entries].sort((a, b) => (a.at as Instant) - (b.at as Instant) || a.row - b.row);
  const named = plan.fields.some(({ name }) => name === "metric");
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    const at = entry.at as Instant;
    events.from(entry, index);
    if (!before && !named) events.add(at, fieldChange("metric", series.id));
    plan.fields.forEach(({ name }, i) => {
      const value = entry.fields[i] ?? null;
      if (value !== (before?.fields[i] ?? null)) events.add(at, fieldChange(name, value));
    });
    if (before && before.at === entry.at) {
      ledger.add({
        code: "stamp-said-twice",
        row: entry.row,
        record: series.id,
        facts: { other_row: String(before.row) },
      });
    }
    events.add(at, { kind: "value", value: entry.value });
  });
  return events.done();
}
