import type { TriggerDocument } from "../agreement/document/improvement.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import type { Verdict } from "../agreement/words.ts";
import type { Period, Result } from "../period/result.ts";

/** A trigger of the contract with its id, and the levels that `critical` means: those with a weight in a credit plan. */
export interface Trigger extends TriggerDocument {
  readonly id: string;
  /** `agreement/level` */
  readonly critical: readonly string[];
}

/** Something that follows, as data. `periods` made it, oldest first; the last of them completed it. */
export interface Effect {
  readonly trigger: string;
  readonly title: string;
  readonly opens: TriggerDocument["opens"];
  /** The level that was looked at, by the terms of the newest of the periods. */
  readonly level: LevelTerms;
  readonly group: string | null;
  readonly verdict: Verdict;
  /** What was counted: so many one after the other, or so many among the newest. */
  readonly counted: { readonly kind: "in a row" | "times"; readonly times: number; readonly outOf: number };
  readonly periods: readonly Period[];
}

/**
 * What follows from results, in order of the triggers, of level and of time. Every result that completes a trigger has
 * an effect, so a longer history takes none away. What is not rated breaks no chain and is not among the newest that
 * are counted. Triggers on credits follow from money, not from results, and give nothing here.
 */
export function triggersOf(triggers: readonly Trigger[], results: readonly Result[]): readonly Effect[] {
  const chains = chainsOf(results);
  return triggers.flatMap((trigger) => {
    const counted = countedBy(trigger);
    if (counted === null) return [];
    return chains
      .filter(([first]) => first !== undefined && isLookedAt(trigger, first))
      .flatMap((chain) => effectsOf(trigger, counted, chain));
  });
}

/** The rated results of each level and group, oldest first: the same whatever the order they came in. */
function chainsOf(results: readonly Result[]): readonly (readonly Result[])[] {
  const rated = results.filter(({ verdict }) => verdict !== "not rated");
  const byLevel = Map.groupBy(rated, ({ level, group }) => JSON.stringify([level.agreement, level.id, group]));
  return [...byLevel]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, chain]) => chain.toSorted((a, b) => a.period.start - b.period.start));
}

function countedBy({ in_a_row, times, out_of }: Trigger): Effect["counted"] | null {
  if (in_a_row !== undefined) return { kind: "in a row", times: in_a_row, outOf: in_a_row };
  return times === undefined || out_of === undefined ? null : { kind: "times", times, outOf: out_of };
}

function isLookedAt({ agreement, levels = "all", critical }: Trigger, { level }: Result): boolean {
  if (agreement !== undefined && agreement !== level.agreement) return false;
  const name = `${level.agreement}/${level.id}`;
  if (levels === "all") return true;
  if (levels === "critical") return critical.includes(name);
  return levels.includes(name) || levels.includes(level.id);
}

/** The verdict that counts, missed where none is written; a level that is at minimum has not been missed. */
function effectsOf(trigger: Trigger, counted: Effect["counted"], chain: readonly Result[]): readonly Effect[] {
  const verdict = trigger.verdict ?? "missed";
  return chain.flatMap((newest, index): readonly Effect[] => {
    if (newest.verdict !== verdict) return [];
    const hits = chain
      .slice(Math.max(0, index + 1 - counted.outOf), index + 1)
      .filter((one) => one.verdict === verdict);
    if (hits.length < counted.times) return [];
    const { level, group } = newest;
    return [
      {
        trigger: trigger.id,
        title: trigger.title,
        opens: trigger.opens,
        level,
        group,
        verdict,
        counted,
        periods: hits.map(({ period }) => period),
      },
    ];
  });
}
