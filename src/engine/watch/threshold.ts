import type { Allowed } from "../agreement/quantity.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { isBusinessDay } from "../calendar/maintenance.ts";
import { allowedSeconds } from "../clock/allowed-seconds.ts";
import type { ClockInput } from "../clock/clock-input.ts";
import { clockRow } from "../clock/clock-row.ts";
import { addDays } from "../time/civil.ts";
import { type Duration, duration, type Instant } from "../time/instant.ts";
import { instantOf, wallAt } from "../time/zone.ts";
import type { Course } from "./courses.ts";
import type { WarningMark } from "./warning-terms.ts";

/** What a clock shows when a mark is passed, by the target it has then. */
export type Threshold = (target: Duration) => Duration;

/**
 * The least whole number of seconds that is at least the share of the target, or the target less the time before it,
 * and never less than 0. Null where the time means nothing, such as business days where none are agreed.
 */
export function thresholdOf(input: ClockInput, course: Course, mark: WarningMark): Threshold | null {
  if (mark.kind === "share") {
    const { n, d } = mark.share;
    return (target) => duration(Number((n * BigInt(target) + d - 1n) / d));
  }
  const before = input.level.clock?.by ? beforeMoment(course, mark.allowed) : beforeTarget(input, course, mark.allowed);
  return before === null ? null : (target) => duration(Math.max(0, target - before));
}

/**
 * Counted seconds, as the target's. Days before a target in days of the same kind are its last ones; before any other
 * target they are as long as they would be from the clock's start.
 */
function beforeTarget(input: ClockInput, { account, start }: Course, mark: Allowed): number | null {
  if (mark.kind === "time") return mark.seconds;
  const { calendar } = account;
  if (calendar === null) return null;
  const within = input.within ?? clockRow(input, account)?.within ?? null;
  const from = { calendar, start, rules: input.level.rules };
  if (within?.kind !== mark.kind || within.count < mark.count) return allowedSeconds(mark, from);
  const [all, others] = [within.count, within.count - mark.count].map((count) =>
    allowedSeconds({ kind: mark.kind, count }, from),
  );
  return all == null || others == null ? null : all - others;
}

/** Seconds by the absolute clock; days go back to the same time of an earlier day. */
function beforeMoment({ account, start, steps }: Course, mark: Allowed): number | null {
  if (mark.kind === "time") return mark.seconds;
  const { calendar } = account;
  const target = steps[0]?.target;
  if (calendar === null || target === undefined) return null;
  const due = (start + target) as Instant;
  const { day, second } = wallAt(calendar.zone, due);
  const earlier = mark.kind === "days" ? addDays(day, -mark.count) : businessDayBefore(calendar, day, mark.count);
  return due - instantOf(calendar.zone, { day: earlier, second });
}

function businessDayBefore(calendar: Calendar, from: Parameters<typeof addDays>[0], count: number) {
  let [day, left] = [from, count];
  for (let tries = 0; left > 0 && tries < count * 7 + 4000; tries += 1) {
    day = addDays(day, -1);
    if (isBusinessDay(calendar, day)) left -= 1;
  }
  return day;
}
