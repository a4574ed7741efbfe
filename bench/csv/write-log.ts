import { closeSync, openSync, writeSync } from "node:fs";
import type { Change } from "../../src/engine/record/record.ts";
import { tickets } from "../tickets.ts";

/** Writes the tickets of the benchmark as a log of changes, ticket by ticket; its rows. */
export function writeLog(path: string, count: number): number {
  const file = openSync(path, "w");
  let [text, rows] = ["number,step,at,state,priority,title\n", 0];
  for (const { id, events } of tickets(count, 1)) {
    let [state, priority, step] = ["new", "", 0];
    for (const [index, { happened, change }] of events.entries()) {
      if (change.kind === "field") priority = change.value ?? "";
      else state = stateAfter(change) ?? state;
      if (index === 0) continue;
      step += 1;
      rows += 1;
      text += `${id},${step},${stamp(happened)},${state},${priority},Ticket ${id} of the ferry desk\n`;
    }
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  return rows;
}

/** The word of the log for a change; null for the opening, which the first row says. */
function stateAfter(change: Change): string | null {
  if (change.kind === "moment") return change.moment === "responded" ? "working" : null;
  if (change.kind !== "state") return null;
  return { open: "working", waiting: "waiting", resolved: "resolved" }[change.state.kind as "open"] ?? null;
}

/** `2026-06-10 08:15:00`, in UTC. */
const stamp = (at: number): string => new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ");
