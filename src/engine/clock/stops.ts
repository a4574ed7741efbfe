import type { RecordEvent } from "../record/record.ts";
import type { ClockInput } from "./clock-input.ts";
import type { Known } from "./status.ts";

/**
 * What stops the clock after an event: a state or moment by name, or null while nothing does.
 * `resolved`, `closed` and `fulfilled` follow the record's state and are undone by a reopening;
 * every other moment stops the clock once and for all.
 */
export function stopsAt(input: ClockInput, before: Known, now: Known, event: RecordEvent): string | null {
  const stops = input.level.clock?.stops ?? "resolved";
  if (stops === "handed on") return ended(now, ["resolved", "closed"]);
  if (stops === "resolved" || stops === "fulfilled") return following(stops, before, now, event);
  if (stops === "closed") return following("closed", before, now, event);
  if (stops === "reply") return replied(before, now, event);
  if (before.stopped !== null && before.begun) return before.stopped;
  if (stops === "responded") return responded(before, now, event);
  return isMoment(event, stops) ? stops : null;
}

/** A response: its moment, an open message of the supplier, or, failing both, the end of the record. */
function responded(before: Known, now: Known, event: RecordEvent): string | null {
  if (isMoment(event, "responded")) return "responded";
  const { change } = event;
  if (change.kind === "message" && change.by === "supplier" && change.open && before.begun) return "responded";
  return ended(now, ["resolved", "closed"]);
}

/** An exchange ends with an open reply or with the record; the client's next message opens the next one. */
function replied(before: Known, now: Known, { change }: RecordEvent): string | null {
  if (change.kind === "message" && change.by === "client") return null;
  if (change.kind === "message" && change.open) return "reply";
  return change.kind === "state" ? (ended(now, ["resolved", "closed"]) ?? before.stopped) : before.stopped;
}

function following(stops: string, before: Known, now: Known, event: RecordEvent): string | null {
  if (isMoment(event, "reopened")) return null;
  if (isMoment(event, stops) || (stops === "resolved" && isMoment(event, "closed"))) return stops;
  const { change } = event;
  const isState = change.kind === "state" && change.state.kind !== "unknown";
  if (!isState) return before.stopped;
  return ended(now, stops === "closed" ? ["closed"] : ["resolved", "closed"]) ?? reopenedOr(before, now);
}

/** Whatever stopped the clock holds until the record's state is open again. */
function reopenedOr(before: Known, now: Known): string | null {
  const isOpen = now.state?.kind === "open" || now.state?.kind === "waiting";
  return isOpen ? null : before.stopped;
}

function ended(known: Known, kinds: readonly string[]): string | null {
  const kind = known.state?.kind ?? null;
  if (kind === "merged") return kinds.includes("closed") ? "merged" : null;
  return kind !== null && kinds.includes(kind) ? kind : null;
}

const isMoment = ({ change }: RecordEvent, moment: string): boolean =>
  change.kind === "moment" && change.moment === moment;
