import { type Instant, instant } from "../time/instant.ts";
import type { Change, Fact } from "./record.ts";

/** The facts as known at an instant: events learned later are not there yet, nor records of which nothing was known. */
export function knownBy(facts: readonly Fact[], at: Instant): readonly Fact[] {
  return facts.flatMap((fact) => {
    const events = fact.events.filter(({ learned }) => learned <= at);
    if (events.length === fact.events.length) return [fact];
    return events.length === 0 ? [] : [{ ...fact, events }];
  });
}

/**
 * Up to when records tell anything: just after the last thing that happened in any of them before `now`. Null without
 * any record.
 */
export function toldUntil(facts: readonly Fact[], now: Instant): Instant | null {
  let last: number | null = null;
  for (const { events } of facts) {
    const event = events.findLast(({ happened, change }) => happened < now && !isPlan(change));
    if (event && (last === null || event.happened > last)) last = event.happened;
  }
  return last === null ? null : instant(last + 1);
}

/** A date that was set for something is nothing that happened. */
const isPlan = (change: Change): boolean => change.kind === "moment" && plans.has(change.moment);
const plans: ReadonlySet<string> = new Set(["due", "planned", "planned end"]);
