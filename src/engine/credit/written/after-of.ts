import { one, zero } from "../../number/fraction.ts";
import type { BonusPlan, EarnBackPlan, Improvement } from "../plan/after.ts";
import { capOf } from "./cap-of.ts";
import { edgeOf } from "./edges.ts";
import { giftOf } from "./gift-of.ts";
import { levelName, type WrittenPlan } from "./written-plan.ts";

/** What the supplier can win back; null where the plan has no such rule. */
export function earnBackOfPlan({ document }: WrittenPlan): EarnBackPlan | null {
  const { earn_back: rule } = document;
  if (!rule) return null;
  return {
    share: rule.share,
    when: rule.when,
    periods: rule.in_a_row ?? rule.at_least_months ?? 1,
    notFor: (rule.not_for ?? []).map((level) => levelName(document, level)),
    notIn: rule.not_in ?? [],
    to: rule.to ?? "refund",
  };
}

/** What is given for more than was promised; null where the plan has no such rule. */
export function bonusOfPlan(written: WrittenPlan): BonusPlan | null {
  const { bonus: rule } = written.document;
  if (!rule) return null;
  return {
    levels: rule.levels?.map((level) => levelName(written.document, level)) ?? null,
    above: edgeOf("value", rule.above),
    step: rule.step ? edgeOf("value", rule.step) : null,
    give: giftOf(written, rule) ?? zero,
    of: rule.share ? (rule.of ?? null) : null,
    atMost: rule.at_most ? capOf(written, rule.at_most) : null,
    used: rule.used ?? "offset",
  };
}

/** The rules by which targets rise. */
export const improvementsOfPlan = ({ document }: WrittenPlan): readonly Improvement[] =>
  (document.improve ?? []).map(({ levels, mark, after, to, share }) => ({
    levels: levels?.map((level) => levelName(document, level)) ?? null,
    mark: mark ?? "expected",
    after,
    to,
    share: share ?? one,
  }));
