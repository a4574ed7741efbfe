import type { WeightRulesDocument, WeightSetDocument } from "../../../agreement/document/credit-weight.ts";
import { categoryOf } from "../../../credit/written/factors-of.ts";
import { levelName } from "../../../credit/written/written-plan.ts";
import { type Fraction, one, sum, times, zero } from "../../../number/fraction.ts";
import { longDay } from "../../words/dates.ts";
import { shareText } from "../../words/figure.ts";
import { counted, sentence } from "../../words/list.ts";
import { termText } from "../../words/term.ts";
import { often } from "./number-text.ts";
import type { PlanPart, PlanTable } from "./plan-text.ts";
import { defined, levelTitle, nameOf, type ToldPlan } from "./told-plan.ts";

/** How the weights divide an amount, how they may change, and every set with who set it and why. */
export function weightParts(told: ToldPlan): readonly PlanPart[] {
  const { weight_rules: rules, weights = [] } = told.plan;
  if (!rules && weights.length === 0) return [];
  const sets = weights.toSorted((a, b) => a.from - b.from);
  const sentences = [...(rules ? rulesOf(told, rules) : []), ...sets.map((set) => setText(told, set))];
  return [{ heading: "Weights", sentences, table: sets.length === 0 ? null : tableOf(told, sets) }];
}

const hasCategories = ({ plan }: ToldPlan): boolean =>
  (plan.weights ?? []).some(({ categories }) => categories !== undefined);

function rulesOf(told: ToldPlan, rules: WeightRulesDocument): readonly string[] {
  const base = defined(rules.divide);
  const divided = hasCategories(told)
    ? `${base} is divided among the categories, and the share of each category among its service levels: the weight of a service level is its share of the share of its category.`
    : `${base} is divided among the service levels: the weight of a service level is its share of it.`;
  return [
    divided,
    "What a set does not name weighs nothing.",
    totalText(told, rules),
    ...(rules.set_by ? [setters[rules.set_by]] : []),
    ...(rules.notice ? [`A new set needs notice of ${termText(rules.notice)} before its first day.`] : []),
    ...(rules.changes ? [changesText(rules.changes)] : []),
    ...(rules.levels_at_once === undefined
      ? []
      : [`One change touches at most ${counted(rules.levels_at_once, "service level")}.`]),
    rules.at_risk === "may not rise"
      ? "A change may not raise the sum of all weights."
      : "A change may raise the sum of all weights.",
    rules.inside_a_period === "by days"
      ? "A month in which weights change is calculated with the mean of the weights of its days."
      : "A month is calculated with the weights in force on its first day.",
  ];
}

const setters = {
  client: "The client sets the weights.",
  supplier: "The supplier sets the weights.",
  both: "Client and supplier set the weights together.",
} as const;

function totalText(told: ToldPlan, { total = "free" }: WeightRulesDocument): string {
  const shares = hasCategories(told)
    ? "The shares of the categories, and those of the service levels of each category,"
    : "The shares of a set";
  switch (total) {
    case "free":
      return `${shares} need not add up to 100 %.`;
    case "at most 100%":
      return `${shares} add up to at most 100 %.`;
    case "exactly 100%":
      return `${shares} add up to exactly 100 %.`;
  }
}

function changesText({ at_most, per }: NonNullable<WeightRulesDocument["changes"]>): string {
  const span = per === "year" ? "contract year" : per === "quarter" ? "calendar quarter" : per;
  return `Weights change at most ${often(at_most)} in a ${span}; the first set is no change.`;
}

function setText(told: ToldPlan, set: WeightSetDocument): string {
  const now = inForce(told) === set.from ? ", in force on the day of this text," : "";
  const said = `The weights from ${longDay(set.from)} on${now} were set by ${nameOf(told, set.set_by)}`;
  return `${said} on notice given on ${longDay(set.notice_given)}. The reason: ${sentence(set.reason.trim())}`;
}

/** The first day of the set in force on the day of the text; null before the first. */
const inForce = ({ plan, day }: ToldPlan): number | null =>
  (plan.weights ?? []).reduce<number | null>(
    (last, { from }) => (from <= day && (last === null || from > last) ? from : last),
    null,
  );

/** A row for each category and each level, a column for each set. */
function tableOf(told: ToldPlan, sets: readonly WeightSetDocument[]): PlanTable {
  const categories = [...new Set(sets.flatMap((set) => Object.keys(set.categories ?? {})))];
  const levels = [...new Set(sets.flatMap((set) => Object.keys(set.shares)))];
  return {
    columns: [
      hasCategories(told) ? "Category or service level" : "Service level",
      ...sets.map(({ from }) => `From ${longDay(from)}`),
    ],
    rows: [
      ...categories.map((id) => [
        `Category ${defined(id)}`,
        ...sets.map((set) => shareText(set.categories?.[id] ?? zero)),
      ]),
      ...levels.map((id) => [rowName(told, id), ...sets.map((set) => shareText(set.shares[id] ?? zero))]),
      [hasCategories(told) ? "All weights" : "In all", ...sets.map((set) => shareText(allOf(told, set)))],
    ],
  };
}

function rowName(told: ToldPlan, level: string): string {
  const category = hasCategories(told) ? categoryIn(told, level) : null;
  return category === null ? levelTitle(told, level) : `${levelTitle(told, level)} (of ${defined(category)})`;
}

const categoryIn = ({ plan, currency, day }: ToldPlan, level: string): string | null =>
  categoryOf({ id: "", document: plan, day, currency }, levelName(plan, level));

/** All weights of a set, each taken of the share of its category where categories have shares. */
function allOf(told: ToldPlan, { shares, categories }: WeightSetDocument): Fraction {
  return sum(
    Object.entries(shares).map(([level, share]) => {
      const category = hasCategories(told) ? categoryIn(told, level) : null;
      return times(share, category === null ? one : (categories?.[category] ?? zero));
    }),
  );
}
