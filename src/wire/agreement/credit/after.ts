import { z } from "zod";
import { fields, list, reference } from "../fields.ts";
import { money } from "../quantity/money.ts";
import { count, share } from "../quantity/number.ts";
import { edge } from "./edge.ts";
import { shareOrMoney } from "./gift.ts";

export const earnBack = fields({
  share: share.describe("Share of the credit"),
  when: z.enum(["met", "exceeded", "no credits", "average at expected"]).describe("What has to be shown"),
  in_a_row: count.optional().describe("For so many months after the miss"),
  at_least_months: count.optional().describe("For an average of a contract year: at least so many months"),
  not_for: list(reference).optional().describe("Levels that it does not hold for"),
  not_in: list(count).optional().describe("Months of the year whose credits stay, such as 11 and 12"),
  to: z
    .enum(["refund", "bank"])
    .optional()
    .meta({ description: "Paid back, or kept against later credits", otherwise: "`refund`" }),
});

export const bonus = fields({
  levels: list(reference).optional().meta({ description: "For these levels", otherwise: "all with an award" }),
  above: edge.describe("From this figure on"),
  step: edge.optional().describe("For each whole step above it"),
  share: share.optional().describe("Share of the base"),
  of: reference.optional().describe("The base of the share"),
  amount: money.optional().describe("Amount"),
  at_most: shareOrMoney.optional().describe("No more than this"),
  used: z
    .enum(["offset", "paid"])
    .optional()
    .meta({ description: "Set against credits of the month, or paid", otherwise: "`offset`" }),
});

export const improve = fields({
  levels: list(reference).optional().meta({ description: "For these levels", otherwise: "all with an award" }),
  mark: z.enum(["expected", "minimum"]).optional().meta({ description: "Which mark rises", otherwise: "`expected`" }),
  after: z.enum(["12 months above", "each contract year"]).describe("When it rises"),
  to: z.enum(["midpoint with the average", "step of the gap"]).describe("How far"),
  share: share.optional().describe("Share of the distance to 100 % that a step takes at most"),
});

export const settled = fields({
  on: z.enum(["next invoice", "next quarter"]).optional().describe("When credits are paid"),
  excess: z
    .enum(["carried", "lapses"])
    .optional()
    .meta({ description: "What an invoice is too small for", otherwise: "`carried`" }),
  at_the_end: z.enum(["paid in cash", "lapses"]).optional().describe("What is left when the contract ends"),
});
