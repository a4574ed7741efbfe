import type { CreditPlanDocument } from "../../agreement/document/credit-plan.ts";
import type { Money } from "../../agreement/quantity.ts";
import { type Fraction, times } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";

/** A plan as written, with what its words stand for on a day: its currency and the marks of its levels. */
export interface WrittenPlan {
  readonly id: string;
  readonly document: CreditPlanDocument;
  /** The first day of the period. */
  readonly day: Day;
  readonly currency: string;
}

/** A level by the name it has in a plan: `agreement/level`, the agreement of the plan where none is written. */
export const levelName = ({ for: agreement }: { readonly for: string }, written: string): string =>
  written.includes("/") ? written : `${agreement}/${written}`;

/** Money in the currency of the plan, at the rate in force on the day; null where no rate is written. */
export function inCurrency({ document, day, currency }: WrittenPlan, { amount, currency: of }: Money): Fraction | null {
  if (of === currency) return amount;
  const rate = (document.rates ?? [])
    .filter((one) => one.of === of && one.from <= day)
    .toSorted(byDay)
    .at(-1);
  return rate ? times(amount, rate.rate) : null;
}

const byDay = (a: { readonly from: Day }, b: { readonly from: Day }): number => a.from - b.from;
