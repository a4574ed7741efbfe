import type { Money } from "../../../engine/agreement/quantity.ts";
import { got, type Read, refused, scalar } from "../read.ts";
import { plainDecimal } from "./number.ts";

/** `400.00 GBP`: exact, in one currency. */
export function readMoney(text: string): Read<Money> {
  const match = /^(\S+) ([A-Z]{3})$/.exec(text);
  const amount = plainDecimal(match?.[1] ?? "");
  if (match && amount !== null) return got({ amount, currency: match[2] ?? "" });
  if (plainDecimal(text) !== null)
    return refused("unit-missing", `'${text}' has no currency.`, `Write for example '${text} GBP'.`);
  return refused(
    "money-unreadable",
    `'${text}' is not an amount of money.`,
    "Write it as 400.00 GBP, without separators.",
  );
}

/** A currency by its ISO 4217 code. */
export function readCurrency(text: string): Read<string> {
  if (/^[A-Z]{3}$/.test(text)) return got(text);
  return refused("currency-unreadable", `'${text}' is not a currency.`, "Write its three letters, such as GBP or EUR.");
}

export const money = scalar(readMoney, "Money with its currency: 400.00 GBP");
export const currency = scalar(readCurrency, "A currency: GBP");
