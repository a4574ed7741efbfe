import type { SourceRef } from "../../source/source.ts";
import { intersect, type Span, subtract } from "../../time/span.ts";
import type { CausedSpan } from "../measurement.ts";

/** A record or window with the time it accounts for. */
export interface Cause {
  readonly cause: string;
  readonly source: SourceRef | null;
  readonly spans: readonly Span[];
}

/** Gives each second of `spans` to the first cause that accounts for it; what none accounts for keeps `otherwise`. */
export function causedBy(spans: readonly Span[], causes: readonly Cause[], otherwise: string): CausedSpan[] {
  let left = spans;
  const given: CausedSpan[] = [];
  for (const { cause, source, spans: own } of causes) {
    const taken = intersect(left, own);
    if (taken.length === 0) continue;
    given.push(...taken.map((each) => ({ ...each, cause, source })));
    left = subtract(left, taken);
  }
  given.push(...left.map((each) => ({ ...each, cause: otherwise, source: null })));
  return given.sort((a, b) => a.start - b.start);
}

/** Gives the time of `spans` to every cause that accounts for it: overlapping outages are added (semantics 43). */
export function addedBy(spans: readonly Span[], causes: readonly Cause[]): CausedSpan[] {
  return causes.flatMap(({ cause, source, spans: own }) =>
    intersect(spans, own).map((each) => ({ ...each, cause, source })),
  );
}
