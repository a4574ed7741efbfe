import { z } from "zod";
import { fields, list, reference, text } from "./fields.ts";
import { date } from "./quantity/day.ts";
import { money } from "./quantity/money.ts";

const amountFrom = fields({
  from: date.describe("First day of this amount"),
  amount: money.describe("What is charged from that day on"),
  reason: text.optional().describe("Why it changed"),
});

export const charge = fields({
  title: text.describe("What is charged"),
  per: z.enum(["month", "quarter", "year"]).describe("How often"),
  amounts: list(amountFrom).describe("Amounts, each from a day until the next"),
  services: list(reference).optional().describe("Services that it pays for"),
  under: reference.optional().meta({ description: "Agreement it is paid under", otherwise: "the contract" }),
  kind: z.enum(["recurring", "one-off", "pass-through"]).optional().meta({
    description: "Only recurring charges count towards credits, unless a base names the charge",
    otherwise: "`recurring`",
  }),
});
