import type { CreditPlanDocument } from "../../../engine/agreement/document/credit-plan.ts";
import type { WeightSetDocument } from "../../../engine/agreement/document/credit-weight.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import { levelName } from "../../../engine/credit/written/written-plan.ts";
import { exactDecimal } from "../../../engine/number/decimal.ts";
import { compare, type Fraction, fraction, minus, one, sum, times, zero } from "../../../engine/number/fraction.ts";
import { writeDay } from "../../../engine/time/civil.ts";
import type { Complaint } from "../problem.ts";
import { categoryOf } from "./credits/category-of.ts";
import { atKey, atValue, type Rule } from "./rule.ts";

/** Every set of weights adds up to what the plan says; where categories have shares, they do, and the levels of each. */
export const weightsSum: Rule = ({ credit_plans }) =>
  Object.entries(credit_plans).flatMap(([id, plan]) =>
    (plan.weights ?? []).flatMap((set, index) => {
      const path = ["credit_plans", id, "weights", String(index)];
      const before = plan.weights?.[index - 1];
      if (set.categories === undefined) {
        const sums = { what: `the set from ${writeDay(set.from)}`, shares: set.shares, before: before?.shares };
        return complaints(plan, [...path, "shares"], sums);
      }
      const ofAll = { what: `the categories from ${writeDay(set.from)}`, shares: set.categories };
      return [
        ...complaints(plan, [...path, "categories"], { ...ofAll, before: before?.categories }),
        ...Object.keys(set.categories).flatMap((category) => {
          const shares = within(plan, set, category);
          const sums = { what: `'${category}' from ${writeDay(set.from)}`, shares };
          return complaints(plan, [...path, "shares"], { ...sums, before: before && within(plan, before, category) });
        }),
        ...outside(plan, set, [...path, "shares"]),
      ];
    }),
  );

type Shares = Readonly<Record<string, Fraction>>;

interface Sums {
  readonly what: string;
  readonly shares: Shares;
  readonly before?: Shares | undefined;
}

function complaints(plan: CreditPlanDocument, path: readonly string[], sums: Sums): readonly Complaint[] {
  const total = sum(Object.values(sums.shares));
  const difference = compare(total, one);
  const rule = plan.weight_rules?.total;
  if (rule === undefined || rule === "free" || difference === 0) return [];
  if (difference < 0 && rule === "at most 100%") return [];
  const message = `${sums.what} adds up to ${percent(total)}, weight_rules.total says ${rule}.`;
  return [atValue(path, { code: "weights-sum", message, way_out: wayOut(sums, minus(total, one)) })];
}

const within = (plan: CreditPlanDocument, { shares }: WeightSetDocument, category: string): Shares =>
  Object.fromEntries(Object.entries(shares).filter(([level]) => categoryOf(plan, levelName(plan, level)) === category));

/** Where categories have shares, a level outside of them divides nothing. */
function outside(plan: CreditPlanDocument, set: WeightSetDocument, path: readonly string[]): readonly Complaint[] {
  return Object.keys(set.shares).flatMap((level) => {
    const category = categoryOf(plan, levelName(plan, level));
    if (category !== undefined && Object.hasOwn(set.categories ?? {}, category)) return [];
    const message = `'${level}' lies in no category with a share, so its weight is a share of nothing.`;
    const way_out = "Put it into a category, and give that one a share.";
    return [atKey([...path, level], { code: "level-without-category", message, way_out })];
  });
}

const percent = (share: Fraction): string => `${exactDecimal(times(share, fraction(100)))}%`;

/** Names the level that was raised (or lowered) against the set before, where there is one. */
function wayOut({ shares, before = {} }: Sums, excess: Fraction): string {
  const isOver = compare(excess, zero) > 0;
  const moved = Object.keys(shares).find((level) => {
    const old = entry(before, level);
    return old !== undefined && compare(minus(shares[level] ?? zero, old), excess) === 0;
  });
  const act = isOver ? "lower another" : "raise another";
  if (moved === undefined)
    return `${isOver ? "Lower" : "Raise"} one of them by ${percent(isOver ? excess : minus(zero, excess))}.`;
  return `${moved} ${isOver ? "rose" : "fell"} by ${percent(isOver ? excess : minus(zero, excess))}: ${act}.`;
}
