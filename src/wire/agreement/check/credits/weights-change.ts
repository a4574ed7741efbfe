import type { CreditPlanDocument } from "../../../../engine/agreement/document/credit-plan.ts";
import type { WeightSetDocument } from "../../../../engine/agreement/document/credit-weight.ts";
import { entry } from "../../../../engine/agreement/document/written.ts";
import { monthOf } from "../../../../engine/credit/later/months.ts";
import { levelName } from "../../../../engine/credit/written/written-plan.ts";
import { compare, type Fraction, one, sum, times, zero } from "../../../../engine/number/fraction.ts";
import type { Day } from "../../../../engine/time/civil.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { writeQuantity } from "../text.ts";
import { categoryOf } from "./category-of.ts";
import { eachPlan, type PlanPlace } from "./plan-place.ts";

/** Weights change no more often, of no more levels, and to no more in all, than the plan allows. */
export const weightsChange = eachPlan((place) =>
  (place.plan.weights ?? []).flatMap((set, index, sets) => {
    const before = sets[index - 1];
    if (before === undefined) return [];
    const path = [...place.path, "weights", String(index)];
    return [
      ...tooOften(place, path, index),
      ...tooMany(place.plan, path, [before, set]),
      ...tooMuch(place.plan, path, [before, set]),
    ];
  }),
);

type Pair = readonly [WeightSetDocument, WeightSetDocument];

const lengths = { month: 1, quarter: 3, year: 12 } as const;

/** A year is a contract year; the first set is no change. */
function tooOften({ plan, document }: PlanPlace, path: readonly string[], index: number): readonly Complaint[] {
  const { weights: sets = [], weight_rules: rules } = plan;
  if (rules?.changes === undefined) return [];
  const { at_most, per } = rules.changes;
  const first = per === "year" ? monthOf(document.contract.from) : 0;
  const spanOf = (day: Day): number => Math.floor((monthOf(day) - first) / lengths[per]);
  const span = spanOf(sets[index]?.from ?? document.contract.from);
  const count = sets.slice(1, index + 1).filter(({ from }) => spanOf(from) === span).length;
  if (count <= at_most) return [];
  const message = `this is change number ${count} in one ${per === "year" ? "contract year" : per}; at most ${at_most} are agreed.`;
  const way_out = `Let it begin in a later ${per}, or join it with the one before.`;
  return [atValue([...path, "from"], { code: "changes-too-often", message, way_out })];
}

function tooMany(plan: CreditPlanDocument, path: readonly string[], [before, now]: Pair): readonly Complaint[] {
  const most = plan.weight_rules?.levels_at_once;
  const [old, young] = [byName(plan, before), byName(plan, now)];
  const moved = [...new Set([...old.keys(), ...young.keys()])].filter(
    (name) => compare(old.get(name) ?? zero, young.get(name) ?? zero) !== 0,
  );
  if (most === undefined || moved.length <= most) return [];
  const message = `the weights of ${moved.length} levels change at once; at most ${most} are agreed.`;
  return [atKey([...path, "shares"], { code: "changes-too-many", message, way_out: "Change fewer of them." })];
}

function tooMuch(plan: CreditPlanDocument, path: readonly string[], [before, now]: Pair): readonly Complaint[] {
  if (plan.weight_rules?.at_risk !== "may not rise") return [];
  const [old, young] = [allOf(plan, before), allOf(plan, now)];
  if (compare(young, old) <= 0) return [];
  const said = (value: Fraction): string => writeQuantity({ unit: "share", value });
  const message = `the weights rise from ${said(old)} to ${said(young)} in all, which may not rise.`;
  return [atKey([...path, "shares"], { code: "at-risk-rises", message, way_out: "Lower others by as much." })];
}

const byName = (plan: CreditPlanDocument, { shares }: WeightSetDocument): ReadonlyMap<string, Fraction> =>
  new Map(Object.entries(shares).map(([level, share]) => [levelName(plan, level), share]));

/** All weights of a set, each taken of the share of its category where categories have shares. */
function allOf(plan: CreditPlanDocument, set: WeightSetDocument): Fraction {
  const { categories } = set;
  const parts = [...byName(plan, set)].map(([name, share]) => {
    const category = categories && categoryOf(plan, name);
    return times(share, category ? (entry(categories, category) ?? zero) : one);
  });
  return sum(parts);
}
