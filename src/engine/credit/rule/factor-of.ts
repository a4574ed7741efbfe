import { type Fraction, fraction, one, over, times, zero } from "../../number/fraction.ts";
import type { FactName } from "../plan/fact-name.ts";
import type { Factor } from "../plan/factor.ts";
import { categoryWeight } from "../plan/weight.ts";
import type { Item, Working } from "../stage/working.ts";
import { pickRow } from "./pick-row.ts";

interface Factored {
  readonly value: Fraction;
  readonly inputs: Readonly<Record<string, Fraction>>;
  readonly words: Readonly<Record<string, string>>;
}

/** The factor for one failure; a fact that is missing leaves one as it is, since nobody may lose by a gap in the data. */
export function factorOf(factor: Factor, { result, line }: Item, working: Working): Factored {
  const fact = (name: FactName): Fraction | null => (name === "value" ? line.value : (result.facts[name] ?? null));
  const by = (value: Fraction, inputs: Record<string, Fraction | null> = {}, words = {}): Factored => ({
    value,
    inputs: Object.fromEntries(Object.entries(inputs).flatMap(([name, one]) => (one ? [[name, one]] : []))),
    words,
  });
  switch (factor.kind) {
    case "weights": {
      const named = factor.names.map((name) => [name, weightOf(name, line.level, working)] as const);
      return by(named.map(([, weight]) => weight).reduce(times, one), Object.fromEntries(named));
    }
    case "plain":
      return by(factor.factor);
    case "flag":
      return by(result.flags.includes(factor.flag) ? factor.factor : one, {}, { flag: factor.flag });
    case "count":
      return by(fact(factor.by) ?? one, { [factor.by]: fact(factor.by) });
    case "share": {
      const [part, whole] = [fact(factor.part), fact(factor.whole)];
      return by(shareOf(part, whole), { [factor.part]: part, [factor.whole]: whole });
    }
    case "rows": {
      const row = pickRow(factor.rows, fact(factor.by), result.words[factor.by]);
      return by(row?.give ?? one, { [factor.by]: fact(factor.by) }, { by: factor.by, row: row?.row ?? "" });
    }
    case "repeat":
      return by(factor.factors[Math.min(result.failuresBefore, factor.factors.length - 1)] ?? one, {
        "failures before": fraction(result.failuresBefore),
      });
  }
}

/** `self` is the weight of the level, `category` that of its category, 1 where it is in none. */
function weightOf(name: string, level: string, { weights, plan }: Working): Fraction {
  if (name === "self") return weights.get(level) ?? zero;
  if (name !== "category") return weights.get(name) ?? zero;
  const category = plan.levels[level]?.category ?? null;
  return category === null ? one : (weights.get(categoryWeight(category)) ?? zero);
}

const shareOf = (part: Fraction | null, whole: Fraction | null): Fraction =>
  part === null || whole === null ? one : whole.n === 0n ? zero : over(part, whole);
