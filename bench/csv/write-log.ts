import { closeSync, openSync, writeSync } from "node:fs";
import type { Change, Fact } from "../../src/engine/record/record.ts";
import { tickets } from "../tickets.ts";

/** A row of the log: what stands of a ticket after a change. */
export interface LogRow {
  readonly step: number;
  /** `2026-06-10 08:15:00`, in UTC. */
  readonly at: string;
  readonly state: string;
  readonly priority: string;
}

/** Writes the tickets of the benchmark as a log of changes, ticket by ticket; its rows. */
export function writeLog(path: string, count: number): number {
  const file = openSync(path, "w");
  let [text, rows] = ["number,step,at,state,priority,title\n", 0];
  for (const { id, events } of tickets(count, 1)) {
    for (const { step, at, state, priority } of logRows(events)) {
      text += `${id},${step},${at},${state},${priority},Ticket ${id} of the ferry desk\n`;
      rows += 1;
    }
    if (text.length < 1 << 20) continue;
    writeSync(file, text);
    text = "";
  }
  writeSync(file, text);
  closeSync(file);
  return rows;
}

/** The rows of one ticket; the first tells its opening and its priority. */
export function* logRows(events: Fact["events"]): Generator<LogRow> {
  let [state, priority] = ["new", ""];
  for (const [step, { happened, change }] of events.entries()) {
    if (change.kind === "field") priority = change.value ?? "";
    else state = stateAfter(change) ?? state;
    if (step > 0) yield { step, at: stamp(happened), state, priority };
  }
}

/** The word of the log for a change; null for the opening, which the first row says. */
function stateAfter(change: Change): string | null {
  if (change.kind === "moment") return change.moment === "responded" ? "working" : null;
  if (change.kind !== "state") return null;
  return words[change.state.kind] ?? null;
}

const words: Readonly<Record<string, string>> = { open: "working", waiting: "waiting", resolved: "resolved" };

const stamp = (at: number): string => new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ");
