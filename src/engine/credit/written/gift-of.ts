import type { Money } from "../../agreement/quantity.ts";
import type { Fraction } from "../../number/fraction.ts";
import { inCurrency, type WrittenPlan } from "./written-plan.ts";

/** What is written to be given: a share, money or points. */
export interface WrittenGift {
  readonly share?: Fraction | undefined;
  readonly amount?: Money | undefined;
  readonly points?: Fraction | undefined;
}

/** The number that is given, in its unit; null where nothing is written, or money of a currency without a rate. */
export function giftOf(plan: WrittenPlan, { share, amount, points }: WrittenGift): Fraction | null {
  if (amount !== undefined) return inCurrency(plan, amount);
  return share ?? points ?? null;
}
