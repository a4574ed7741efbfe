import type { Money } from "../../agreement/quantity.ts";
import { exactDecimal, writeDecimal } from "../../number/decimal.ts";

/** `40 000.00 GBP`; more places where the amount has them. */
export function moneyText({ amount, currency }: Money): string {
  const exact = exactDecimal(amount) ?? writeDecimal(amount, 4);
  const [whole = "0", decimals = ""] = exact.split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, " ")}.${decimals.padEnd(2, "0")} ${currency}`;
}
