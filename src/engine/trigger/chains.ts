import type { Result } from "../period/result.ts";
import type { Trigger } from "./trigger.ts";

/** The results of one level and group, oldest first; never empty. */
export type Chain = readonly Result[];

/** The results of each level and group, in the order of their names and of time, whatever the order they came in. */
export function chainsOf(results: readonly Result[]): readonly Chain[] {
  const byLevel = Map.groupBy(results, ({ level, group }) => JSON.stringify([level.agreement, level.id, group]));
  return [...byLevel]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, chain]) => chain.toSorted((a, b) => a.period.start - b.period.start || a.period.end - b.period.end));
}

/** Whether a trigger looks at the level of a chain. */
export function isLookedAt({ agreement, levels = "all", critical }: Trigger, [first]: Chain): boolean {
  if (first === undefined || (agreement !== undefined && agreement !== first.level.agreement)) return false;
  const name = `${first.level.agreement}/${first.level.id}`;
  if (levels === "all") return true;
  if (levels === "critical") return critical.includes(name);
  return levels.includes(name) || levels.includes(first.level.id);
}
