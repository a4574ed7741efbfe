import type { Rules } from "../agreement/rules.ts";
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

/**
 * Splits the phases where the terms start a fresh clock (semantics 1, 3, 15). A stop that is final ends all of them;
 * closed time counts within the clock that goes on after it.
 */
export function cyclesOf(input: ClockInput, phases: readonly Phase[]): Cycle[] {
  const begun = phases.filter(({ mode }) => mode !== "not started");
  const cycles: Phase[][] = [];
  for (const each of ruledBy(input, "first stop is final") ? finallyStopped(begun) : begun) {
    const last = cycles.at(-1);
    if (!last || freshClock(input, last, each)) cycles.push([each]);
    else last.push(each);
  }
  let stopped = false;
  return cycles.map((cycle) => {
    const counted = ruledBy(input, "count the closed time") ? closedTimeCounted(cycle) : cycle;
    const reopened = !isExchange(input) && (stopped || counted.some(isReopened));
    stopped ||= cycle.some(isStopped);
    return { phases: counted, reopened };
  });
}

/** The answer to one message is no stop that another could reopen. */
const ruledBy = (input: ClockInput, rule: Rules["on_reopen"]): boolean =>
  !isExchange(input) && input.level.rules.on_reopen === rule;

const isStopped = ({ mode, decided }: Phase): boolean => mode === "stopped" || decided !== null;

/** True for a stop that a going phase follows. */
const isReopened = (each: Phase, index: number, all: readonly Phase[]): boolean =>
  isStopped(each) && all.slice(index + 1).some(goesOn);

function finallyStopped(phases: readonly Phase[]): Phase[] {
  const stop = phases.findIndex(({ mode }) => mode === "stopped");
  return phases.map((each, index) =>
    stop >= 0 && index > stop ? { ...each, mode: "stopped", because: "first stop is final" } : each,
  );
}

function closedTimeCounted(cycle: readonly Phase[]): Phase[] {
  return cycle.map((each, index) => {
    const reopening = each.mode === "stopped" ? cycle.slice(index).find(goesOn) : undefined;
    if (!reopening) return each;
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
    if (rules.on_reopen === "restart" || tooLate(input, stopUntil(cycle, now))) return true;
  }
  const lastRow = cycle.findLast(goesOn)?.row;
  return rules.on_priority_change === "restart" && lastRow !== undefined && lastRow !== now.row;
}

/** The whole stop that a reopening ends, resolved and closed together, under the row that ruled when it began. */
function stopUntil(cycle: readonly Phase[], reopening: Phase): Phase {
  const first = cycle.findLastIndex(({ mode }) => mode !== "stopped") + 1;
  return { ...(cycle[first] ?? reopening), end: reopening.start };
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
