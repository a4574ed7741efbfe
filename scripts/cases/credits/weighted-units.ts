import { missOf } from "../../../src/engine/credit/facts.ts";
import type { Factor } from "../../../src/engine/credit/plan/factor.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { type Fraction, one } from "../../../src/engine/number/fraction.ts";
import { roundTo } from "../../../src/engine/number/rounding.ts";
import { ask, shareOf, sum } from "./ask.ts";
import { mark, markCount } from "./marks.ts";
import { type Answer, amount, flag, has, type Input, maybe, numbers } from "./read.ts";

/** S18: a weighted unit that could not be used, longer and longer. */
export function unavailableUnits(input: Input): Answer {
  const exactRate = has(input, "annual_charge") ? rateOf(input) : null;
  const rate = exactRate ?? amount(input, "area_rate");
  const shown = exactRate && (maybe(input, "area_rate") ?? shownRate(input, exactRate));
  const repeat = repetitionOf(input);
  const used = flag(input, "unavailable_but_used") ? mark(input, "S18 factor while still used") : one;
  const factors: readonly Factor[] = [
    { kind: "count", by: "weight" },
    { kind: "plain", factor: used },
    { kind: "plain", factor: repeat },
    { kind: "count", by: "periods" },
  ];
  const weight = maybe(input, "weight");
  const periods = has(input, "periods") ? numbers(input, "periods") : [one];
  const deduct = (at: Fraction, count: Fraction): Fraction | null =>
    weight &&
    ask(input, {
      amount: sum(at),
      times: factors,
      results: [missOf("level", { facts: { weight, periods: count } })],
    }).credit;
  const deductions = periods.map((count) => deduct(rate, count));
  return {
    deductions,
    deduction: deductions[0],
    area_rate_exact: rate,
    deduction_with_displayed_rate: shown && deduct(shown, periods[0] ?? one),
    used_factor: used,
    repetition_factor: repeat,
  };
}

/** The charge of a year over all the weights there are. */
const rateOf = (input: Input): Fraction =>
  ask(input, {
    charges: amount(input, "annual_charge"),
    amount: shareOf(one),
    times: [{ kind: "share", part: "part", whole: "whole" }],
    results: [missOf("level", { facts: { part: one, whole: amount(input, "total_weighting") } })],
  }).exact;

/** The rate as the contract shows it, which is not what is paid. */
const shownRate = (input: Input, rate: Fraction): Fraction =>
  roundTo(rate, markCount(input, "S18 decimals of the rate shown"));

/** The factor of a repeated failure: as it is said, or by the row of its count. */
function repetitionOf(input: Input): Fraction {
  const said = maybe(input, "repetition_factor");
  const failures = maybe(input, "failures_same_criterion");
  if (said || !failures) return said ?? one;
  const rows: Row[] = [
    { kind: "from", edge: mark(input, "S18 failures for the second factor"), give: mark(input, "S18 second factor") },
    { kind: "from", edge: mark(input, "S18 failures for the first factor"), give: mark(input, "S18 first factor") },
    { kind: "others", give: one },
  ];
  return ask(
    {},
    {
      amount: { kind: "rows", of: null, by: "failures_same_criterion", rows },
      results: [missOf("level", { facts: { failures_same_criterion: failures } })],
    },
  ).exact;
}
