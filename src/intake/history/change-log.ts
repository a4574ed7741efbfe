import type { RecordEvent, State } from "../../engine/record/record.ts";
import { atTheLatest, historyIncomplete } from "../../engine/record/unseen.ts";
import type { Instant } from "../../engine/time/instant.ts";
import type { Gathered } from "../entry.ts";
import type { Ledger } from "../ledger.ts";
import type { Plan } from "../plan.ts";
import { meant, sameState } from "../read-state.ts";
import { type Events, fieldChange, momentChange, openEvents, stateChange } from "./events.ts";
import { inOrder, type Placed } from "./order.ts";

interface Log {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly record: Gathered;
  readonly rows: readonly Placed[];
  readonly events: Events;
  readonly opened: Instant;
  /** False when the first row is not the creation of the record. */
  readonly begun: boolean;
  /** False when that row, or any other that could not be read, is missing. */
  readonly complete: boolean;
}

/**
 * The history of one record from rows that are one change each. A value that stands as before is no event.
 * What the first row says holds from the opening; its state only when the row is the creation.
 */
export function changeLog(plan: Plan, record: Gathered, ledger: Ledger): readonly RecordEvent[] {
  const rows = inOrder(record, ledger);
  const first = rows[0];
  if (!first) return [];
  const begun = plan.mapping.first_row === "creation" || plan.state === null || isNew(first);
  const log: Log = {
    plan,
    ledger,
    record,
    rows,
    events: openEvents(plan.file),
    opened: openedOf({ plan, record, rows, ledger }),
    begun,
    complete: begun && !record.hole,
  };
  openRecord(log, first);
  rows.forEach((row, index) => {
    log.events.from(row.entry, index);
    if (index > 0) changesOf(log, row, rows[index - 1] as Placed);
    if (row.entry.message) log.events.add(row.at, { kind: "message", ...row.entry.message });
  });
  statesIn(log);
  stampedIn(log);
  return log.events.done();
}

const isNew = ({ entry }: Placed): boolean => entry.state?.state.kind === "open" && entry.state.state.name === "new";

/** The first row that names the opening decides; a row that names another is found. */
function openedOf({ plan, record, rows, ledger }: Omit<Log, "events" | "opened" | "begun" | "complete">): Instant {
  const first = rows[0] as Placed;
  if (plan.opened === null) return first.at;
  const named = rows.find(({ entry }) => entry.opened !== null)?.entry ?? null;
  if (named === null || named.opened === null) {
    ledger.add({ code: "opened-missing", row: first.entry.row, record: record.id, facts: { column: plan.opened } });
    return first.at;
  }
  for (const { entry } of rows) {
    if (entry.opened === null || entry.opened === named.opened) continue;
    ledger.add({ code: "opened-differs", row: entry.row, record: record.id, facts: { first_row: String(named.row) } });
  }
  if (rows.some(({ at }) => at < (named.opened as Instant))) {
    ledger.add({ code: "change-before-opened", weight: "note", row: first.entry.row, record: record.id });
  }
  return named.opened;
}

function openRecord(log: Log, first: Placed): void {
  const { events, plan, record, ledger } = log;
  events.from(first.entry, 0);
  events.add(log.opened, momentChange("opened"));
  if (!log.complete) {
    events.add(log.opened, momentChange(historyIncomplete));
    const facts = { first_state: first.entry.state?.text ?? "", because: log.begun ? "row held" : "no creation" };
    ledger.add({ code: "history-incomplete", about: facts.because, row: first.entry.row, record: record.id, facts });
  }
  plan.fields.forEach(({ name }, i) => {
    const value = first.entry.fields[i] ?? null;
    if (value !== null) events.add(log.opened, fieldChange(name, value));
  });
}

function changesOf({ plan, events }: Log, row: Placed, before: Placed): void {
  plan.fields.forEach(({ name }, i) => {
    const value = row.entry.fields[i] ?? null;
    if (value !== (before.entry.fields[i] ?? null)) events.add(row.at, fieldChange(name, value));
  });
}

/** States and the moments read from them. A first entering that may lie before the first row came at the latest then. */
function statesIn({ plan, events, rows, opened, begun }: Log): void {
  const seen = new Set<string>();
  let state: State | null = null;
  rows.forEach((row, index) => {
    const said = row.entry.state;
    if (said === null || (state !== null && sameState(state, said.state))) return;
    const at = index === 0 && begun ? opened : row.at;
    events.from(row.entry, index);
    events.add(at, stateChange(said.state));
    if (said.state.kind === "unknown") return;
    state = said.state;
    for (const { moment, word, once } of plan.entered) {
      if (!meant(word, said.state, said.text) || seen.has(moment)) continue;
      if (once) seen.add(moment);
      events.add(at, momentChange(once && !begun ? atTheLatest(moment) : moment));
    }
  });
}

/** Moments of a column: each stamp it ever held, at its first mention. */
function stampedIn({ plan, events, rows }: Log): void {
  plan.stamped.forEach(({ moment }, i) => {
    const seen = new Set<Instant>();
    rows.forEach(({ entry }, index) => {
      const at = entry.stamped[i] ?? null;
      if (at === null || seen.has(at)) return;
      seen.add(at);
      events.from(entry, index);
      events.add(at, momentChange(moment));
    });
  });
}
