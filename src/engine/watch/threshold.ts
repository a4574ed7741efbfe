import { allowedSeconds } from "../clock/allowed-seconds.ts";
import type { ClockInput } from "../clock/clock-input.ts";
import { type Duration, duration, type Instant } from "../time/instant.ts";
import type { Course } from "./courses.ts";
import type { WarningMark } from "./warning-terms.ts";

/**
 * The seconds a clock shows when a mark is passed: the least whole number that is at least the share of the target,
 * or the target less the time before it, and never less than 0. Null where the time means nothing, such as business
 * days where none are agreed.
 */
export function thresholdOf(
  input: ClockInput,
  { account, steps }: Course,
  mark: WarningMark,
): ((target: Duration) => Duration) | null {
  if (mark.kind === "share") {
    const { n, d } = mark.share;
    return (target) => duration(Number((n * BigInt(target) + d - 1n) / d));
  }
  const start = steps[0]?.start as Instant;
  const { calendar } = account;
  const before = calendar
    ? allowedSeconds(mark.allowed, { calendar, start, rules: input.level.rules })
    : mark.allowed.kind === "time"
      ? mark.allowed.seconds
      : null;
  return before === null ? null : (target) => duration(Math.max(0, target - before));
}
