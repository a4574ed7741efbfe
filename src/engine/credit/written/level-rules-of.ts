import type { Mark } from "../../agreement/quantity.ts";
import type { LevelTerms } from "../../agreement/terms.ts";
import type { Fraction } from "../../number/fraction.ts";
import { type LevelRules, plainLevel } from "../plan/level.ts";
import { edgeOf } from "./edges.ts";
import { categoryOf } from "./factors-of.ts";
import { levelName, type WrittenPlan } from "./written-plan.ts";

/** How each level of the plan's agreement is read for credits, by its name. */
export function levelRulesOf(written: WrittenPlan, terms: readonly LevelTerms[]): Readonly<Record<string, LevelRules>> {
  return Object.fromEntries(terms.map((level) => [`${level.agreement}/${level.id}`, rulesOf(written, level)]));
}

function rulesOf(written: WrittenPlan, level: LevelTerms): LevelRules {
  const { document } = written;
  const name = `${level.agreement}/${level.id}`;
  const { expected, minimum } = level.target;
  const until = Object.entries(document.free_until ?? {}).find(([one]) => levelName(document, one) === name)?.[1];
  return {
    ...plainLevel,
    category: categoryOf(written, name),
    service: level.services[0] ?? null,
    better: isLower(expected ?? minimum) ? "lower" : "higher",
    expected: edge(expected),
    minimum: edge(minimum),
    chargeableFrom: until === undefined ? null : ((until + 1) as typeof until),
  };
}

const edge = (mark: Mark | null): Fraction | null => (mark ? edgeOf("value", mark.quantity) : null);

const isLower = (mark: Mark | null): boolean => mark?.direction === "at most" || mark?.direction === "less than";
