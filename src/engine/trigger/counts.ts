import type { TriggerDocument } from "../agreement/document/improvement.ts";
import type { Counted } from "./effect.ts";

/** How often something has to be the case; null where nothing is said of it. */
export function countedBy({ in_a_row, times, out_of }: TriggerDocument): Counted | null {
  if (in_a_row !== undefined) return { kind: "in a row", times: in_a_row, outOf: in_a_row };
  return times === undefined || out_of === undefined ? null : { kind: "times", times, outOf: out_of };
}

/** The hits that complete a count, oldest first, for every hit of a chain that completes one. */
export function countsIn<T>(
  chain: readonly T[],
  { times, outOf }: Counted,
  isHit: (one: T) => boolean,
): readonly (readonly T[])[] {
  return chain.flatMap((newest, index) => {
    if (!isHit(newest)) return [];
    const hits = chain.slice(Math.max(0, index + 1 - outOf), index + 1).filter(isHit);
    return hits.length < times ? [] : [hits];
  });
}
