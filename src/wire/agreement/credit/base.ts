import { z } from "zod";
import { fields, list, reference, text } from "../fields.ts";
import { date } from "../quantity/day.ts";
import { currency, money } from "../quantity/money.ts";
import { factor, share } from "../quantity/number.ts";

export const base = fields({
  charges: list(reference).optional().describe("Charges that are added up"),
  of: text
    .optional()
    .describe(
      "Another base; with charges: month of the miss, month before, month after, quarter of the miss, quarter after or contract year",
    ),
  part: z.enum(["whole", "failing service", "failing component"]).optional().describe("Which part of the charges"),
  share: share.optional().describe("Share of what of names"),
  divided_by: factor.optional().describe("Divided by this"),
  sum: list(reference).optional().describe("Bases that are added up"),
  amount: money.optional().describe("An amount that is stated"),
  entered: z.enum(["each month"]).optional().describe("A person enters the amount of each month, such as an invoice"),
  prorated: z.enum(["none", "days"]).optional().describe("Whether a part of a month counts by its days"),
  missing: z.enum(["held", "month before"]).optional().describe("What is done while the amount is not known"),
  negative: z.enum(["zero", "kept"]).optional().describe("What a base below zero is"),
});

export const rate = fields({
  of: currency.describe("The other currency"),
  from: date.describe("First day"),
  rate: factor.describe("What one unit of it is worth in the currency of the plan"),
  source: text.describe("Where the rate is published"),
});
