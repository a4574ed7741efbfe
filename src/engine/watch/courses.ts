import { type Account, counted, reachedIn } from "../clock/account.ts";
import type { ClockInput } from "../clock/clock-input.ts";
import { dueMoment, type Read } from "../clock/judge.ts";
import { extension } from "../clock/over-target.ts";
import { goesOn, type Phase } from "../clock/phases.ts";
import { between, type Duration, duration, type Instant, later, shift } from "../time/instant.ts";
import { lengthOf, type Span } from "../time/span.ts";

/** A phase with what the clock shows at its start, what the phase adds, and the target then. */
export interface Step extends Span {
  readonly shown: number;
  readonly adds: number;
  readonly target: Duration;
  readonly goesOn: boolean;
  /** What is passed in closed time only because of a reopening is no older than the reopening. */
  readonly notBefore: Instant;
  /** The earliest instant at which the phase has added so many seconds, at most what it adds. */
  readonly reach: (seconds: Duration) => Instant;
}

/** How a clock goes towards its target while one row rules: from `from` on, by steps that mostly begin before it. */
export interface Course {
  readonly from: Instant;
  /** The start of the cycle. */
  readonly start: Instant;
  readonly steps: readonly Step[];
  readonly account: Account;
}

/** The courses of a cycle, oldest first; without a target, without a step. A clock with a due moment goes by the absolute clock. */
export function coursesOf(input: ClockInput, read: Read): readonly Course[] {
  if (input.level.clock?.by) return byMoment(input, read);
  const { start } = read.cycle.phases[0] as Phase;
  return read.accounts.map((account) => {
    const { target, from } = account;
    return { account, from, start, steps: target === null ? [] : stepsOf(input, account, target) };
  });
}

function stepsOf(input: ClockInput, account: Account, target: Duration): Step[] {
  let shown: number = account.carried;
  return account.phases.map((each) => {
    const adds = counted(account, each);
    const step: Step = {
      start: each.start,
      end: each.end,
      shown,
      adds,
      target: duration(target + extension(input, account, each.start)),
      goesOn: goesOn(each),
      notBefore: each.decided ?? each.start,
      reach: (seconds) => reachedIn(account, each, seconds),
    };
    shown += adds;
    return step;
  });
}

function byMoment(input: ClockInput, { cycle, accounts }: Read): Course[] {
  const due = dueMoment(input);
  const account = accounts.at(-1);
  if (due === null || account === undefined) return [];
  const { start: from } = cycle.phases[0] as Phase;
  const target = between(from, later(due, from));
  const steps = cycle.phases.map((each) => ({
    start: each.start,
    end: each.end,
    shown: between(from, each.start),
    adds: lengthOf(each),
    target,
    goesOn: goesOn(each),
    notBefore: each.start,
    reach: (seconds: Duration) => shift(each.start, seconds),
  }));
  return [{ account, from, start: from, steps }];
}
