import type { CreditMonth } from "../../credit/run/month.ts";
import { compare, type Fraction, minus, one, plus, zero } from "../../number/fraction.ts";
import { counted } from "../words/list.ts";
import type { CreditStep } from "./credit-report.ts";
import { exactly, roughly } from "./money-line.ts";
import { numberText } from "./step-words.ts";

/** From the sum of the lines to the credit of the month; only rules that the plan has or that took something. */
export function afterwardsOf(month: CreditMonth): readonly CreditStep[] {
  const { statement, plan, facts, written } = month;
  const { currency } = written;
  const after = (stage: number): Fraction => statement.after[stage] ?? zero;
  const money = (amount: Fraction): string => roughly(amount, currency);
  const step = (stage: number, sentence: string, gives: Fraction): CreditStep => ({
    stage,
    sentence,
    gives: money(gives),
    exact: exactly(gives),
  });
  const changed = (stage: number, from: Fraction, sentence: (by: Fraction) => string): readonly CreditStep[] =>
    compare(after(stage), from) === 0 ? [] : [step(stage, sentence(minus(from, after(stage))), after(stage))];
  const paying = statement.lines.filter(({ paid, given }) => paid && given.n !== 0n).length;
  const isInstead = plan.override !== null && facts.flags.includes(plan.override.flag);
  return [
    step(10, `The sum of ${counted(paying, "line")}${carriedText(facts.carriedIn, currency)}.`, sumOf(month)),
    ...changed(10, sumOf(month), (by) => `The limit of a category is reached: ${money(by)} lapses.`),
    ...(plan.points ? [step(11, pointsText(statement.points), after(11))] : []),
    ...(isInstead
      ? [step(12, `“${plan.override?.flag}” is set: this is given instead of the failures of the month.`, after(12))]
      : []),
    ...changed(13, after(12), (by) => `The limit of the month is reached: ${aboveText(month, by)}`),
    ...changed(14, after(13), (by) =>
      by.n > 0n ? "It is less than the least that is paid, and lapses." : "It is raised to the least that is paid.",
    ),
    ...changed(15, after(14), (by) => `The limit of a quarter or a year is reached: ${aboveText(month, by)}`),
    ...changed(16, after(15), (by) => `${money(by)} is set off from the bank and bonuses.`),
    step(17, roundedText(plan.minorPlaces), statement.credit),
  ];
}

/** What becomes of what is above a limit; where some lapses and some waits, both in all. */
function aboveText({ statement: { lapsed, carried }, written: { currency } }: CreditMonth, by: Fraction): string {
  if (carried.n === 0n) return `${roughly(by, currency)} lapses.`;
  if (lapsed.n === 0n) return `${roughly(by, currency)} waits for the next month.`;
  const both = `${roughly(carried, currency)} waits for the next month and ${roughly(lapsed, currency)} lapses`;
  return `${roughly(by, currency)} is above it; in all ${both}.`;
}

const roundedText = (places: number): string =>
  places === 0 ? "Rounded once, half up, to whole units." : `Rounded once, half up, to ${places} places.`;

const pointsText = (points: Fraction): string =>
  `${numberText(points)} ${compare(points, one) === 0 ? "point becomes" : "points become"} money.`;

const carriedText = (carried: Fraction, currency: string): string =>
  compare(carried, zero) > 0 ? ` and ${roughly(carried, currency)} carried from the month before` : "";

/** The money of the lines with what was carried in, before points and limits. */
function sumOf({ statement, facts }: CreditMonth): Fraction {
  const own = statement.lines.filter(({ paid, unit }) => paid && unit === "money").map(({ given }) => given);
  return own.reduce(plus, facts.carriedIn);
}
