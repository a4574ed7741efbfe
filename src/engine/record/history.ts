import type { SourceRef } from "../source/source.ts";
import type { Instant } from "../time/instant.ts";
import { indexOf, lastAt } from "./index-of.ts";
import type { Fact, RecordEvent, State } from "./record.ts";

/** A moment of a record with the row that says so. */
export interface MomentAt {
  readonly at: Instant;
  readonly source: SourceRef;
}

/** The value of a field at an instant: the last one set at or before it; null where none was. */
export function fieldAt(fact: Fact, field: string, at: Instant): string | null {
  const course = indexOf(fact).fields.get(field);
  return course ? lastAt(course, at) : null;
}

/** The state at an instant; null before the first one is known. */
export const stateAt = (fact: Fact, at: Instant): State | null => lastAt(indexOf(fact).states, at);

/** Every time a moment is said to have happened, oldest first. */
export const momentsOf = (fact: Fact, moment: string): readonly MomentAt[] => indexOf(fact).moments.get(moment) ?? [];

/** The first such moment at or after `after`; null where it never happened. */
export function firstMoment(fact: Fact, moment: string, after?: Instant): MomentAt | null {
  return momentsOf(fact, moment).find(({ at }) => after === undefined || at >= after) ?? null;
}

/** The events that happened before `at`, in order: what a period that ends at `at` may know (semantics 52). */
export function historyBefore(fact: Fact, at: Instant): readonly RecordEvent[] {
  const end = fact.events.findIndex(({ happened }) => happened >= at);
  return end < 0 ? fact.events : fact.events.slice(0, end);
}

/** Events in the order of the history: by instant, then by the order of the source. */
export function inOrder<T extends RecordEvent>(events: readonly T[]): T[] {
  return [...events].sort((a, b) => a.happened - b.happened || a.sequence - b.sequence || a.source.row - b.source.row);
}
