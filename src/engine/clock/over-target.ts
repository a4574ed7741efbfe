import { worked } from "../calendar/service-time.ts";
import { type Duration, duration, type Instant, later } from "../time/instant.ts";
import { lengthOf } from "../time/span.ts";
import { type Account, counted, countedBefore, nextSecondIn, reachedIn } from "./account.ts";
import type { ClockInput } from "./clock-input.ts";
import type { Phase } from "./phases.ts";

/** The first second over target and whether a change of priority made it so. */
export interface Over {
  readonly at: Instant;
  readonly because: "over target" | "over target by change of priority";
  readonly elapsed: Duration;
  readonly target: Duration;
}

/**
 * The first second over target while this account ruled, up to `until`; null if there was none. A change that finds
 * the target used up makes the miss at the instant of the change, never at the due date it moved into the past.
 */
export function overIn(input: ClockInput, account: Account, until: Instant): Over | null {
  const { target } = account;
  if (target === null) return null;
  if (input.level.rules.lateness_by === "wall clock") return pastDue(account, until);
  const allowed = lastInTime(input, target);
  const atChange = countedBefore(account, account.from);
  const extra = extension(input, account, account.from);
  if (account.from > (account.phases[0] as Phase).start && atChange > allowed + extra) {
    return { at: account.from, because: "over target by change of priority", elapsed: atChange, target };
  }
  let shown: number = account.carried;
  let granted = 0;
  for (const each of account.phases) {
    const next = nextSecondIn(account, each, duration(allowed + granted - shown));
    if (next !== null && next < until)
      return { at: later(next, account.from), because: "over target", elapsed: target, target };
    shown += counted(account, each);
    granted += wallPause(input, account, each);
  }
  return null;
}

/**
 * The most seconds that are still in time: the target itself, one less where exactly on target is missed
 * (semantics 11), or the last second of the last minute in time where minutes are compared (semantics 21).
 */
export function lastInTime(input: ClockInput, target: Duration): Duration {
  const { exactly_on_target, precision } = input.level.rules;
  const strict = exactly_on_target === "missed";
  if (precision === "seconds") return duration(strict ? target - 1 : target);
  return duration((strict ? Math.ceil(target / 60) : Math.floor(target / 60) + 1) * 60 - 1);
}

/** With lateness by the wall clock a record is late from the due instant on, service time or not (semantics 12). */
function pastDue(account: Account, until: Instant): Over | null {
  const target = account.target as Duration;
  const due = instantOfReading(account, target);
  const late =
    due !== null && account.phases.some(({ mode, start, end }) => mode === "running" && later(start, due) < end);
  if (!late || due >= until) return null;
  return { at: later(due, account.from), because: "over target", elapsed: target, target };
}

/** With pauses by the wall clock a pause also gives back its time out of hours (semantics 6). */
function wallPause(input: ClockInput, { calendar }: Account, each: Phase): number {
  if (input.level.rules.pause_counts !== "wall clock" || each.mode !== "paused" || !calendar) return 0;
  return lengthOf(each) - worked(calendar, each.start, each.end);
}

/** Seconds that pauses by the wall clock have added to the target before an instant. */
export function extension(input: ClockInput, account: Account, before: Instant): Duration {
  const past = account.phases.filter(({ start }) => start < before);
  return duration(past.reduce((sum, each) => sum + wallPause(input, account, each), 0));
}

/** The earliest instant at which the clock showed `seconds`; null if it never has. */
export function instantOfReading(account: Account, seconds: Duration): Instant | null {
  let shown: number = account.carried;
  if (shown >= seconds) return account.phases[0]?.start ?? null;
  for (const each of account.phases) {
    const here = counted(account, each);
    if (here > 0 && shown + here >= seconds) return reachedIn(account, each, duration(seconds - shown));
    shown += here;
  }
  return null;
}
