import type { CreditMonth } from "../../credit/run/month.ts";
import { compare, type Fraction, minus, plus, zero } from "../../number/fraction.ts";
import { counted } from "../words/list.ts";
import type { CreditStep } from "./credit-report.ts";
import { exactly, roughly } from "./money-line.ts";
import { numberText } from "./step-words.ts";

/** From the sum of the lines to the credit of the month; only rules that the plan has or that took something. */
export function afterwardsOf(month: CreditMonth): readonly CreditStep[] {
  const { statement, plan, facts, written } = month;
  const { currency } = written;
  const step = (stage: number, sentence: string, after: Fraction): CreditStep => ({
    stage,
    sentence,
    gives: roughly(after, currency),
    exact: exactly(after),
  });
  const paying = statement.lines.filter(({ paid, given }) => paid && given.n !== 0n).length;
  const afterLimits = minus(minus(statement.computed, statement.lapsed), statement.carried);
  return [
    step(10, `The sum of ${counted(paying, "line")}${carriedText(facts.carriedIn, currency)}.`, sumOf(month)),
    ...(plan.points ? [step(11, `${numberText(statement.points)} points become money.`, statement.pointsMoney)] : []),
    ...(plan.override && facts.flags.includes(plan.override.flag)
      ? [step(12, `“${plan.override.flag}” is set: this is given instead of everything above.`, statement.computed)]
      : []),
    ...(statement.lapsed.n !== 0n
      ? [step(13, `The limits of the plan are reached: ${roughly(statement.lapsed, currency)} lapse.`, afterLimits)]
      : []),
    ...(statement.carried.n !== 0n
      ? [step(13, `Above a limit: ${roughly(statement.carried, currency)} wait for the next month.`, afterLimits)]
      : []),
    ...(statement.offset.n !== 0n
      ? [step(16, `${roughly(statement.offset, currency)} are set off from the bank and bonuses.`, statement.exact)]
      : []),
    step(17, `Rounded once, half up, to ${plan.minorPlaces} places.`, statement.credit),
  ];
}

const carriedText = (carried: Fraction, currency: string): string =>
  compare(carried, zero) > 0 ? ` and ${roughly(carried, currency)} carried from the month before` : "";

/** The money of the lines with what was carried in, before points and limits. */
function sumOf({ statement, facts }: CreditMonth): Fraction {
  const own = statement.lines.filter(({ paid, unit }) => paid && unit === "money").map(({ given }) => given);
  return own.reduce(plus, facts.carriedIn);
}
