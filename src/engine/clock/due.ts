import { addWorked, nextOpening, worked } from "../calendar/service-time.ts";
import { between, type Duration, duration, type Instant, later, shift } from "../time/instant.ts";
import type { Account } from "./account.ts";
import { countedBefore } from "./account.ts";
import type { ClockInput } from "./clock-input.ts";
import { dueMoment } from "./judge.ts";
import { extension, instantOfReading } from "./over-target.ts";
import type { Phase } from "./phases.ts";

/** Where a clock stands: what it shows, what it is allowed, and the instant from which it would run on. */
export interface Standing {
  readonly account: Account;
  readonly elapsed: Duration;
  readonly target: Duration | null;
  readonly from: Instant;
}

/** The earliest instant at which the target was, or would be, used up; a `by` clock is due at that moment of the record. */
export function dueOf(input: ClockInput, { account, elapsed, target, from }: Standing): Instant | null {
  if (input.level.clock?.by) return dueMoment(input);
  if (target === null || !account.calendar) return null;
  if (elapsed >= target) return instantOfReading(account, target);
  return running(input, account, { from, seconds: duration(target - elapsed) });
}

/** A paused clock has no due instant; `last known` keeps the one it had when the pause began (semantics 8). */
export function dueWhilePaused(input: ClockInput, account: Account): Instant | null {
  if (input.level.rules.due_while_paused === "none") return null;
  const running = account.phases.findLastIndex(({ mode }) => mode !== "paused");
  const { start } = account.phases[running + 1] as Phase;
  const target = account.target === null ? null : duration(account.target + extension(input, account, start));
  return dueOf(input, { account, elapsed: countedBefore(account, start), target, from: start });
}

interface Run {
  readonly from: Instant;
  /** More than 0. */
  readonly seconds: Duration;
}

/** When a clock that runs from an instant on will have counted some seconds more, relief already granted left out. */
function running(input: ClockInput, account: Account, run: Run): Instant | null {
  let { from, seconds } = run;
  for (const hole of input.relief) {
    if (hole.end <= from) continue;
    const due = counted(account, { from, seconds });
    if (due === null || due <= hole.start) return due;
    seconds = duration(seconds - secondsIn(account, from, later(from, hole.start)));
    from = hole.end;
  }
  return counted(account, { from, seconds });
}

/** The same without relief; a clock that started at once counts all time up to the first opening (semantics 10). */
function counted(account: Account, { from, seconds }: Run): Instant | null {
  if (!account.calendar) return null;
  const opening = openingAhead(account, from);
  if (opening === null) return addWorked(account.calendar, from, seconds);
  const early = between(from, opening);
  if (seconds <= early) return shift(from, seconds);
  return addWorked(account.calendar, opening, duration(seconds - early));
}

function secondsIn(account: Account, from: Instant, to: Instant): number {
  if (!account.calendar) return 0;
  const opening = openingAhead(account, from);
  if (opening === null) return worked(account.calendar, from, to);
  return to <= opening ? to - from : opening - from + worked(account.calendar, opening, to);
}

/** The first opening of a clock that started at once and has not reached it; null for any other. */
function openingAhead({ calendar, phases }: Account, from: Instant): Instant | null {
  return calendar && phases.at(-1)?.wall ? nextOpening(calendar, from) : null;
}
