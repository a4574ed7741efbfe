import { historyBefore } from "../record/history.ts";
import type { RecordEvent } from "../record/record.ts";
import { duration, type Instant } from "../time/instant.ts";
import { type Account, accountsOf, countedBefore } from "./account.ts";
import type { ClockInput } from "./clock-input.ts";
import { type Cycle, cyclesOf } from "./cycles.ts";
import { dueOf, dueWhilePaused } from "./due.ts";
import { judgementsOf, lastStop, type Read } from "./judge.ts";
import { extension, lastInTime } from "./over-target.ts";
import { type Phase, phasesOf } from "./phases.ts";
import type { ClockState, Reading } from "./reading.ts";
import { segmentsOf } from "./segments.ts";
import { statusesOf } from "./status.ts";

/** What the clock shows just before `at`: a period that ends at `at` is judged on what happened before it (semantics 52). */
export function readClock(input: ClockInput, at: Instant): Reading {
  return read(input, historyBefore(input.fact, at), at);
}

/** What the clock shows now: an event of this very second has already happened. */
export function readClockNow(input: ClockInput, now: Instant): Reading {
  const events = input.fact.events.filter(({ happened }) => happened <= now);
  return read(input, events, now);
}

const read = (input: ClockInput, events: readonly RecordEvent[], at: Instant): Reading =>
  readingOf(input, cyclesFrom(input, events, at), at);

/** The cycles of a clock with what counts them, just before `at`: what a reading is made of. */
export const readCycles = (input: ClockInput, at: Instant): readonly Read[] =>
  cyclesFrom(input, historyBefore(input.fact, at), at);

function cyclesFrom(input: ClockInput, events: readonly RecordEvent[], at: Instant): Read[] {
  const cycles = cyclesOf(input, phasesOf(input, statusesOf(input, events), at));
  return cycles.map((cycle) => ({ cycle, accounts: accountsOf(input, cycle.phases) }));
}

/** The reading that cycles read up to `at` make. */
export function readingOf(input: ClockInput, all: readonly Read[], at: Instant): Reading {
  const current = all.at(-1);
  if (!current) return notStarted(at);
  const reading = shown(input, current, at);
  const judgements = judgementsOf(input, all, at);
  const missed = judgements.find(({ inTime, because }) => !inTime && because !== "stopped") ?? null;
  const earlier = all.slice(0, -1).map((each) => shown(input, each, endOf(each.cycle)));
  return {
    ...reading,
    started: startedAt(all),
    missedAt: missed?.at ?? null,
    judgements,
    exchanges: earlier,
    get segments() {
      return all.flatMap(segmentsOf);
    },
  };
}

const endOf = ({ phases }: Cycle): Instant => (phases.at(-1) as Phase).end;
const startedAt = (all: readonly Read[]): Instant | null => all.at(-1)?.cycle.phases[0]?.start ?? null;

function notStarted(at: Instant): Reading {
  const nothing = {
    started: null,
    stopped: null,
    target: null,
    row: null,
    calendar: null,
    due: null,
    dueIfResumed: null,
  };
  const none = { remaining: null, over: false, missedAt: null, judgements: [], segments: [], exchanges: [] };
  return { at, state: "not started", elapsed: duration(0), ...nothing, ...none };
}

/** The figures of one cycle at its end. */
function shown(input: ClockInput, { cycle, accounts }: Read, at: Instant): Reading {
  const account = accounts.at(-1) as Account;
  const elapsed = countedBefore(account, at);
  const target = account.target === null ? null : duration(account.target + extension(input, account, at));
  const state = stateOf(cycle.phases.at(-1) as Phase);
  const stopped = state === "stopped" ? lastStop(cycle.phases) : null;
  const due = dueOf(input, { account, elapsed, target, from: stopped ?? at });
  return {
    at,
    state,
    started: cycle.phases[0]?.start ?? null,
    stopped,
    elapsed,
    target,
    row: account.row,
    calendar: account.calendar?.terms.id ?? null,
    due: state === "cancelled" ? null : state === "paused" ? dueWhilePaused(input, account) : due,
    dueIfResumed: state === "paused" ? due : null,
    remaining: target === null ? null : duration(target - elapsed),
    over: target !== null && elapsed > lastInTime(input, target),
    missedAt: null,
    judgements: [],
    segments: [],
    exchanges: [],
  };
}

function stateOf({ mode }: Phase): ClockState {
  if (mode === "relieved") return "running";
  return mode === "elsewhere" ? "stopped" : mode;
}
