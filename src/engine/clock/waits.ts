import { addWorked } from "../calendar/service-time.ts";
import type { Instant } from "../time/instant.ts";
import { allowedSeconds } from "./allowed-seconds.ts";
import type { ClockInput } from "./clock-input.ts";
import { calendarOfRow } from "./clock-row.ts";
import type { Phase } from "./phases.ts";

/**
 * A wait that ends by its own term runs on from there although the record still waits. It is counted from the first
 * second of the wait, whoever holds the record and whatever its priority became meanwhile.
 */
export function endedWaits(input: ClockInput, phases: readonly Phase[]): Phase[] {
  let wait: { readonly because: string; readonly end: Instant | null } | null = null;
  return phases.flatMap((each) => {
    if (each.mode !== "paused") wait = null;
    else if (wait?.because !== each.because) wait = { because: each.because, end: endOf(input, each) };
    return wait === null || wait.end === null ? [each] : endedAt(each, wait.end);
  });
}

function endOf(input: ClockInput, wait: Phase): Instant | null {
  const term = input.contract.waiting[wait.because]?.endsAfter;
  const calendar = term ? calendarOfRow(input, wait) : null;
  if (!term || !calendar) return null;
  const seconds = allowedSeconds(term, { calendar, start: wait.start, rules: input.level.rules });
  return seconds === null ? null : addWorked(calendar, wait.start, seconds);
}

function endedAt(each: Phase, end: Instant): Phase[] {
  const because = `${each.because} ended`;
  if (end <= each.start) return [{ ...each, mode: "running", because, bearer: null }];
  if (end >= each.end) return [each];
  return [
    { ...each, end },
    { ...each, start: end, mode: "running", because, bearer: null, event: null },
  ];
}
