import { z } from "zod";
import { shareOrMoney } from "./credit-plan.ts";
import { byId, fields, list, reference, text } from "./fields.ts";
import { money } from "./quantity/money.ts";
import { count } from "./quantity/number.ts";
import { allowed, term } from "./quantity/time.ts";
import { verdict } from "./words.ts";

const trigger = fields({
  title: text,
  agreement: reference.optional(),
  levels: z.union([z.enum(["all", "critical"]), list(reference)]).optional(),
  verdict: verdict.optional(),
  in_a_row: count.optional(),
  times: count.optional(),
  out_of: count.optional(),
  credits: fields({ plan: reference, at_least: shareOrMoney }).optional(),
  opens: z.enum(["improvement plan", "escalation", "right to end the contract"]),
});

const plan = fields({
  owner_named_within: allowed.optional(),
  cause_found_within: allowed.optional(),
  approved_within: allowed.optional(),
  cost_case_from: money.optional(),
  reported_at: reference.optional(),
  closed_when: fields({ verdict, in_a_row: count }).optional(),
  relapse_within: term.optional(),
});

export const improvementSection = fields({ triggers: byId(trigger).optional(), plan: plan.optional() });
