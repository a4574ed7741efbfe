import { type Fraction, fraction, over, plus } from "../../number/fraction.ts";
import type { Weight } from "../plan/weight.ts";
import { writtenAll } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 0: the weights in force at the start of the period, or their mean by days where the plan says so. */
export function pinWeights(working: Working): Staged {
  const { plan, facts } = working;
  const names = [...new Set(plan.weights.map(({ name }) => name))];
  const weights = new Map(names.map((name) => [name, weightOf(working, name)]));
  const line = {
    stage: 0,
    rule: plan.weightRules.inside,
    inputs: { start: String(facts.start), days: String(facts.days) },
    result: writtenAll(weights),
  };
  return { value: withStatement({ ...working, weights }, { weights: Object.fromEntries(weights) }), line };
}

function weightOf({ plan, facts }: Working, name: string): Fraction {
  const sets = plan.weights.filter((weight) => weight.name === name);
  if (plan.weightRules.inside === "pinned at the start") return inForce(sets, facts.start);
  const days = Array.from({ length: facts.days }, (_, day) => inForce(sets, facts.start + day));
  return over(days.reduce(plus), fraction(facts.days));
}

/** The last set that has begun; a level nobody has given a weight weighs nothing. */
function inForce(sets: readonly Weight[], day: number): Fraction {
  const begun = sets.filter(({ from }) => from <= day).sort((a, b) => a.from - b.from);
  return begun.at(-1)?.share ?? fraction(0);
}
