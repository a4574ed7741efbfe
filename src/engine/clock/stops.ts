import type { Moment } from "../agreement/words.ts";
import type { RecordEvent } from "../record/record.ts";
import { atTheLatest } from "../record/unseen.ts";
import type { ClockInput } from "./clock-input.ts";
import type { Known } from "./status.ts";

/** An event with what was known of the record before it and is known after it. */
interface Step {
  readonly before: Known;
  readonly now: Known;
  readonly event: RecordEvent;
}

/**
 * What stops the clock after an event: a state or moment by name, or null while nothing does.
 * `resolved`, `closed` and `fulfilled` follow the record's state and are undone by a reopening;
 * every other moment stops the clock once and for all, also where it comes before the clock's start.
 */
export function stopsAt(input: ClockInput, step: Step): string | null {
  const { starts, stops } = input.level.clock ?? { starts: "opened", stops: "resolved" };
  const { before, now, event } = step;
  if (stops === "handed on") return ended(now, ["resolved", "closed"]);
  if (stops === "resolved" || stops === "fulfilled" || stops === "closed") return following(stops, step);
  if (stops === "reply" && starts === "client message") return replied(step);
  if (before.stopped !== null && (before.begun || !mayFollowItsStop.includes(starts))) return before.stopped;
  if (stops === "responded" || stops === "reply") return responded(stops, step);
  return isMomentOrLater(event, stops) ? stops : null;
}

/** Starts that a record may reach after the stop of an earlier run, which then does not answer this one. */
const mayFollowItsStop: readonly Moment[] = ["received", "reopened", "client message"];

/** A response: its moment, an open message of the supplier, or, failing both, the end of the record. */
function responded(stops: string, { before, now, event }: Step): string | null {
  if (isMomentOrLater(event, stops)) return stops;
  const { change } = event;
  if (change.kind === "message" && change.by === "supplier" && change.open && before.begun) return stops;
  return ended(now, ["resolved", "closed"]);
}

/** An exchange ends with an open reply or with the record; the client's next message opens the next one. */
function replied({ before, now, event: { change } }: Step): string | null {
  if (change.kind === "message" && change.by === "client") return null;
  if (change.kind === "message" && change.open) return "reply";
  return change.kind === "state" ? (ended(now, ["resolved", "closed"]) ?? before.stopped) : before.stopped;
}

function following(stops: string, { before, now, event }: Step): string | null {
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

/** True also for the instant by which a moment, unseen, had come: the clock cannot run beyond it. */
const isMomentOrLater = (event: RecordEvent, moment: string): boolean =>
  isMoment(event, moment) || isMoment(event, atTheLatest(moment));
