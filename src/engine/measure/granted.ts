import type { LevelTerms } from "../agreement/terms.ts";
import type { Fact } from "../record/record.ts";
import type { Relief } from "../record/relief.ts";
import type { Instant } from "../time/instant.ts";
import { holds, type Span, unite } from "../time/span.ts";

/** The relief that was granted for a level. */
export function reliefFor(level: LevelTerms, relief: readonly Relief[]): readonly Relief[] {
  return relief.filter(
    ({ agreement, levels }) => agreement === level.agreement && (levels.length === 0 || levels.includes(level.id)),
  );
}

/** Time taken out for one record, united: relief that names it, or that names no record. */
export function relievedTime(granted: readonly Relief[], record: string): Span[] {
  const spans = granted.flatMap(({ takesOut, records, span }) =>
    takesOut === "time" && span !== null && (records.length === 0 || records.includes(record)) ? [span] : [],
  );
  return unite(spans);
}

/** The same, as far as it lies within the life of a record that is judged at `until`. */
export function relievedLife(granted: readonly Relief[], fact: Fact, until: Instant): Span[] {
  const first = fact.events[0]?.happened ?? until;
  return relievedTime(granted, fact.id).filter(({ start, end }) => first < end && start < until);
}

/** The relief that takes a whole record out: one that names it, or one without names whose span holds its instant. */
export function relievedRecord(granted: readonly Relief[], record: string, at: Instant): Relief | null {
  const takes = ({ takesOut, records, span }: Relief): boolean =>
    takesOut === "records" && (records.includes(record) || (records.length === 0 && span !== null && holds(span, at)));
  return granted.find(takes) ?? null;
}
