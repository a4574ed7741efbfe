import type { RecordEvent } from "../record/record.ts";
import type { ClockInput } from "./clock-input.ts";

/**
 * The order in which events are read, as indexes of the history. Events of one instant and one place in the log go by
 * the agreed order: the first named is applied last and so wins (semantics 20).
 */
export function orderOf(input: ClockInput, events: readonly RecordEvent[]): readonly number[] {
  const indexes = events.map((_, index) => index);
  if (!indexes.some((index) => tied(events[index - 1], events[index]))) return indexes;
  const rank = events.map((event) => -input.level.rules.same_second.indexOf(effectOf(input, event)));
  return indexes.sort((a, b) => inLog(events[a], events[b]) || (rank[a] ?? 0) - (rank[b] ?? 0) || a - b);
}

const tied = (a: RecordEvent | undefined, b: RecordEvent | undefined): boolean =>
  a !== undefined && b !== undefined && a.happened === b.happened && a.sequence === b.sequence;

const inLog = (a: RecordEvent | undefined, b: RecordEvent | undefined): number =>
  a && b ? a.happened - b.happened || a.sequence - b.sequence : 0;

function effectOf(input: ClockInput, { change }: RecordEvent): "stop" | "pause" | "start" {
  const stops = input.level.clock?.stops;
  if (change.kind === "moment") return change.moment === stops ? "stop" : "start";
  if (change.kind === "message")
    return change.by === "supplier" && (stops === "reply" || stops === "responded") ? "stop" : "start";
  if (change.kind !== "state") return "start";
  if (change.state.kind === "resolved" || change.state.kind === "closed") return "stop";
  return change.state.kind === "waiting" ? "pause" : "start";
}
