import { worked } from "../calendar/service-time.ts";
import { type Duration, duration, type Instant, later } from "../time/instant.ts";
import { lengthOf } from "../time/span.ts";
import { type Account, counted, countedBefore, nextSecondIn, reachedIn } from "./account.ts";
import type { ClockInput } from "./clock-input.ts";
import { goesOn, type Phase } from "./phases.ts";

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
  if (input.level.rules.lateness_by === "wall clock") return pastDue(input, { ...account, target }, until);
  return overByChange(input, { ...account, target }, until) ?? overRuling(input, { ...account, target }, until);
}

type Promised = Account & { readonly target: Duration };

/** A change made while the clock was stopped finds it at the reopening, if there is one. */
function overByChange(input: ClockInput, account: Promised, until: Instant): Over | null {
  const first = account.phases.findIndex(({ start }) => start >= account.from);
  const before = account.phases[first - 1];
  if (!before) return null;
  const elapsed = countedBefore(account, account.from);
  const target = duration(account.target + extension(input, account, account.from));
  if (elapsed <= lastInTime(input, target)) return null;
  const met = goesOn(before) ? account.phases[first] : account.phases.slice(first).find(goesOn);
  const at = met && latched(met, met.start);
  if (at === undefined || (at >= until && at > account.from)) return null;
  return { at, because: "over target by change of priority", elapsed, target };
}

function overRuling(input: ClockInput, account: Promised, until: Instant): Over | null {
  let shown: number = countedBefore(account, account.from);
  let target = account.target + extension(input, account, account.from);
  for (const each of account.phases) {
    if (each.start < account.from) continue;
    const next = nextSecondIn(account, each, duration(lastInTime(input, duration(target)) - shown));
    if (next !== null) {
      const at = latched(each, next);
      const elapsed = countedBefore(account, at);
      return at < until ? { at, because: "over target", elapsed, target: duration(target) } : null;
    }
    shown += counted(account, each);
    target += wallPause(input, account, each);
  }
  return null;
}

/** A miss in closed time that counts only because of a reopening is no older than the reopening. */
const latched = ({ decided }: Phase, at: Instant): Instant => later(at, decided ?? at);

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

/**
 * With lateness by the wall clock a record is late from the due instant on, service time or not, as soon as its clock
 * has not stopped by then (semantics 12); where exactly on target is missed, from the second before it.
 */
function pastDue(input: ClockInput, account: Promised, until: Instant): Over | null {
  const early = input.level.rules.exactly_on_target === "missed" ? 1 : 0;
  let [shown, target]: [number, number] = [account.carried, account.target];
  let due: Instant | null = null;
  for (const each of account.phases) {
    const here = counted(account, each);
    due = due !== null && shown >= target ? due : dueIn(account, each, target - shown);
    const late = due === null ? each.end : later((due - early) as Instant, account.from);
    if (due !== null && each.mode === "running" && each.end > late) {
      const at = latched(each, later(each.start, late));
      const because = due - early < account.from ? "over target by change of priority" : "over target";
      return at < until ? { at, because, elapsed: duration(target), target: duration(target) } : null;
    }
    shown += here;
    target += wallPause(input, account, each);
  }
  return null;
}

/** The instant of a phase at which the last `left` seconds have been counted; its start where none are left. */
function dueIn(account: Account, each: Phase, left: number): Instant | null {
  if (left <= 0) return each.start;
  return counted(account, each) >= left ? reachedIn(account, each, duration(left)) : null;
}

/** With pauses by the wall clock a pause also gives back its time out of hours (semantics 6). */
function wallPause(input: ClockInput, { calendar }: Account, each: Phase): number {
  if (input.level.rules.pause_counts !== "wall clock" || each.mode !== "paused" || !calendar) return 0;
  return lengthOf(each) - worked(calendar, each.start, each.end);
}

/** Seconds that pauses by the wall clock have added to the target before an instant. */
export function extension(input: ClockInput, account: Account, before: Instant): Duration {
  if (input.level.rules.pause_counts !== "wall clock") return duration(0);
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
