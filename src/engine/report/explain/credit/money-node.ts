import { minorPlacesOf } from "../../../agreement/currency.ts";
import type { WrittenPlan } from "../../../credit/written/written-plan.ts";
import { exactDecimal, writeDecimal } from "../../../number/decimal.ts";
import type { Fraction } from "../../../number/fraction.ts";
import { shareText } from "../../words/figure.ts";
import { grouped } from "../../words/money.ts";
import type { DerivedTerm } from "../derivation.ts";
import { number, type Shown } from "../nodes.ts";

/** An amount with its currency, to four places where it does not end. */
export function money(amount: Fraction, currency: string): Shown {
  const exact = exactDecimal(amount);
  const isShort = exact !== null && (exact.split(".")[1] ?? "").length <= 4;
  return number(
    "number",
    amount,
    `${grouped(isShort ? exact : writeDecimal(amount, 4), minorPlacesOf(currency))} ${currency}`,
  );
}

/** A share as it is written, or to four places of a percent. */
export const share = (value: Fraction): Shown => number("share", value, shareText(value));

/** A bare number. */
export const bare = (value: Fraction): Shown => number("number", value, exactDecimal(value) ?? writeDecimal(value, 6));

/** Where a plan says so. */
export const planTerm = ({ id, document }: WrittenPlan, path: string, value: string): DerivedTerm => ({
  path: `credit_plans.${id}.${path}`,
  clause: document.clause ?? null,
  value,
  written: true,
});
