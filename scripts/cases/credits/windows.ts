import { missOf } from "../../../src/engine/credit/facts.ts";
import { inWindow, monthsAfter, readMonth, writeMonth } from "../../../src/engine/credit/later/months.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { stepsOf } from "../../../src/engine/credit/rule/steps-of.ts";
import type { Fraction } from "../../../src/engine/number/fraction.ts";
import { ask, entered, enteredResults, sum, told } from "./ask.ts";
import { markCount } from "./marks.ts";
import { type Answer, amount, count, has, type Input, list, maybe, number, share, word } from "./read.ts";
import { untranslated } from "./untranslated.ts";

/** S19: violations of a tower pick its state. */
export function towerState(input: Input): Answer {
  const rows = list(input, "states").map((state): Row => {
    const violations = word(state, "violations");
    const upto = /^(?:\d+-|<=)?(\d+)$/.exec(violations)?.[1];
    if (upto !== undefined) return { kind: "upto", edge: number(upto), give: share(state, "pct") };
    if (!/^(?:>=?\d+|\d+\+|\d+_or_more)$/.test(violations)) throw untranslated(violations);
    return { kind: "others", give: share(state, "pct") };
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
  const size = has(input, "window_months")
    ? count(input, "window_months")
    : markCount(input, "S20 months of the window");
  const least = has(input, "default_at_count")
    ? count(input, "default_at_count")
    : markCount(input, "S20 misses for a default");
  const fixed = sum(amount(input, "credit_per_default"));
  const awards = [plainAward(fixed, { states: ["below minimum"] }), plainAward(fixed, { counts: fromNth(least) })];
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
  if (has(input, "value")) return judge(amount(input, "value"), priorOf(input) + 1);
  const missed: number[] = [];
  const results = list(input, "months").map((one) => {
    const month = readMonth(word(one, "month"));
    const value = amount(one, "value");
    if (judge(value, 1).state !== "met") missed.push(month);
    const occurrence = inWindow(missed, month, size);
    return { month: word(one, "month"), occurrence, ...judge(value, occurrence) };
  });
  return { results };
}

const priorOf = (input: Input): number =>
  has(input, "prior_expected_misses") ? count(input, "prior_expected_misses") : 0;

function damages(input: Input): Answer {
  const months = list<string>(input, "breaches").map(readMonth);
  const award = plainAward(sum(amount(input, "damages_per_breach")), { counts: fromNth(2) });
  const answers = months.map((month) => {
    const nth = inWindow(months, month, count(input, "window_months"));
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

const fromNth = (count: number) => ({ count, months: 12, how: "from the nth" }) as const;
