import { worked } from "../calendar/service-time.ts";
import { lengthOf } from "../time/span.ts";
import { allowedSeconds } from "./allowed-seconds.ts";
import type { ClockInput } from "./clock-input.ts";
import { calendarOfRow } from "./clock-row.ts";
import { goesOn, madeToCount, type Phase } from "./phases.ts";
import { isExchange } from "./status.ts";

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
  for (const each of begun) {
    const last = cycles.at(-1);
    if (!last || freshClock(input, last, each)) cycles.push([each]);
    else last.push(each);
  }
  let stopped = false;
  return cycles.map((cycle) => {
    const reopened = !isExchange(input) && (stopped || cycle.some(isReopened));
    stopped ||= cycle.some(isStopped);
    return { phases: cycle, reopened };
  });
}

const isStopped = ({ mode, decided }: Phase): boolean => mode === "stopped" || decided !== null;

/** True for a stop that a going phase follows. */
const isReopened = (each: Phase, index: number, all: readonly Phase[]): boolean =>
  isStopped(each) && all.slice(index + 1).some(goesOn);

/** What a reopening makes of the stops before it; the answer to one message is no stop that another could reopen. */
function reopenRule(input: ClockInput, phases: readonly Phase[]): readonly Phase[] {
  const rule = input.level.rules.on_reopen;
  if (isExchange(input)) return phases;
  if (rule === "first stop is final") return finallyStopped(phases);
  return rule === "count the closed time" ? closedTimeCounted(input, phases) : phases;
}

function finallyStopped(phases: readonly Phase[]): Phase[] {
  const stop = phases.findIndex(({ mode }) => mode === "stopped");
  return phases.map((each, index) =>
    stop >= 0 && index > stop ? { ...each, mode: "stopped", because: "first stop is final" } : each,
  );
}

function closedTimeCounted(input: ClockInput, phases: readonly Phase[]): Phase[] {
  return phases.map((each, index) => {
    const reopening = phases.slice(index).find(goesOn);
    if (each.mode !== "stopped" || !reopening || tooLate(input, stopUntil(phases, reopening))) return each;
    return { ...each, mode: madeToCount(each), because: "closed, then reopened", decided: reopening.start };
  });
}

function freshClock(input: ClockInput, cycle: readonly Phase[], now: Phase): boolean {
  const { rules } = input.level;
  const before = cycle.at(-1) as Phase;
  if (before.exchange !== now.exchange) return before.exchange > 0;
  if (rules.on_transfer === "starts afresh" && (input.elsewhere ?? []).some(({ end }) => end === now.start))
    return true;
  if (!goesOn(now)) return false;
  if (before.mode === "stopped" && !isExchange(input)) {
    if (rules.on_reopen === "restart" || tooLate(input, stopUntil([...cycle, now], now))) return true;
  }
  const lastRow = cycle.findLast(goesOn)?.row;
  return rules.on_priority_change === "restart" && lastRow !== undefined && lastRow !== now.row;
}

/** The whole stop that a reopening ends, resolved and closed together, under the row that ruled when it began. */
function stopUntil(phases: readonly Phase[], reopening: Phase): Phase {
  const past = phases.slice(0, phases.indexOf(reopening));
  const first = past.findLastIndex(({ mode }) => mode !== "stopped") + 1;
  return { ...(past[first] ?? reopening), end: reopening.start };
}

/** True for a stop that lasted longer than a reopening may come after it: what follows is a new record. */
function tooLate(input: ClockInput, stop: Phase): boolean {
  const within = input.level.rules.reopened_within;
  if (!within || input.level.rules.on_reopen === "first stop is final") return false;
  if (within.kind === "time") return lengthOf(stop) > within.seconds;
  const calendar = calendarOfRow(input, stop);
  const seconds = calendar && allowedSeconds(within, { calendar, start: stop.start, rules: input.level.rules });
  return calendar !== null && seconds !== null && worked(calendar, stop.start, stop.end) > seconds;
}
