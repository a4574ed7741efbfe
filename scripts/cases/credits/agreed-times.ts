import { permitted } from "../../../src/engine/credit/later/allowance.ts";
import { availability } from "../../../src/engine/credit/later/availability.ts";
import { type Fraction, fraction, times, zero } from "../../../src/engine/number/fraction.ts";
import { type Answer, has, type Input, isList, maybe, numbers, share } from "./read.ts";

/**
 * S09: agreed minutes of months and days of different length, and what a target leaves of them in whole minutes, cut.
 * A list for each number of hours a day holds one figure for each number of days; where only one of the two is a list,
 * or both run side by side, the agreed minutes are one list.
 */
export function agreedTimes(input: Input): Answer {
  const days = has(input, "days") ? numbers(input, "days") : numbers(input, "days_in_month");
  const hours = has(input, "hours_per_day") ? numbers(input, "hours_per_day") : [fraction(24)];
  const table = hours.map((each) => days.map((count) => minutesOf(count, each)));
  const together = isList(input, "days") && hours.length === days.length && hours.length > 1;
  const flat = together ? days.map((count, index) => minutesOf(count, hours[index] ?? zero)) : table.flat();
  const target = has(input, "target_pct") ? share(input, "target_pct") : null;
  const down = maybe(input, "down_minutes", "downtime_minutes");
  return {
    agreed_minutes: flat,
    ...(target ? { permitted_minutes: table.map((row) => row.map((agreed) => permitted(agreed, target))) } : {}),
    rounding: "down",
    ...(down ? { results: flat.map((total) => availability({ total, down, excused: zero })) } : {}),
  };
}

const minutesOf = (days: Fraction, hours: Fraction): Fraction => times(times(days, hours), fraction(60));
