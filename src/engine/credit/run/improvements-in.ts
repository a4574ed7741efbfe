import { compare, type Fraction, fraction, over, sum } from "../../number/fraction.ts";
import { midpoint, stepOfGap } from "../later/improve.ts";
import { monthOf, readMonth } from "../later/months.ts";
import type { Improvement } from "../plan/after.ts";
import { awardFor } from "../stage/count-window.ts";
import type { Closing } from "./close-month.ts";
import type { ImprovementLine } from "./month.ts";

/** Marks that rise with this month by the plan's own rules. Only figures of which more is better can rise. */
export const improvementsIn = (closing: Closing): readonly ImprovementLine[] =>
  closing.open.plan.improvements.flatMap((rule) =>
    Object.keys(closing.open.plan.levels)
      .filter((level) => isMeant(closing, rule, level))
      .flatMap((level) => raised(closing, rule, level)),
  );

function isMeant({ open }: Closing, { levels }: Improvement, level: string): boolean {
  if (open.plan.levels[level]?.better !== "higher") return false;
  return levels === null ? awardFor(open.plan.awards, { level, state: "missed" }) !== null : levels.includes(level);
}

function raised(closing: Closing, rule: Improvement, level: string): readonly ImprovementLine[] {
  const { open, contract } = closing;
  const from = open.plan.levels[level]?.[rule.mark];
  const now = readMonth(open.period.id);
  const isYearEnd = (now + 1 - monthOf(contract.contract.from)) % 12 === 0;
  if (!from || (rule.after === "each contract year" && !isYearEnd)) return [];
  const values = lastYear(closing, level, now);
  if (values.length === 0 || (rule.after === "12 months above" && !areAbove(values, from))) return [];
  const average = over(sum(values), fraction(values.length));
  const to =
    rule.to === "midpoint with the average" ? midpoint(from, average) : stepOfGap(from, average, rule.share).level;
  return compare(to, from) > 0 ? [{ level, mark: rule.mark, from, to, average }] : [];
}

/** Figures of the twelve months that end with this one. */
const lastYear = ({ states }: Closing, level: string, now: number): readonly Fraction[] =>
  states.flatMap((each) =>
    each.level === level && each.group === null && each.month > now - 12 && each.value !== null ? [each.value] : [],
  );

const areAbove = (values: readonly Fraction[], mark: Fraction): boolean =>
  values.length >= 12 && values.every((value) => compare(value, mark) > 0);
