import type { RecordEvent } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";
import type { ClockInput } from "./clock-input.ts";

/**
 * A moment that a record has once (`opened`, `due`): said again, it is a correction, and the one learned last holds, or
 * with `on_corrected_date: keep` the one learned first (semantics 18). Of those learned together the earliest holds.
 */
export function spokenMoment(input: ClockInput, events: readonly RecordEvent[], moment: string): Instant | null {
  const follow = input.level.rules.on_corrected_date === "follow";
  let said: RecordEvent | null = null;
  for (const event of events) {
    if (event.change.kind !== "moment" || event.change.moment !== moment) continue;
    if (said === null || (follow ? event.learned > said.learned : event.learned < said.learned)) said = event;
  }
  return said?.happened ?? null;
}
