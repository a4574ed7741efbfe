import { fieldAt } from "../record/history.ts";
import { between, type Duration, duration, type Instant, later } from "../time/instant.ts";
import { type Account, countedBefore } from "./account.ts";
import type { ClockInput } from "./clock-input.ts";
import type { Cycle } from "./cycles.ts";
import { extension, lastInTime, type Over, overIn } from "./over-target.ts";
import type { Phase } from "./phases.ts";
import type { Judgement } from "./reading.ts";
import { spokenMoment } from "./spoken-moment.ts";
import { holds, isExchange } from "./status.ts";

/** A cycle with the accounts that count it. */
export interface Read {
  readonly cycle: Cycle;
  readonly accounts: readonly Account[];
}

/** The verdict instant of each cycle that has one: its first second over target, or else its stop (semantics 2, 13, 52). */
export function judgementsOf(input: ClockInput, all: readonly Read[], at: Instant): Judgement[] {
  const judged = all.flatMap((each, index) => {
    const followed = index < all.length - 1;
    const judgement = judge(input, each, { at, followed });
    return judgement ? [judgement] : [];
  });
  return isExchange(input) && input.level.rules.exchanges === "last only" ? judged.slice(-1) : judged;
}

function judge(
  input: ClockInput,
  read: Read,
  end: { readonly at: Instant; readonly followed: boolean },
): Judgement | null {
  const { reopened } = read.cycle;
  if (input.level.clock?.by) return judgedByMoment(input, read, end.at);
  const over = firstOver(input, read, end.at);
  if (over) return { ...over, inTime: false, reopened };
  const stop = stopOfCycle(input, read.cycle, end);
  if (stop === null) return null;
  const account = rulingAt(read.accounts, stop);
  const target = account.target === null ? null : duration(account.target + extension(input, account, stop));
  return { at: stop, inTime: true, elapsed: countedBefore(account, stop), target, because: "stopped", reopened };
}

/** The account that ruled at an instant: a change of priority after the stop says nothing about it. */
const rulingAt = (accounts: readonly Account[], at: Instant): Account =>
  accounts.findLast(({ from }) => from <= at) ?? (accounts[0] as Account);

/** The miss that stands: the first one, or, where a clock is judged again, the one of the row that ruled last. */
function firstOver(input: ClockInput, { accounts }: Read, at: Instant): Over | null {
  if (input.level.rules.missed_once === "judged again") return overIn(input, accounts.at(-1) as Account, at);
  for (const [index, account] of accounts.entries()) {
    const next = accounts[index + 1];
    const over = overIn(input, account, next?.from ?? at);
    if (over && !lifted(input, accounts.slice(index + 1))) return over;
  }
  return null;
}

/** A later row under which the clock is in time lifts the miss, where the terms allow it and a reason was recorded. */
function lifted(input: ClockInput, later: readonly Account[]): boolean {
  if (input.level.rules.on_downgrade_after_miss !== "lifted with a reason") return false;
  return later.some(
    (account) =>
      account.target !== null &&
      countedBefore(account, account.from) <= lastInTime(input, account.target) &&
      fieldAt(input.fact, "downgrade_reason", account.from) !== null,
  );
}

/**
 * Where the cycle stopped for good; one that another exchange followed was answered at its end. A record that went to
 * another agreement is judged here only where its time is split; a clock that never ran here is not judged at all.
 */
function stopOfCycle(input: ClockInput, { phases }: Cycle, end: { readonly followed: boolean }): Instant | null {
  const last = phases.at(-1) as Phase;
  if (last.mode !== "stopped" && last.mode !== "elsewhere") {
    const answered = end.followed && isExchange(input) && input.level.rules.repeated_message === "keeps the clock";
    return answered ? last.end : null;
  }
  const handedOver = last.mode === "elsewhere" && !holds(input) && input.level.rules.on_transfer === "starts afresh";
  if (handedOver || phases.every(({ mode }) => mode === "elsewhere")) return null;
  return lastStop(phases);
}

/** The start of the last run of phases without the clock. */
export function lastStop(phases: readonly Phase[]): Instant {
  const after = phases.findLastIndex(({ mode }) => mode !== "stopped" && mode !== "elsewhere");
  return (phases[after + 1] ?? (phases.at(-1) as Phase)).start;
}

/**
 * A clock with a due moment is judged by instants: stopped at or before it, or late from it on, and never before it
 * began. A record without that moment, or cancelled before it, is not judged.
 */
function judgedByMoment(input: ClockInput, { cycle, accounts }: Read, at: Instant): Judgement | null {
  const due = dueMoment(input);
  if (due === null) return null;
  const [first, last] = [cycle.phases[0] as Phase, cycle.phases.at(-1) as Phase];
  const stop = stopOfCycle(input, cycle, { followed: false });
  const until = stop ?? (last.mode === "cancelled" ? last.start : at);
  const elapsed = (to: Instant): Duration => countedBefore(accounts.at(-1) as Account, to);
  const facts = { target: between(first.start, due), reopened: cycle.reopened };
  const strict = input.level.rules.exactly_on_target === "missed";
  const over = later(due, first.start);
  const late = strict && stop !== null ? due <= stop : due < until;
  if (late && over < at) return { at: over, inTime: false, elapsed: elapsed(over), because: "over target", ...facts };
  if (stop === null) return null;
  return { at: stop, inTime: true, elapsed: elapsed(stop), because: "stopped", ...facts };
}

/** The moment by which a clock must have stopped; it may lie ahead, so the whole history is asked. */
export const dueMoment = (input: ClockInput): Instant | null =>
  input.level.clock?.by ? spokenMoment(input, input.fact.events, input.level.clock.by) : null;
