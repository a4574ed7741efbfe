import { worked } from "../calendar/service-time.ts";
import { lengthOf } from "../time/span.ts";
import { allowedSeconds } from "./allowed-seconds.ts";
import type { ClockInput } from "./clock-input.ts";
import { calendarOfRow } from "./clock-row.ts";
import type { Phase } from "./phases.ts";

/** Phases that one clock counts together; a restart begins the next cycle. */
export interface Cycle {
  readonly phases: readonly Phase[];
  /** True when the record had been stopped before and this cycle, or its last part, follows a reopening. */
  readonly reopened: boolean;
}

/** Splits the phases where the terms start a fresh clock, after the reopen rules have been applied (semantics 1, 3, 15). */
export function cyclesOf(input: ClockInput, phases: readonly Phase[]): Cycle[] {
  const begun = reopenRule(
    input,
    phases.filter(({ mode }) => mode !== "not started"),
  );
  const cycles: Phase[][] = [];
  begun.forEach((each, index) => {
    const before = begun[index - 1];
    const last = cycles.at(-1);
    if (!last || (before && freshClock(input, before, each))) cycles.push([each]);
    else last.push(each);
  });
  let stoppedBefore = false;
  return cycles.map((cycle) => {
    const reopened = stoppedBefore || reopenings(cycle) > 0;
    stoppedBefore ||= cycle.some(({ mode }) => mode === "stopped");
    return { phases: cycle, reopened };
  });
}

function reopenRule(input: ClockInput, phases: readonly Phase[]): Phase[] {
  const rule = input.level.rules.on_reopen;
  if (rule === "first stop is final") {
    const stop = phases.findIndex(({ mode }) => mode === "stopped");
    return phases.map((each, index) =>
      stop >= 0 && index > stop ? { ...each, mode: "stopped", because: "first stop is final" } : each,
    );
  }
  if (rule !== "count the closed time") return [...phases];
  return phases.map((each, index) =>
    each.mode === "stopped" && isReopened(phases, index) && !tooLate(input, each)
      ? { ...each, mode: "running", because: "closed, then reopened" }
      : each,
  );
}

const isReopened = (phases: readonly Phase[], index: number): boolean =>
  phases.slice(index + 1).some(({ mode }) => mode === "running" || mode === "paused");

const reopenings = (phases: readonly Phase[]): number =>
  phases.filter(({ mode }, index) => mode === "stopped" && isReopened(phases, index)).length;

function freshClock(input: ClockInput, before: Phase, now: Phase): boolean {
  const { rules } = input.level;
  if (before.exchange !== now.exchange) return before.exchange > 0;
  const goesOn = now.mode === "running" || now.mode === "paused";
  if (before.mode === "stopped" && goesOn && (rules.on_reopen === "restart" || tooLate(input, before))) return true;
  if (rules.on_priority_change === "restart" && before.row !== now.row) return true;
  if (rules.on_transfer !== "starts afresh") return false;
  return (input.elsewhere ?? []).some(({ end }) => end > before.start && end <= now.start);
}

/** True for a stop that lasted longer than a reopening may come after it: what follows is a new record. */
function tooLate(input: ClockInput, stop: Phase): boolean {
  const within = input.level.rules.reopened_within;
  if (!within || input.level.rules.on_reopen === "first stop is final") return false;
  const calendar = calendarOfRow(input, stop);
  if (within.kind === "time" || !calendar) return within.kind === "time" && lengthOf(stop) > within.seconds;
  const seconds = allowedSeconds(within, calendar, stop.start, input.level.rules);
  return seconds !== null && worked(calendar, stop.start, stop.end) > seconds;
}
