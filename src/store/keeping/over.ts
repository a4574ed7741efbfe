import { type Day, dateOf, dayOf, daysInMonth, readDay } from "../../engine/time/civil.ts";
import type { Instant } from "../../engine/time/instant.ts";
import { instantOf, utc, wallAt, type Zone } from "../../engine/time/zone.ts";

/** A day some months later or earlier; the last of the month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: ofMonth } = dateOf(day);
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(ofMonth, daysInMonth(toYear, toMonth)));
}

/** The instant so many months ago, at the beginning of the day, UTC. */
export const monthsAgo = (now: Instant, months: number): Instant =>
  instantOf(utc, { day: addMonths(wallAt(utc, now).day, -months), second: 0 });

/**
 * The end of the last contract year that ended at least so many months ago: events before it are over. Null where no
 * year has. The years of a contract begin on the day of its first.
 */
export function endOfYearsOver(
  { from, zone }: { readonly from: string; readonly zone: Zone },
  months: number,
  now: Instant,
): Instant | null {
  const first = readDay(from);
  if (first === null) return null;
  const today = wallAt(zone, now).day;
  let years = 0;
  while (addMonths(first, 12 * (years + 1) + months) <= today) years += 1;
  return years === 0 ? null : instantOf(zone, { day: addMonths(first, 12 * years), second: 0 });
}
