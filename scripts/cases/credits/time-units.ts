import { missOf } from "../../../src/engine/credit/facts.ts";
import type { Partial } from "../../../src/engine/credit/plan/amount.ts";
import { distance } from "../../../src/engine/credit/rule/distance.ts";
import { stepsOf } from "../../../src/engine/credit/rule/steps-of.ts";
import { type Fraction, one } from "../../../src/engine/number/fraction.ts";
import { ask, capOf, capsOf, shareOf, told } from "./ask.ts";
import { type Answer, amount, amountOr, has, type Input, list, numbers, share, word } from "./read.ts";

/** S12: so much for each hour, day or block of outage. */
export function timeUnits(input: Input): Answer {
  if (has(input, "credit_hours")) return hours(input);
  if (has(input, "first_block_minutes")) return blocks(input);
  if (has(input, "step_minutes")) return steps(input);
  const lost = has(input, "cases")
    ? list(input, "cases").map((one) => amount(one, "hours"))
    : numbers(input, "fault_hours");
  const credits = lost.map((count) => dayPerHour(input, count));
  return { credits, credit: credits[0] };
}

function hours(input: Input): Answer {
  const [count, all] = [amount(input, "credit_hours"), amountOr(input, "hours_per_month", 720)];
  const facts = { part: count, whole: all };
  const statement = ask(input, {
    amount: shareOf(one),
    times: [{ kind: "share", part: "part", whole: "whole" }],
    results: [missOf("level", { facts })],
    plan: { limits: capsOf(input) },
  });
  const hour = ask(input, {
    amount: shareOf(one),
    times: [{ kind: "share", part: "part", whole: "whole" }],
    results: [missOf("level", { facts: { part: one, whole: all } })],
  });
  return { ...told(statement), hour_value: hour.exact, credit_hours: count };
}

function blocks(input: Input): Answer {
  const excess = distance(amountOr(input, "allowance_minutes", 0), amount(input, "outage_minutes", "downtime_minutes"));
  const statement = ask(input, {
    amount: {
      kind: "per unit",
      of: "charges",
      by: "excess_minutes",
      size: amount(input, "next_block_minutes"),
      partial: partialOf(input),
      give: share(input, "next_block_pct"),
      first: { size: amount(input, "first_block_minutes"), give: share(input, "first_block_pct") },
    },
    results: [missOf("level", { facts: { excess_minutes: excess } })],
    plan: { limits: capsOf(input) },
  });
  return { ...told(statement), excess_minutes: excess };
}

const partialOf = (input: Input): Partial =>
  /drop|whole|full|down/.test(word(input, "partial_step")) ? "whole steps" : "started steps";

function steps(input: Input): Answer {
  const lost = distance(amountOr(input, "allowance_minutes", 0), amount(input, "outage_minutes", "downtime_minutes"));
  const size = amount(input, "step_minutes");
  const statement = ask(input, {
    amount: {
      kind: "per unit",
      of: "charges",
      by: "outage_minutes",
      size,
      partial: partialOf(input),
      give: share(input, "pct_per_step"),
    },
    results: [missOf("level", { facts: { outage_minutes: lost } })],
    plan: { limits: [...capsOf(input), capOf(one)] },
  });
  return { ...told(statement), steps: stepsOf(lost, size, partialOf(input)), excess_minutes: lost };
}

/** A day's fee for each hour. */
const dayPerHour = (input: Input, count: Fraction): Fraction =>
  ask(input, {
    amount: {
      kind: "per unit",
      of: "charges",
      by: "outage_hours",
      size: amountOr(input, "days_per_month", 30),
      partial: "linear",
      give: one,
    },
    results: [missOf("level", { facts: { outage_hours: count } })],
    plan: { limits: [...capsOf(input), capOf(one)] },
  }).credit;
