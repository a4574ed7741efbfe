import type { Term } from "../../agreement/document/written.ts";
import { zero } from "../../number/fraction.ts";
import { categoryWeight, type Weight, type WeightRules } from "../plan/weight.ts";
import { levelName, type WrittenPlan } from "./written-plan.ts";

/** Every weight of every set. What a later set does not name weighs nothing from its first day on. */
export function weightsOf({ document }: WrittenPlan): readonly Weight[] {
  const sets = document.weights ?? [];
  const names = [...new Set(sets.flatMap((set) => Object.keys(namedIn(document, set))))];
  return sets.flatMap((set) => {
    const { from, set_by: setBy, notice_given: noticeGiven, reason } = set;
    const shares = namedIn(document, set);
    return names.map((name) => ({ name, share: shares[name] ?? zero, from, setBy, noticeGiven, reason }));
  });
}

type WeightSet = NonNullable<WrittenPlan["document"]["weights"]>[number];

function namedIn(document: WrittenPlan["document"], { shares, categories = {} }: WeightSet) {
  return Object.fromEntries([
    ...Object.entries(shares).map(([level, share]) => [levelName(document, level), share] as const),
    ...Object.entries(categories).map(([category, share]) => [categoryWeight(category), share] as const),
  ]);
}

/** The rules of the set of weights; free where none are written. */
export function weightRulesOf({ document: { weight_rules: rules } }: WrittenPlan): WeightRules {
  const notice = rules?.notice;
  return {
    total: rules?.total ?? "free",
    noticeMonths: notice?.kind === "months" ? notice.count : 0,
    noticeDays: notice === undefined ? 0 : daysOf(notice),
    changesPerYear: rules?.changes?.per === "year" ? rules.changes.at_most : null,
    inside: rules?.inside_a_period ?? "pinned at the start",
  };
}

const daysOf = (term: Term): number => (term.kind === "days" || term.kind === "business days" ? term.count : 0);
