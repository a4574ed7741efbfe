import { inOrder } from "../record/history.ts";
import type { Fact, RecordEvent } from "../record/record.ts";

/** The record with its events in the order of the history, whatever order they were handed in. */
export function ordered(fact: Fact): Fact {
  const { events } = fact;
  const isInOrder = events.every((each, index) => index === 0 || !isBefore(each, events[index - 1] as RecordEvent));
  return isInOrder ? fact : { ...fact, events: inOrder(events) };
}

const isBefore = (a: RecordEvent, b: RecordEvent): boolean =>
  (a.happened - b.happened || a.sequence - b.sequence || a.source.row - b.source.row) < 0;
