import type { Calendar } from "../calendar/calendar.ts";
import { addWorked, worked } from "../calendar/service-time.ts";
import { type Duration, duration, earlier, type Instant, later, shift } from "../time/instant.ts";
import { type Account, countedBefore } from "./account.ts";
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
  if (!account.calendar) return null;
  const ahead = { calendar: account.calendar, opening: openingAhead(account, run.from) };
  let { from, seconds } = run;
  for (const hole of input.relief) {
    if (hole.end <= from) continue;
    const due = reached(ahead, { from, seconds });
    if (due === null || due <= hole.start) return due;
    seconds = duration(seconds - secondsIn(ahead, from, later(from, hole.start)));
    from = hole.end;
  }
  return reached(ahead, { from, seconds });
}

/** The calendar, and the first opening of a clock that started at once and has not reached it (semantics 10). */
interface Ahead {
  readonly calendar: Calendar;
  readonly opening: Instant | null;
}

const openingAhead = ({ phases }: Account, from: Instant): Instant | null =>
  (phases.findLast(({ start }) => start <= from) ?? phases[0])?.early ?? null;

function reached({ calendar, opening }: Ahead, { from, seconds }: Run): Instant | null {
  const early = opening === null || opening <= from ? 0 : opening - from;
  if (early === 0) return addWorked(calendar, from, seconds);
  if (seconds <= early) return shift(from, seconds);
  return addWorked(calendar, shift(from, duration(early)), duration(seconds - early));
}

function secondsIn({ calendar, opening }: Ahead, from: Instant, to: Instant): number {
  const early = opening === null || opening <= from ? 0 : earlier(opening, to) - from;
  return early + worked(calendar, shift(from, duration(early)), to);
}
