import type { Term } from "../agreement/document/written.ts";
import type { PeriodTerms } from "../agreement/terms.ts";
import { type Fraction, fraction } from "../number/fraction.ts";
import { addDays, type Day, dateOf, dayOf, daysInMonth } from "../time/civil.ts";
import { duration, type Instant, shift } from "../time/instant.ts";
import { instantOf, wallAt, type Zone } from "../time/zone.ts";

/** The same time of day so long before; null for business days, which need a calendar. */
export function before(at: Instant, term: Term, zone: Zone): Instant | null {
  if (term.kind === "business days") return null;
  if (term.kind === "time") return shift(at, duration(-term.seconds));
  const { day, second } = wallAt(zone, at);
  return instantOf(zone, { day: moved(day, term.kind, -term.count), second });
}

/** The day so many days or months after one; null for other terms. */
export function dayAfter(day: Day, term: Term): Day | null {
  return term.kind === "days" || term.kind === "months" ? moved(day, term.kind, term.count) : null;
}

/** So many months on, the last day of a month that is shorter. */
function moved(day: Day, by: "days" | "months", count: number): Day {
  if (by === "days") return addDays(day, count);
  const { year, month, day: ofMonth } = dateOf(day);
  const first = dateOf(dayOf(year, month + count, 1));
  return dayOf(first.year, first.month, Math.min(ofMonth, daysInMonth(first.year, first.month)));
}

/** How many periods of a level a term is; null where the one is counted in weeks and the other in months. */
export function periodsIn(term: Term, period: PeriodTerms): Fraction | null {
  if (period.kind === "week") return term.kind === "days" ? fraction(term.count, 7) : null;
  return term.kind === "months" ? fraction(term.count, monthsIn[period.kind]) : null;
}

/** Fixed and rolling periods are judged once a month. */
const monthsIn: Readonly<Record<Exclude<PeriodTerms["kind"], "week">, number>> = {
  month: 1,
  fixed: 1,
  rolling: 1,
  quarter: 3,
  year: 12,
  "contract year": 12,
};
