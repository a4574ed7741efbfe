import { missOf } from "../../../src/engine/credit/facts.ts";
import { inTime } from "../../../src/engine/credit/later/availability.ts";
import { averageExcess } from "../../../src/engine/credit/later/average-excess.ts";
import { inMinutesOf } from "../../../src/engine/credit/later/minutes.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { distance } from "../../../src/engine/credit/rule/distance.ts";
import { type Fraction, fraction, one, over, zero } from "../../../src/engine/number/fraction.ts";
import { exact } from "../numbers.ts";
import { ask, entered, rowOf, shareOf, sum, told } from "./ask.ts";
import { mark } from "./marks.ts";
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
  if (has(input, "total_seconds")) {
    /* The transactions that are given are those that count, so the share that must keep the limit is met by them. */
    maybe(input, "spec_pct");
    return averageExcess(amount(input, "total_seconds"), {
      count: amount(input, "transactions"),
      limit: amount(input, "spec_seconds"),
    });
  }
  if (has(input, "matrix")) return column(input);
  if (has(input, "prisoners")) return forEach(input);
  return has(input, "pct") ? singleSum(input) : lateNotice(input);
}

/** A sum for each of those that an incident concerned. */
const forEach = (input: Input): Answer =>
  told(
    ask(input, {
      amount: sum(amount(input, "amount", "value")),
      times: [{ kind: "count", by: "affected" }],
      results: [missOf("level", { facts: { affected: amount(input, "prisoners") } })],
    }),
  );

/** A share of a value at once, and how many times the damages of one day of delay that is. */
function singleSum(input: Input): Answer {
  const charges = amount(input, "value", "amount");
  const statement = ask(input, { charges, amount: shareOf(share(input, "pct")) });
  const daily = damagesOf(input, {
    value: charges,
    factor: mark(input, "S15 factor of daily damages"),
    days: one,
    duration: mark(input, "S15 days of the delivery"),
  });
  return { ...told(statement), ratio_to_daily_damages: over(statement.exact, daily.exact) };
}

function lateNotice(input: Input): Answer {
  const given = maybe(input, "given_notice_days");
  const late = !given || distance(given, amount(input, "required_notice_days")).n > 0n;
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
  const [free, first] = [mark(input, "S16 in time, no credit from"), mark(input, "S16 in time, first rate from")];
  const [low, high] = [mark(input, "S16 first rate in percent"), mark(input, "S16 second rate in percent")];
  const rows: Row[] = [
    { kind: "from", edge: free, give: zero },
    { kind: "from", edge: first, give: over(low, fraction(100)) },
    { kind: "others", give: over(high, fraction(100)) },
  ];
  const statement = ask(input, {
    charges: amount(input, "install_charge"),
    amount: { kind: "rows", of: "charges", by: "value", rows },
    times: [{ kind: "count", by: "late_items" }],
    results: [missOf("level", { facts: { value, late_items: late } })],
  });
  return { ...told(statement), late, on_time_pct: value };
}

interface Delay {
  readonly value: Fraction;
  readonly factor: Fraction;
  readonly days: Fraction;
  readonly duration: Fraction;
}

const damagesOf = (input: Input, { value, factor, days, duration }: Delay) =>
  ask(input, {
    charges: value,
    amount: shareOf(factor),
    times: [shareFactor],
    results: [missOf("level", { facts: { part: days, whole: duration } })],
  });

/** S17: a part of a day's value for each day of delay. */
export function delayDamages(input: Input): Answer {
  const [value, duration] = [amount(input, "value"), amount(input, "duration_days")];
  const factor = maybe(input, "factor") ?? mark(input, "S17 factor of daily damages");
  const delayed = damagesOf(input, { value, factor, duration, days: amount(input, "delay_days") });
  return { ...told(delayed), per_day: damagesOf(input, { value, factor, duration, days: one }).credit };
}
