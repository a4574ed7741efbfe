import { fieldAt, firstMoment } from "../record/history.ts";
import { between, type Instant } from "../time/instant.ts";
import { type Account, countedBefore } from "./account.ts";
import type { ClockInput } from "./clock-input.ts";
import type { Cycle } from "./cycles.ts";
import { type Over, overIn } from "./over-target.ts";
import type { Phase } from "./phases.ts";
import type { Judgement } from "./reading.ts";
import { isExchange } from "./status.ts";

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
  const stop = stopOfCycle(input, read.cycle, end.followed);
  const account = read.accounts.at(-1) as Account;
  if (stop === null) return null;
  const elapsed = countedBefore(account, stop);
  return { at: stop, inTime: true, elapsed, target: account.target, because: "stopped", reopened };
}

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
      countedBefore(account, account.from) <= account.target &&
      fieldAt(input.fact, "downgrade_reason", account.from) !== null,
  );
}

/** Where the cycle stopped for good; one that another exchange followed was answered at its end. */
function stopOfCycle(input: ClockInput, { phases }: Cycle, followed: boolean): Instant | null {
  const last = phases.at(-1) as Phase;
  if (last.mode !== "stopped" && last.mode !== "elsewhere") {
    const answered = followed && isExchange(input) && input.level.rules.repeated_message === "keeps the clock";
    return answered ? last.end : null;
  }
  const after = phases.findLastIndex(({ mode }) => mode !== "stopped" && mode !== "elsewhere");
  return (phases[after + 1] ?? last).start;
}

/** A clock with a due moment is judged by instants: stopped at or before it, or late from it on. */
function judgedByMoment(input: ClockInput, { cycle, accounts }: Read, at: Instant): Judgement | null {
  const due = firstMoment(input.fact, input.level.clock?.by ?? "due")?.at ?? null;
  const stop = stopOfCycle(input, cycle, false);
  const start = (cycle.phases[0] as Phase).start;
  const counted = (until: Instant) => countedBefore(accounts.at(-1) as Account, until);
  const facts = { target: due && between(start, due), reopened: cycle.reopened };
  const late =
    due !== null && (input.level.rules.exactly_on_target === "missed" ? due <= (stop ?? at) : due < (stop ?? at));
  if (late && due < at) return { at: due, inTime: false, elapsed: counted(due), because: "over target", ...facts };
  return stop === null || due === null
    ? null
    : { at: stop, inTime: true, elapsed: counted(stop), because: "stopped", ...facts };
}
