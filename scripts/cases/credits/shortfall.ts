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
import { mark } from "./marks.ts";
import { meaningOf, meaningOr } from "./meaning.ts";
import { partials } from "./partials.ts";
import {
  type Answer,
  amount,
  count,
  has,
  hasRecords,
  type Input,
  inPercent,
  list,
  maybe,
  maybeShare,
  numbers,
} from "./read.ts";

/** S11: so much for each step below a mark. */
export function shortfall(input: Input): Answer {
  if (has(input, "hours_down")) return fromHours(input);
  const values = has(input, "values")
    ? numbers(input, "values")
    : hasRecords(input, "variants")
      ? list(input, "variants").map((variant) => amount(variant, "actual"))
      : [amount(input, "actual")];
  const ways = hasRecords(input, "variants") ? [] : list<string>(input, "variants");
  const results =
    ways.length > 0
      ? ways.map((way) => below(input, values[0] ?? zero, { partial: meaningOf(way, partials), round: roundOf(input) }))
      : values.map((value) => below(input, value, { partial: partialOf(input), round: roundOf(input) }));
  return {
    ...results[0],
    results,
    credits: results.map(({ credit }) => credit),
    full_steps: results.map(({ steps }) => steps),
  };
}

/** Steps without a word about begun ones count when they are whole; without steps every part counts. */
const partialOf = (input: Input): Partial =>
  meaningOr<Partial>(input, "partial_step", {
    silent: has(input, "step") || has(input, "values") ? "whole steps" : "linear",
    meanings: partials,
  });

const roundOf = (input: Input): Below["round"] =>
  has(input, "round_places") ? { places: count(input, "round_places"), mode: "half up" } : null;

interface Below {
  readonly partial: Partial;
  readonly round: { readonly places: number; readonly mode: "half up" } | null;
}

/** What a step or a point gives, of the charges. */
function giveOf(input: Input): Fraction {
  const given = maybeShare(input, "pct_per_step", "pct_per_point");
  const factor = maybe(input, "factor");
  if (given && !factor) return given;
  const points = factor ?? mark(input, "S11 percent for a point");
  return ask({}, { amount: sum(given ?? percent(1)), times: [{ kind: "plain", factor: points }] }).exact;
}

function below(input: Input, value: Fraction, { partial, round }: Below) {
  const target = maybe(input, "target", "agreed", "threshold") ?? mark(input, "S11 target in percent");
  const step = maybe(input, "step") ?? one;
  const give = giveOf(input);
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
    pct: inPercent(statement.lines[0]?.share),
    credit: statement.credit,
    value: statement.lines[0]?.value ?? value,
  };
}

/** The uptime of hours in a month of days; rounded before it counts, where the contract says so, and unrounded. */
function fromHours(input: Input): Answer {
  const hours = { amount: sum(amount(input, "month_days")), times: [{ kind: "plain", factor: fraction(24) }] } as const;
  const total = ask({}, hours).exact;
  const uptime = availability({ total, down: amount(input, "hours_down"), excused: zero }) ?? zero;
  const partial = partialOf(input);
  const exactly = below(input, uptime, { partial, round: null });
  const rounded = below(input, uptime, { partial, round: roundOf(input) });
  return {
    ...rounded,
    uptime_pct: rounded.value,
    credit_if_not_rounded: exactly.credit,
  };
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
