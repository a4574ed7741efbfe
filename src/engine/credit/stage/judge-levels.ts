import { compare, type Fraction } from "../../number/fraction.ts";
import type { CreditFacts, LevelFacts } from "../facts.ts";
import { type LevelRules, plainLevel, type State } from "../plan/level.ts";
import { roundedValue } from "../rule/rounded-value.ts";
import { type Staged, type Working, withItems } from "./working.ts";

/** Stages 2 to 4: excuses, rounding, comparison, and what no data means. */
export function judgeLevels(working: Working): Staged {
  const items = working.facts.results.map((result) => {
    const rules = working.plan.levels[result.level] ?? plainLevel;
    const value = result.facts.value ? roundedValue(result.facts.value, rules.round) : null;
    const state = stateOf(result, { rules, value, start: working.facts.start });
    const line = {
      level: result.level,
      group: result.group,
      state,
      event: result.event,
      value,
      unit: "money" as const,
      given: { n: 0n, d: 1n },
      share: null,
      row: null,
      steps: [],
      paid: true,
    };
    return { result, line, award: null };
  });
  const result = Object.fromEntries(items.map(({ line }, index) => [`${index + 1} ${line.level}`, line.state]));
  return {
    value: withItems(working, items),
    line: { stage: 3, rule: "rounded, then compared", inputs: { results: String(items.length) }, result },
  };
}

interface Judged {
  readonly rules: LevelRules;
  readonly value: Fraction | null;
  readonly start: CreditFacts["start"];
}

function stateOf(result: LevelFacts, judged: Judged): State {
  const state = heardState(result, judged);
  const fails = state !== "met" && state !== "not applicable" && state !== "held" && state !== "excused";
  if (!fails) return state;
  if (judged.rules.class !== "critical") return "reported only";
  return judged.rules.chargeableFrom !== null && judged.start < judged.rules.chargeableFrom ? "waived" : state;
}

function heardState({ state, facts }: LevelFacts, { rules, value }: Judged): State {
  if (state === "no events") return "not applicable";
  if (state === "disputed") return "held";
  if (state === "not measured" || state === "not reported") return rules.notMeasured;
  if (state !== null) return state;
  if (value === null) return "held";
  const { lowVolume, minimum, expected } = rules;
  if (lowVolume && facts.whole && facts.late_items && compare(facts.whole, lowVolume.below) < 0)
    return compare(facts.late_items, lowVolume.allowed) > 0 ? "missed" : "met";
  const worse = (mark: Fraction): boolean => compare(value, mark) * (rules.better === "higher" ? 1 : -1) < 0;
  if (minimum && worse(minimum)) return "below minimum";
  if (expected && worse(expected)) return minimum ? "below expected" : "missed";
  return "met";
}
