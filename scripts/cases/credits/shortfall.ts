import { missOf } from "../../../src/engine/credit/facts.ts";
import { availability } from "../../../src/engine/credit/later/availability.ts";
import type { Partial } from "../../../src/engine/credit/plan/amount.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { distance } from "../../../src/engine/credit/rule/distance.ts";
import { stepsOf } from "../../../src/engine/credit/rule/steps-of.ts";
import { type Fraction, fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { percent } from "../numbers.ts";
import { ask, capOf, capsOf, rowOf, sum, told } from "./ask.ts";
import { type Answer, amount, has, type Input, inPercent, list, maybe, numbers, share, word } from "./read.ts";

/** S11: so much for each step below a mark. */
export function shortfall(input: Input): Answer {
  if (has(input, "hours_down")) return fromHours(input);
  const values = has(input, "values")
    ? numbers(input, "values")
    : has(input, "variants") && typeof list<unknown>(input, "variants")[0] === "object"
      ? list(input, "variants").map((variant) => amount(variant, "actual"))
      : [amount(input, "actual")];
  const ways = list<unknown>(input, "variants").filter((way) => typeof way === "string") as string[];
  const results =
    ways.length > 0
      ? ways.map((way) => below(input, values[0] ?? zero, way))
      : values.map((value) => below(input, value, word(input, "partial_step")));
  return {
    ...results[0],
    results,
    credits: results.map(({ credit }) => credit),
    full_steps: results.map(({ steps }) => steps),
  };
}

function partialOf(input: Input, way: string): Partial {
  if (/linear|prorat|exact|fraction/.test(way)) return "linear";
  if (/count|started|up|begun/.test(way)) return "started steps";
  if (/drop|whole|full|down|floor/.test(way)) return "whole steps";
  return has(input, "step") || has(input, "values") ? "whole steps" : "linear";
}

function below(input: Input, value: Fraction, way: string) {
  const target = amount(input, "target", "agreed", "threshold");
  const step = maybe(input, "step") ?? one;
  const partial = partialOf(input, way);
  const give = has(input, "pct_per_step")
    ? share(input, "pct_per_step")
    : has(input, "pct_per_point")
      ? share(input, "pct_per_point")
      : percent(Number(input.factor ?? 1));
  const round = has(input, "round_places") ? { places: Number(input.round_places), mode: "half up" as const } : null;
  const statement = ask(input, {
    amount: {
      kind: "shortfall",
      of: "charges",
      by: "value",
      target,
      better: "higher",
      step,
      partial,
      give,
      fullLossAbove: maybe(input, "full_loss_above_points") ?? undefined,
    },
    results: [missOf("level", { facts: { value } })],
    plan: { limits: [...capsOf(input), capOf(one)], ...(round ? { levels: { level: { ...plainLevel, round } } } : {}) },
  });
  return {
    ...told(statement),
    steps: stepsOf(distance(value, target), step, partial),
    credit_pct: inPercent(statement.lines[0]?.share),
    credit: statement.credit,
  };
}

function fromHours(input: Input): Answer {
  const total = ask(input, {
    amount: sum(amount(input, "month_days")),
    times: [{ kind: "plain", factor: fraction(24) }],
  }).exact;
  const uptime = availability({ total, down: amount(input, "hours_down"), excused: zero }) ?? zero;
  const exactly = below({ ...input, round_places: undefined }, uptime, word(input, "partial_step"));
  const rounded = below(input, uptime, word(input, "partial_step"));
  return { ...rounded, uptime_pct: uptime, credit_if_not_rounded: exactly.credit };
}

/** S27: the error rate above an allowance, by a factor that grows with it. */
export function errorRate(input: Input): Answer {
  const rows = list(input, "factors").map((row): Row => rowOf(row, "at_least", amount(row, "factor")));
  const value = amount(input, "error_rate_pct");
  const facts = { value };
  const statement = ask(input, {
    amount: {
      kind: "shortfall",
      of: "charges",
      by: "value",
      target: amount(input, "allowance_pct"),
      better: "lower",
      step: one,
      partial: "linear",
      give: percent(1),
    },
    times: [{ kind: "rows", by: "value", rows }],
    results: [missOf("level", { facts })],
  });
  const factor = ask(input, {
    amount: { kind: "rows", of: null, by: "value", rows },
    results: [missOf("level", { facts })],
  });
  return { ...told(statement), factor: factor.lines[0]?.given };
}
