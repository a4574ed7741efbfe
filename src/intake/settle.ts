import type { Fact, RecordEvent } from "../engine/record/record.ts";
import type { Entry, Gathered } from "./entry.ts";
import { type Gathering, saysTheSame } from "./gather.ts";
import { changeLog } from "./history/change-log.ts";
import { recordHistory } from "./history/record-row.ts";
import { sampleHistory } from "./history/samples.ts";
import type { Fate } from "./row-book.ts";

/** Turns what was gathered of each record into its history, and marks in the book what became of its rows. */
export function settle(gathering: Gathering): Fact[] {
  const facts: Fact[] = [];
  for (const record of gathering.records.values()) {
    const events = record.held ? null : historyOf(gathering, record);
    account(gathering, record, events === null ? "held" : "used");
    if (events !== null && events.length > 0) {
      const { gives: kind, tool } = gathering.plan.mapping;
      facts.push({ id: record.id, kind, tool, events });
    }
    gathering.records.delete(record.id);
  }
  return facts;
}

function historyOf(gathering: Gathering, record: Gathered): readonly RecordEvent[] | null {
  const { plan, ledger } = gathering;
  if (plan.mapping.rows === "one per change") return changeLog(plan, record, ledger);
  if (plan.mapping.rows === "one per sample") return sampleHistory(plan, record, ledger);
  return oneRow(gathering, record) ? recordHistory(plan, record, ledger) : null;
}

/** Keeps the newest of several rows of one record. False where nothing says which is newest: the record is held. */
function oneRow({ ledger, book }: Gathering, record: Gathered): boolean {
  if (record.entries.length <= 1) return true;
  const sorted = [...record.entries].sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.row - b.row);
  const newest = sorted.at(-1) as Entry;
  const rival = sorted.find((entry) => entry !== newest && (entry.at === null || entry.at === newest.at));
  if (rival !== undefined && !saysTheSame(rival, newest)) {
    const facts = { other_row: String(rival.row) };
    ledger.add({ code: "record-said-twice", weight: "error", row: newest.row, record: record.id, facts });
    return false;
  }
  for (const entry of sorted.slice(0, -1)) book.leave(entry.row, "an older state of a record that a later row updates");
  record.entries.splice(0, record.entries.length, newest);
  return true;
}

function account({ book }: Gathering, record: Gathered, fate: Fate): void {
  for (const { row } of record.entries) book.mark(row, fate);
  for (const row of record.repeats) book.mark(row, "repeated");
}
