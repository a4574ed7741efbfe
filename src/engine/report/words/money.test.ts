import { expect, test } from "vitest";
import { fraction } from "../../number/fraction.ts";
import { moneyText } from "./money.ts";

test.each([
  [1234567, 1, "GBP", "1 234 567.00 GBP"],
  [1234, 1, "JPY", "1 234 JPY"],
  [1, 2, "JPY", "0.5 JPY"],
  [-123, 1, "EUR", "-123.00 EUR"],
  [-1234, 1, "JPY", "-1 234 JPY"],
  [12, 10, "KWD", "1.200 KWD"],
])("%s/%s %s is %s", (n, d, currency, text) => {
  expect(moneyText({ amount: fraction(n, d), currency })).toBe(text);
});
