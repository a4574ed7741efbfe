import { missOf } from "../../../src/engine/credit/facts.ts";
import { inWindow, monthsAfter, readMonth, writeMonth } from "../../../src/engine/credit/later/months.ts";
import { afterWaiver } from "../../../src/engine/credit/later/settle.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { scoreOf } from "../../../src/engine/credit/rule/score-of.ts";
import { stepsOf } from "../../../src/engine/credit/rule/steps-of.ts";
import { type Fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capAt, entered, enteredResults, rowsOf, shareOf, sum, told, weight } from "./ask.ts";
import { type Answer, amount, has, type Input, inPercent, list, maybe, number, share, word } from "./read.ts";

/** S19: violations of a tower pick its state. */
export function towerState(input: Input): Answer {
  const rows = list(input, "states").map((state): Row => {
    const upto = /^(?:\d+-)?(\d+)$/.exec(word(state, "violations"))?.[1];
    return upto === undefined
      ? { kind: "others", give: share(state, "pct") }
      : { kind: "upto", edge: number(upto), give: share(state, "pct") };
  });
  const towers = list(input, "towers");
  const asked = (tower: Input) =>
    ask(input, {
      charges: amount(tower, "fee"),
      amount: { kind: "rows", of: "charges", by: "violations", rows },
      results: [missOf("tower", { facts: { violations: amount(tower, "violations") } })],
    }).credit;
  const credits = towers.map(asked);
  return { credits, total: ask(input, { amount: entered, results: enteredResults(credits) }).credit };
}

/** S20: a miss that costs only from the n-th in a window on. */
export function countInWindow(input: Input): Answer {
  if (has(input, "breaches")) return damages(input);
  const size = Number(input.window_months ?? 12);
  const count = Number(input.default_at_count ?? 4);
  const fixed = sum(amount(input, "credit_per_default"));
  const awards = [plainAward(fixed, { states: ["below minimum"] }), plainAward(fixed, { counts: fromNth(count) })];
  if (has(input, "expected_misses")) {
    const [months, end] = [list<string>(input, "expected_misses").map(readMonth), readMonth(word(input, "evaluate"))];
    const occurrences = inWindow(months, end, size);
    const statement = ask(input, {
      amount: fixed,
      plan: { awards },
      results: [missOf("level", { state: "below expected", inWindow: occurrences })],
    });
    return { ...told(statement), occurrences, window_start: writeMonth(monthsAfter(end, 1 - size)) };
  }
  const levels = { level: { ...plainLevel, expected: maybe(input, "expected"), minimum: maybe(input, "minimum") } };
  const judge = (value: Fraction, nth: number) => {
    const statement = ask(input, {
      amount: fixed,
      plan: { awards, levels },
      results: [missOf("level", { state: null, facts: { value }, inWindow: nth })],
    });
    return { state: statement.lines[0]?.state.replaceAll(" ", "_"), credit: statement.credit };
  };
  if (has(input, "value")) return judge(amount(input, "value"), Number(input.prior_expected_misses ?? 0) + 1);
  const missed: number[] = [];
  const results = list(input, "months").map((one) => {
    const month = readMonth(word(one, "month"));
    const value = amount(one, "value");
    if (judge(value, 1).state !== "met") missed.push(month);
    const occurrence = inWindow(missed, month, size);
    return { month: one.month, occurrence, ...judge(value, occurrence) };
  });
  return { results };
}

function damages(input: Input): Answer {
  const months = list<string>(input, "breaches").map(readMonth);
  const award = plainAward(sum(amount(input, "damages_per_breach")), { counts: fromNth(2) });
  const answers = months.map((month) => {
    const nth = inWindow(months, month, Number(input.window_months));
    return {
      month: writeMonth(month),
      amount: ask(input, {
        amount: award.amount,
        plan: { awards: [award] },
        results: [missOf("level", { inWindow: nth })],
      }).credit,
    };
  });
  return { damages: answers };
}

/** S21: a share of a year's fee for each full block of failures. */
export function chronic(input: Input): Answer {
  const [failures, size] = [amount(input, "failures_in_12_months"), amount(input, "block")];
  const statement = ask(input, {
    amount: {
      kind: "per unit",
      of: "charges",
      by: "failures_in_window",
      size,
      partial: "whole steps",
      give: share(input, "pct_per_block"),
    },
    results: [missOf("level", { facts: { failures_in_window: failures } })],
  });
  return { ...told(statement), blocks: stepsOf(failures, size, "whole steps") };
}

/** S22: a critical failure replaces the credits of the period. */
export function critical(input: Input): Answer {
  const [accrued, cap] = [amount(input, "accrued_service_credits"), amount(input, "cap_remaining")];
  const holds = input.critical_failure === true;
  const statement = ask(input, {
    charges: amount(input, "charges_of_period"),
    amount: sum(accrued),
    plan: {
      override: { flag: "critical", gives: { kind: "share", of: "charges", share: one } },
      limits: [capAt(cap, "year")],
    },
    facts: { flags: holds ? ["critical"] : [] },
  });
  return {
    service_credits: holds ? zero : statement.credit,
    compensation: holds ? statement.credit : zero,
    remaining_cap: afterWaiver(cap, statement.credit),
  };
}

/** S23: one weighted score picks the row. */
export function compositeScore(input: Input): Answer {
  const indicators = list(input, "indicators");
  const names = indicators.map((_, index) => `indicator ${index}`);
  const weights = indicators.map((one, index) => weight(names[index] ?? "", share(one, "weight_pct")));
  const scores = Object.fromEntries(indicators.map((one, index) => [names[index] ?? "", maybe(one, "score")]));
  const held = new Map(weights.map((one) => [one.name, one.share]));
  const scoreBy = (missing: "rescaled" | "full score") => scoreOf({ indicators: names, missing }, held, scores);
  const statement = ask(input, {
    amount: {
      kind: "score",
      of: "charges",
      indicators: names,
      missing: "rescaled",
      rows: rowsOf(input, "bands", "deduct_pct"),
    },
    plan: { weights },
    facts: { scores },
  });
  return {
    ...told(statement),
    score: scoreBy("rescaled"),
    deduct_pct: inPercent(statement.lines[0]?.share),
    scores: list<string>(input, "variants").map((way) => scoreBy(way.includes("full") ? "full score" : "rescaled")),
  };
}

/** S28: what is not measured or not reported has failed; what is reported wrongly counts several times. */
export function deemed(input: Input): Answer {
  if (has(input, "deduction_per_failure"))
    return told(
      ask(input, {
        amount: sum(amount(input, "deduction_per_failure")),
        times: [
          { kind: "plain", factor: amount(input, "misreported_failures") },
          { kind: "plain", factor: amount(input, "multiplier") },
        ],
      }),
    );
  const levels = { level: { ...plainLevel, notMeasured: "deemed failed" as const } };
  const state = input.measured === false ? ("not measured" as const) : ("not reported" as const);
  return told(
    ask(input, {
      amount: shareOf(share(input, "weight_pct", "worst_tier_pct")),
      plan: { levels },
      results: [missOf("level", { state })],
    }),
  );
}

const fromNth = (count: number) => ({ count, months: 12, how: "from the nth" }) as const;
