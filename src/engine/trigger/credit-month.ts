import type { Fraction } from "../number/fraction.ts";
import type { Period } from "../period/result.ts";

/** What a month of a credit plan came to. A month without a failure has one too, of nothing. */
export interface CreditMonth {
  readonly plan: string;
  readonly period: Period;
  /** After limits, in the currency of the plan. */
  readonly credit: Fraction;
  readonly currency: string;
  /** The bases of the plan in this month by their names, in the same currency. */
  readonly bases: Readonly<Record<string, Fraction>>;
  /** Whether a limit of the plan cut the credit. */
  readonly capped: boolean;
}
