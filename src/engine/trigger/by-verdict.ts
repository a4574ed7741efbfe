import type { Chain } from "./chains.ts";
import { countedBy, countsIn } from "./counts.ts";
import type { Completion } from "./effect.ts";
import { completedBy } from "./points.ts";
import type { Trigger } from "./trigger.ts";

/**
 * Periods of a verdict in a row, or so many among the newest: missed where no verdict is written; a level that is at
 * minimum has not been missed. What is not rated breaks no chain and is not among the newest that are counted.
 */
export function byVerdict(trigger: Trigger, chain: Chain): readonly Completion[] {
  const counted = countedBy(trigger);
  if (counted === null) return [];
  const verdict = trigger.verdict ?? "missed";
  const rated = chain.filter((one) => one.verdict !== "not rated");
  return countsIn(rated, counted, (one) => one.verdict === verdict).map((hits) =>
    completedBy(hits, { kind: "verdict", verdict, counted }),
  );
}
