import { z } from "zod";
import { creditFacts } from "../../../engine/agreement/document/credit-words.ts";
import type { Allowed } from "../../../engine/agreement/quantity.ts";
import type { Fraction } from "../../../engine/number/fraction.ts";
import { fields, reference } from "../fields.ts";
import { money } from "../quantity/money.ts";
import { factor, readFactor, share } from "../quantity/number.ts";
import { readAllowed } from "../quantity/time.ts";
import { got, type Read, scalar } from "../read.ts";

export const fact = z.enum(creditFacts);

export const shareOf = fields({
  share: share.describe("The share"),
  of: reference.describe("The base"),
});
export const shareOrMoney = z.union([money, shareOf]);

/** What a row, a step, a unit or a band gives: one of the three. */
export const gift = {
  share: share.optional().describe("Share of the base"),
  amount: money.optional().describe("Amount"),
  points: factor.optional().describe("Points"),
};

export const partial = z
  .enum(["whole steps", "started steps", "linear"])
  .optional()
  .meta({ description: "What a begun one gives", otherwise: "`whole steps`" });

export const size = scalar(readSize, "1h, 1 day or a number");

function readSize(said: string): Read<Allowed | Fraction> {
  const bare = readFactor(said);
  return "value" in bare ? got(bare.value) : readAllowed(said);
}
