import { missOf } from "../../../src/engine/credit/facts.ts";
import { inTime } from "../../../src/engine/credit/later/availability.ts";
import { averageExcess } from "../../../src/engine/credit/later/average-excess.ts";
import { inMinutesOf } from "../../../src/engine/credit/later/minutes.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { distance } from "../../../src/engine/credit/rule/distance.ts";
import { type Fraction, fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { roundTo } from "../../../src/engine/number/rounding.ts";
import { exact, percent } from "../numbers.ts";
import { ask, entered, rowOf, shareOf, sum, told } from "./ask.ts";
import { type Answer, amount, has, type Input, list, maybe, numbers, share, word } from "./read.ts";

const shareFactor = { kind: "share", part: "part", whole: "whole" } as const;

/** S14: units of business for the minutes lost, paid at the price of the issue. */
export function unitCredit(input: Input): Answer {
  if (has(input, "transactions"))
    return told(
      ask(input, {
        amount: sum(amount(input, "transactions")),
        times: [{ kind: "plain", factor: amount(input, "price_at_issue") }],
      }),
    );
  const minutes = maybe(input, "period_minutes") ?? inMinutesOf(numbers(input, "previous_month_days"));
  const facts = { part: amount(input, "avg_month_volume"), whole: minutes };
  const statement = ask(input, {
    amount: sum(amount(input, "exception_minutes")),
    times: [shareFactor, { kind: "plain", factor: has(input, "priority_pct") ? share(input, "priority_pct") : one }],
    results: [missOf("level", { facts })],
  });
  return {
    ...told(statement),
    period_minutes: minutes,
    transactions: statement.exact,
    transactions_exact: statement.exact,
  };
}

/** S15: a fixed sum by column, by incident or by event. */
export function fixedMatrix(input: Input): Answer {
  if (has(input, "incidents")) {
    const results = list(input, "incidents").map((one) =>
      missOf(word(one, "type"), { facts: { entered: amount(one, "amount"), occurrences: amount(one, "count") } }),
    );
    return told(ask(input, { amount: entered, times: [{ kind: "count", by: "occurrences" }], results }));
  }
  if (has(input, "total_seconds"))
    return averageExcess(amount(input, "total_seconds"), {
      count: amount(input, "transactions"),
      limit: amount(input, "spec_seconds"),
    });
  if (has(input, "matrix")) return column(input);
  const late =
    !has(input, "required_notice_days") ||
    distance(amount(input, "given_notice_days"), amount(input, "required_notice_days")).n > 0n;
  const results = [missOf("level", { state: late ? "missed" : "met" })];
  return told(ask(input, { amount: sum(amount(input, "amount", "value")), results }));
}

function column(input: Input): Answer {
  const rows = list(input, "matrix").map(
    (row): Row => rowOf({ ...row, upto: secondsOf(row.upto) }, "upto", amount(row, "amount")),
  );
  const minutes = distance(amount(input, "spec_minutes"), amount(input, "actual_minutes"));
  const seconds = ask(input, { amount: sum(minutes), times: [{ kind: "plain", factor: fraction(60) }] }).exact;
  const statement = ask(input, {
    amount: { kind: "rows", of: null, by: "exception_seconds", rows },
    results: [missOf("level", { facts: { exception_seconds: seconds } })],
  });
  return { ...told(statement), exception_minutes: minutes };
}

const secondsOf = (text: unknown): string | null => {
  const read = /^(\d+)(s|m)$/.exec(String(text));
  return read
    ? ask(
        {},
        { amount: sum(exact(read[1])), times: [{ kind: "plain", factor: fraction(read[2] === "m" ? 60 : 1) }] },
      ).exact.n.toString()
    : null;
};

/** S16: each late item at a rate that the whole period decides. */
export function perItem(input: Input): Answer {
  const [all, onTime] = [amount(input, "installs"), amount(input, "on_time")];
  const late = distance(onTime, all);
  const value = inTime(all, late) ?? zero;
  const rows: Row[] = [
    { kind: "from", edge: fraction(90), give: zero },
    { kind: "from", edge: fraction(80), give: percent(20) },
    { kind: "others", give: percent(40) },
  ];
  const statement = ask(input, {
    charges: amount(input, "install_charge"),
    amount: { kind: "rows", of: "charges", by: "value", rows },
    times: [{ kind: "count", by: "late_items" }],
    results: [missOf("level", { facts: { value, late_items: late } })],
  });
  return { ...told(statement), late, on_time_pct: value };
}

/** S17: a part of a day's value for each day of delay. */
export function delayDamages(input: Input): Answer {
  const damages = (days: Fraction) =>
    ask(input, {
      charges: amount(input, "value"),
      amount: shareOf(maybe(input, "factor") ?? one),
      times: [shareFactor],
      results: [missOf("level", { facts: { part: days, whole: amount(input, "duration_days") } })],
    });
  return { ...told(damages(amount(input, "delay_days"))), per_day: damages(one).credit };
}

/** S18: a weighted unit that could not be used, longer and longer. */
export function unavailableUnits(input: Input): Answer {
  const rate = maybe(input, "area_rate");
  const exactRate = has(input, "annual_charge")
    ? ask(input, {
        charges: amount(input, "annual_charge"),
        amount: shareOf(one),
        times: [shareFactor],
        results: [missOf("level", { facts: { part: one, whole: amount(input, "total_weighting") } })],
      }).exact
    : rate;
  const failures = maybe(input, "failures_same_criterion");
  const repetition: Row[] = [
    { kind: "from", edge: fraction(9), give: fraction(2) },
    { kind: "from", edge: fraction(5), give: fraction(3, 2) },
    { kind: "others", give: one },
  ];
  const repeat = has(input, "repetition_factor")
    ? amount(input, "repetition_factor")
    : failures
      ? ask(
          {},
          {
            amount: { kind: "rows", of: null, by: "failures_same_criterion", rows: repetition },
            results: [missOf("level", { facts: { failures_same_criterion: failures } })],
          },
        ).exact
      : one;
  const used = input.unavailable_but_used === true ? fraction(1, 2) : one;
  const deduct = (at: Fraction, periods: Fraction): Fraction =>
    ask(input, {
      amount: sum(at),
      times: [
        { kind: "count", by: "weight" },
        { kind: "plain", factor: used },
        { kind: "plain", factor: repeat },
        { kind: "plain", factor: periods },
      ],
      results: [missOf("level", { facts: { weight: amount(input, "weight") } })],
    }).credit;
  const periods = has(input, "periods") ? numbers(input, "periods") : [one];
  const at = rate ?? exactRate ?? zero;
  const deductions = periods.map((count) => deduct(at, count));
  const shown = exactRate ? deduct(roundTo(exactRate, 1), periods[0] ?? one) : null;
  return {
    deductions,
    deduction: deductions[0],
    area_rate_exact: exactRate,
    deduction_with_displayed_rate: shown,
    used_factor: used,
    repetition_factor: repeat,
  };
}
