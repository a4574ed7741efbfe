import { exactDecimal, writeDecimal } from "../../number/decimal.ts";
import type { Fraction } from "../../number/fraction.ts";
import { grouped, moneyText } from "../words/money.ts";
import type { MoneyLine } from "./credit-report.ts";

/** An amount that is already in the smallest unit of its currency. */
export const moneyLine = (amount: Fraction, currency: string): MoneyLine => ({
  text: moneyText({ amount, currency }),
  value: exactDecimal(amount) ?? writeDecimal(amount, 4),
});

/** An exact amount as people read it: to four places, and a sign that there is more where there is. */
export function roughly(amount: Fraction, currency: string): string {
  const exact = exactDecimal(amount);
  if (exact !== null && (exact.split(".")[1] ?? "").length <= 4) return moneyText({ amount, currency });
  return `${grouped(writeDecimal(amount, 4), 0)}… ${currency}`;
}

/** The exact number: a decimal where it ends, else a fraction. */
export const exactly = (value: Fraction): string => exactDecimal(value) ?? `${value.n}/${value.d}`;
