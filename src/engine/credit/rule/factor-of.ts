import { type Fraction, one, over, zero } from "../../number/fraction.ts";
import type { FactName } from "../plan/fact-name.ts";
import type { Factor } from "../plan/factor.ts";
import type { Item } from "../stage/working.ts";
import { pickRow } from "./pick-row.ts";

/** The factor for one failure; a fact that is missing leaves one as it is, since nobody may lose by a gap in the data. */
export function factorOf(factor: Factor, { result, line }: Item): Fraction {
  const fact = (name: FactName): Fraction | null => (name === "value" ? line.value : (result.facts[name] ?? null));
  switch (factor.kind) {
    case "plain":
      return factor.factor;
    case "flag":
      return result.flags.includes(factor.flag) ? factor.factor : one;
    case "count":
      return fact(factor.by) ?? one;
    case "share":
      return shareOf(fact(factor.part), fact(factor.whole));
    case "rows":
      return pickRow(factor.rows, fact(factor.by), result.words[factor.by])?.give ?? one;
    case "repeat":
      return factor.factors[Math.min(result.failuresBefore, factor.factors.length - 1)] ?? one;
  }
}

const shareOf = (part: Fraction | null, whole: Fraction | null): Fraction =>
  part === null || whole === null ? one : whole.n === 0n ? zero : over(part, whole);
