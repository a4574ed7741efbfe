import ICAL from "ical.js";

/** A rule that gives no end of dates, or none that is ever reached. */
export class Endless extends Error {}

/** Dates tried, in all, by the rules of one file. */
export interface Steps {
  steps: number;
}

export const mostSteps = 200_000;

/** Rules that repeat by the day or more slowly; the others are no calendar of days. */
const slow: ReadonlySet<string> = new Set(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
const longestInterval = 1000;

/**
 * The dates of a recurring event. Throws, with words for the finding, where a rule repeats within a day or too
 * rarely, and where the rules of the file have tried `budget.steps` dates: a rule such as "30 February, daily" has
 * none and is never done.
 */
export function boundedDates(event: ICAL.Event, budget: Steps): ICAL.RecurExpansion {
  for (const rule of rulesOf(event.component)) refuseWild(rule);
  const dates = event.iterator();
  for (const rule of (dates as unknown as { readonly ruleIterators?: readonly Ruled[] }).ruleIterators ?? [])
    bounded(rule, budget);
  return dates;
}

/** What the library calls for each date that it tries. */
interface Ruled {
  check_contracting_rules: () => boolean;
}

function bounded(rule: Ruled, budget: Steps): void {
  const check = rule.check_contracting_rules.bind(rule);
  rule.check_contracting_rules = () => {
    budget.steps -= 1;
    if (budget.steps < 0) throw new Endless("the rules of the file give no end of dates, or none at all");
    return check();
  };
}

const rulesOf = (component: ICAL.Component): readonly ICAL.Recur[] =>
  component.getAllProperties("rrule").flatMap((property) => {
    const value: unknown = property.getFirstValue();
    return value instanceof ICAL.Recur ? [value] : [];
  });

function refuseWild({ freq, interval }: ICAL.Recur): void {
  if (!slow.has(freq)) throw new Endless(`a rule that repeats ${freq.toLowerCase()} is no calendar of days`);
  if (interval > longestInterval) throw new Endless(`an interval of ${interval} is longer than ${longestInterval}`);
}

/** Takes out the zones whose own rules do not repeat once a year; their times are then read by our own zone data. */
export function withoutWildZones(
  root: ICAL.Component,
  note: (code: string, facts: Readonly<Record<string, string>>) => void,
): ICAL.Component {
  for (const zone of root.getAllSubcomponents("vtimezone")) {
    const rules = zone.getAllSubcomponents().flatMap((part) => rulesOf(part));
    if (rules.every(({ freq, interval }) => freq === "YEARLY" && interval <= longestInterval)) continue;
    note("zone-unreadable", { zone: String(zone.getFirstPropertyValue("tzid") ?? "") });
    root.removeSubcomponent(zone);
  }
  return root;
}
