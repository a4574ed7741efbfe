import {
  availability,
  availabilityAsPrinted,
  type Excusing,
  inTime,
} from "../../../src/engine/credit/later/availability.ts";
import { fromDay, fromStart, type InService } from "../../../src/engine/credit/later/in-service.ts";
import { inMinutesOf } from "../../../src/engine/credit/later/minutes.ts";
import { type Fraction, fraction, minus, over, zero } from "../../../src/engine/number/fraction.ts";
import { readDay } from "../../../src/engine/time/civil.ts";
import { type Meanings, meaningOf } from "./meaning.ts";
import { type Answer, amount, day, has, type Input, isList, list, maybe, number, word } from "./read.ts";

export interface Figure {
  /** The figure that counts, never above 100. */
  readonly value: Fraction;
  /** What the formula of the contract gives, which can be above. */
  readonly printed: Fraction;
}

const plain = (value: Fraction | null): Figure | null => (value === null ? null : { value, printed: value });

/** The availability of a case in percent: as it is said, or of the time or the units that it gives. */
export function figureOf(input: Input): Figure | null {
  if (has(input, "total", "resolved")) return ofUnits(amount(input, "total"), amount(input, "resolved"));
  if (has(input, "slots_per_year"))
    return plain(inTime(amount(input, "slots_per_year"), amount(input, "unavailable_slots")));
  const exact = has(input, "value_exact") ? readExact(word(input, "value_exact")) : null;
  const said = maybe(input, "uptime", "availability", "value");
  return ofMinutes(input) ?? ofHours(input) ?? plain(exact ?? said);
}

/** A figure of which the end is left out: the digits that are there. */
const readExact = (text: string): Fraction => number(text.replace(/(?:\.{3}|…)$/, ""));

/** So many resolved of all; more than all is possible where some are from before, and counts as all. */
function ofUnits(total: Fraction, resolved: Fraction): Figure | null {
  const found = availabilityAsPrinted({ total, down: minus(total, resolved), excused: zero });
  return found && { value: found.held, printed: found.printed };
}

function ofMinutes(input: Input): Figure | null {
  const down = maybe(input, "down_minutes", "downtime_minutes");
  const total = down ? minutesIn(input) : null;
  if (!down || !total) return null;
  return plain(availability({ total, down, excused: maybe(input, "excused_minutes") ?? zero }));
}

/** Excused hours leave the whole, as the formula in print has it. */
function ofHours(input: Input): Figure | null {
  const down = maybe(input, "down_hours", "downtime_hours");
  if (!down) return null;
  const minutes = has(input, "total_hours") ? null : minutesIn(input);
  const total = maybe(input, "total_hours") ?? (minutes ? over(minutes, fraction(60)) : null);
  if (!total) return null;
  const found = availabilityAsPrinted({ total, down, excused: maybe(input, "excused_hours") ?? zero });
  return found && { value: found.held, printed: found.printed };
}

/** The minutes that the share is of: those in service before those of the month. */
function minutesIn(input: Input): Fraction | null {
  const service = inServiceOf(input);
  const said = maybe(input, "in_service_minutes");
  const whole = monthOf(input);
  return said ?? (service ? inMinutesOf([service.active]) : whole);
}

/** The minutes of the whole month. */
function monthOf(input: Input): Fraction | null {
  const said = maybe(input, "total_minutes", "month_minutes");
  if (said) return said;
  const days = isList(input, "days") ? null : maybe(input, "days", "days_in_month");
  if (days) return inMinutesOf([days]);
  const first = has(input, "month") ? readDay(`${word(input, "month").slice(0, 7)}-01`) : null;
  return first === null ? null : inMinutesOf([fromStart(first).days]);
}

/** How much of its month a service was in force; null where it was all of it. */
export function inServiceOf(input: Input): InService | null {
  if (has(input, "service_start")) {
    const service = fromStart(day(input, "service_start"));
    if (has(input, "month")) word(input, "month");
    return { ...service, active: maybe(input, "active_days") ?? service.active };
  }
  if (!has(input, "service_start_day") && !has(input, "active_days")) return null;
  const days = amount(input, "days_in_month", "days");
  const service = has(input, "service_start_day") ? fromDay(amount(input, "service_start_day"), days) : null;
  return { days, active: maybe(input, "active_days") ?? service?.active ?? days };
}

const excusings: Meanings<Excusing> = [
  [/both/, "minus in both"],
  [/only|numerator|downtime/, "only downtime reduced"],
];

/** Excused time by each of the ways that the case names. */
export function excusedWays(input: Input): Answer {
  const seen = {
    total: amount(input, "total_minutes", "total_hours", "month_minutes"),
    down: amount(input, "down_minutes", "down_hours", "downtime_minutes", "downtime_hours"),
    excused: amount(input, "excused_minutes", "excused_hours"),
  };
  return { results: list<string>(input, "variants").map((way) => availability(seen, meaningOf(way, excusings))) };
}

const wholes: Meanings<"in service" | "whole month"> = [
  [/in_service|active|prorat|from_start/, "in service"],
  [/month|calendar|whole|full|entire/, "whole month"],
];

/** A part of a month, over the time in service or over the whole month. */
export function inServiceWays(input: Input): Answer {
  const down = amount(input, "down_minutes", "downtime_minutes");
  const [service, month] = [minutesIn(input), monthOf(input)];
  const results = list<string>(input, "variants").map((way) => {
    const total = meaningOf(way, wholes) === "in service" ? service : month;
    return total && availability({ total, down, excused: zero });
  });
  return { results };
}
