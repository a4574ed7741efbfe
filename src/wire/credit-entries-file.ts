import { z } from "zod";
import type { Money } from "../engine/agreement/quantity.ts";
import { fields, list, reference, text } from "./agreement/fields.ts";
import { date } from "./agreement/quantity/day.ts";
import { money, readMoney } from "./agreement/quantity/money.ts";
import { got, type Read, refused, scalar } from "./agreement/read.ts";

/** What a person states about the credits of a month. Besides who, when and why it says exactly one thing. */
export const creditEntry = fields({
  id: text.describe("Its number"),
  plan: reference.describe("The credit plan"),
  month: scalar(readMonthWord, "A month: 2026-03").describe("The month"),
  level: reference.optional().meta({ description: "The service level", otherwise: "the month as a whole" }),
  group: text.optional().meta({
    description: "Service, component, site or priority, where the level is judged for each",
    otherwise: "all",
  }),
  base: reference.optional().describe("A base that is entered, with its amount"),
  amount: money.optional().describe("Amount of the base; without base: the credit of the level, where it is entered"),
  facts: z
    .record(z.string(), text)
    .optional()
    .describe("Facts of the failure by their words, such as users affected: 40; a word for severity"),
  flag: text.optional().describe("A flag of the plan that is set"),
  claim: z.enum(["received"]).optional().describe("The client claimed the credits of the month, on the day of on"),
  event: text.optional().describe("One event, with the levels that failed by it"),
  levels: list(reference).optional().describe("Levels that failed by the event"),
  chosen: reference
    .optional()
    .meta({ description: "The level whose credit the client chose", otherwise: "none is chosen yet" }),
  waived: scalar(readWaived, "all, or money: 400.00 GBP")
    .optional()
    .describe("What the client gives up; the failure stays"),
  disputed: z.enum(["yes"]).optional().describe("The credit of the level is disputed; what is not goes on"),
  by: reference.describe("Who says so"),
  on: date.describe("When"),
  reason: text.describe("Why"),
});

/** `2026-03` */
function readMonthWord(said: string): Read<string> {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(said)) return got(said);
  return refused("month-unreadable", `'${said}' is not a month.`, "Write it as 2026-03.");
}

/** An amount, or null for all of it. */
function readWaived(said: string): Read<Money | null> {
  return said === "all" ? got(null) : readMoney(said);
}

/** An entry as written, its quantities read. */
export type WrittenEntry = z.output<typeof creditEntry>;
