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
  /** The earliest instant at which the phase has added so many seconds, at most what it adds. */
  readonly reach: (seconds: Duration) => Instant;
}

/** How a clock goes towards its target while one row rules: from `from` on, by steps that begin with the cycle. */
export interface Course {
  readonly from: Instant;
  readonly steps: readonly Step[];
  readonly account: Account;
}

/** The courses of a cycle, oldest first; none without a target. A clock with a due moment goes by the absolute clock. */
export function coursesOf(input: ClockInput, read: Read): readonly Course[] {
  if (input.level.clock?.by) return byMoment(input, read);
  return read.accounts.flatMap((account) =>
    account.target === null ? [] : [{ account, from: account.from, steps: stepsOf(input, account, account.target) }],
  );
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
      // What is passed in closed time only because of a reopening is no older than the reopening.
      reach: (seconds) => later(reachedIn(account, each, seconds), each.decided ?? each.start),
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
    reach: (seconds: Duration) => shift(each.start, seconds),
  }));
  return [{ account, from, steps }];
}
