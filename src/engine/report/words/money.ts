import { minorPlacesOf } from "../../agreement/currency.ts";
import type { Money } from "../../agreement/quantity.ts";
import { exactDecimal, writeDecimal } from "../../number/decimal.ts";

/** `40 000.00 GBP`, `40 000 JPY`; more places where the amount has them. */
export function moneyText({ amount, currency }: Money): string {
  const exact = exactDecimal(amount) ?? writeDecimal(amount, 4);
  return `${grouped(exact, minorPlacesOf(currency))} ${currency}`;
}

/** A decimal with its thousands apart and at least so many places. */
export function grouped(decimal: string, places: number): string {
  const [whole = "0", decimals = ""] = decimal.split(".");
  const rest = decimals.padEnd(places, "0");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, " ")}${rest === "" ? "" : `.${rest}`}`;
}
