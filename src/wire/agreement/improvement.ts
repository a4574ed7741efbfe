import { z } from "zod";
import { shareOrMoney } from "./credit-plan.ts";
import { byId, fields, list, reference, text } from "./fields.ts";
import { money } from "./quantity/money.ts";
import { count } from "./quantity/number.ts";
import { allowed, term } from "./quantity/time.ts";
import { verdict } from "./words.ts";

const owed = fields({
  plan: reference.describe("The credit plan"),
  at_least: shareOrMoney.describe("The amount"),
});

const closed = fields({
  verdict: verdict.describe("Verdict that counts"),
  in_a_row: count.describe("So many periods one after the other"),
});

const trigger = fields({
  title: text.describe("What the trigger is called"),
  agreement: reference.optional().describe("Agreement whose levels are looked at"),
  levels: z
    .union([z.enum(["all", "critical"]), list(reference)])
    .optional()
    .describe("Levels that are looked at; critical ones have a weight in a credit plan"),
  verdict: verdict.optional().describe("Verdict that counts"),
  in_a_row: count.optional().describe("So many periods one after the other"),
  times: count.optional().describe("So many periods out of out_of"),
  out_of: count.optional().describe("The newest periods among which times are counted"),
  credits: owed.optional().describe("Credits from an amount on"),
  opens: z.enum(["improvement plan", "escalation", "right to end the contract"]).describe("What follows"),
});

const plan = fields({
  owner_named_within: allowed.optional().describe("Time to name an owner"),
  cause_found_within: allowed.optional().describe("Time to find the cause"),
  approved_within: allowed.optional().describe("Time to approve the plan"),
  cost_case_from: money.optional().describe("Cost from which cost and benefit are shown"),
  reported_at: reference.optional().describe("Review that hears of it"),
  closed_when: closed.optional().describe("When a plan has done its work"),
  relapse_within: term.optional().describe("A miss within this time opens the plan again"),
});

export const improvementSection = fields({
  triggers: byId(trigger).optional().describe("What opens something"),
  plan: plan.optional().describe("Terms of every improvement plan"),
});
