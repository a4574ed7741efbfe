import { type Fraction, minus, zero } from "../../number/fraction.ts";
import { roundTo } from "../../number/rounding.ts";
import { type EarnBack, type EarnedBack, earnedBack, type Following } from "../later/earn-back.ts";
import { monthOf, readMonth } from "../later/months.ts";
import type { LevelRules } from "../plan/level.ts";
import type { Closing } from "./close-month.ts";
import { keptLines } from "./kept-lines.ts";
import type { CreditMonth, EarnedBackLine } from "./month.ts";

/**
 * Credits of earlier months whose condition is complete with this month, for plans that pay them back. A credit is won
 * back once, in the month that completes the row; months without events neither help nor harm.
 */
export function earnedBackIn(closing: Closing): readonly EarnedBackLine[] {
  const { plan } = closing.open;
  if (plan.earnBack === null || plan.earnBack.to === "bank") return [];
  return closing.done.flatMap((month) => {
    const kept = keptLines(month);
    return month.statement.lines.flatMap((line, index) => {
      const credit = kept[index] ?? zero;
      if (credit.n === 0n || isLasting(month, line.level)) return [];
      const named = { level: line.level, group: line.group };
      const earned = completedNow(closing, month, { ...named, credit });
      const amount = roundTo(earned?.amount ?? zero, plan.minorPlaces);
      if (amount.n === 0n) return [];
      return [{ month: month.period.id, ...named, credit, amount, average: earned?.average ?? null }];
    });
  });
}

interface Credited {
  readonly level: string;
  readonly group: string | null;
  readonly credit: Fraction;
}

/** A credit that stays: of a level, or of a month of the year, that the plan takes out of the rule. */
export function isLasting({ plan, period }: Pick<CreditMonth, "plan" | "period">, level: string): boolean {
  const month = (readMonth(period.id) % 12) + 1;
  return plan.earnBack === null || plan.earnBack.notFor.includes(level) || plan.earnBack.notIn.includes(month);
}

/** What the rule gives with this month, if it did not give it a month before. */
function completedNow(closing: Closing, month: CreditMonth, credited: Credited): EarnedBack | null {
  const rule = ruleFor(month, credited.level);
  if (rule === null) return null;
  const now = readMonth(closing.open.period.id);
  const earned = earnedBack(rule, credited.credit, followingOf({ ...closing, until: now }, month, credited));
  if (earned.reason !== "earned") return null;
  if (rule.when === "year average at expected") return isYearEnd(closing) ? earned : null;
  const before = followingOf({ ...closing, until: now - 1 }, month, credited);
  return earnedBack(rule, credited.credit, before).reason === "earned" ? null : earned;
}

/** What is known at the end of a month. */
interface Looking extends Closing {
  readonly until: number;
}

function ruleFor({ plan }: CreditMonth, level: string): EarnBack | null {
  const { earnBack } = plan;
  if (earnBack === null) return null;
  const { share, periods } = earnBack;
  const expected = signed(plan.levels[level], plan.levels[level]?.expected ?? plan.levels[level]?.minimum ?? zero);
  if (earnBack.when === "exceeded") return { when: "exceeded in a row", share, periods, target: expected };
  if (earnBack.when === "average at expected") {
    return { when: "year average at expected", share, expected, minimumPeriods: periods };
  }
  return { when: "met in a row", share, periods };
}

/** Figures of which less is better are turned around, so that more is better for the rule. */
const signed = (rules: LevelRules | undefined, value: Fraction): Fraction =>
  rules?.better === "lower" ? minus(zero, value) : value;

/** What followed the month, oldest first; for an average, the months of its contract year, itself included. */
function followingOf(closing: Looking, month: CreditMonth, { level, group }: Credited): readonly Following[] {
  const { earnBack, levels } = closing.open.plan;
  const at = readMonth(month.period.id);
  if (earnBack?.when === "no credits") return withoutCredits(closing, at);
  const isAverage = earnBack?.when === "average at expected";
  return closing.states
    .filter((state) => state.level === level && state.group === group && state.month <= closing.until)
    .filter((state) => (isAverage ? yearOf(closing, state.month) === yearOf(closing, at) : state.month > at))
    .toSorted((a, b) => a.month - b.month)
    .map(({ state, value }) => ({
      outcome: state === "met" ? "met" : state === "not applicable" ? "no events" : "miss",
      value: value === null ? null : signed(levels[level], value),
    }));
}

function withoutCredits({ done, open, until }: Looking, at: number): readonly Following[] {
  const isLooked = (month: number): boolean => at < month && month <= until;
  const later = [...done, open].filter(({ period }) => isLooked(readMonth(period.id)));
  return later.map(({ statement }) => ({ outcome: statement.credit.n === 0n ? "met" : "miss", value: null }));
}

function yearOf({ contract }: Closing, month: number): number {
  return Math.floor((month - monthOf(contract.contract.from)) / 12);
}

const isYearEnd = (closing: Closing): boolean => {
  const now = readMonth(closing.open.period.id);
  return yearOf(closing, now + 1) !== yearOf(closing, now);
};
