import { bankEntries } from "../../../src/engine/credit/later/bank.ts";
import { type EarnBack, earnedBack } from "../../../src/engine/credit/later/earn-back.ts";
import { monthsAfter, readMonth, writeMonth } from "../../../src/engine/credit/later/months.ts";
import { relieved } from "../../../src/engine/credit/later/relieved.ts";
import { afterWaiver } from "../../../src/engine/credit/later/settle.ts";
import { one, zero } from "../../../src/engine/number/fraction.ts";
import { ask, sum } from "./ask.ts";
import { markCount } from "./marks.ts";
import { outcomeOf } from "./outcomes.ts";
import {
  type Answer,
  amount,
  count,
  flag,
  has,
  type Input,
  list,
  maybe,
  maybeShare,
  number,
  numbers,
  word,
} from "./read.ts";

/** S24: what a supplier wins back of credits it paid. */
export function earnBack(input: Input): Answer {
  if (has(input, "following")) return inRow(input);
  if (has(input, "variants")) return exceeded(input);
  if (has(input, "year") || has(input, "months_with_data")) return byYear(input);
  if (has(input, "timeline")) return banked(input);
  if (has(input, "bank")) return left(input);
  const credits = list(input, "credits").map((one) => ({ amount: amount(one, "amount"), lasting: flag(one, "peak") }));
  const { back, kept } = relieved(credits);
  return { earned_back: flag(input, "conditions_met") ? back : zero, unrelieved: kept };
}

/** What is in the bank is set against the credits that are due, and never paid; at the end the rest expires. */
function left(input: Input): Answer {
  const [bank, due] = [amount(input, "bank"), maybe(input, "new_credits") ?? zero];
  const { offset, credit } = ask(input, { amount: sum(due), facts: { bank } });
  const rest = afterWaiver(bank, offset);
  const ends = flag(input, "contract_end");
  return { cash: zero, offset, net_credit: credit, expired: ends ? rest : zero, bank_end: ends ? zero : rest };
}

function inRow(input: Input): Answer {
  const periods = count(input, "months");
  const rule: EarnBack = { when: "met in a row", share: maybeShare(input, "share_pct") ?? one, periods };
  const following = list<string>(input, "following").map((found) => {
    const outcome = outcomeOf(found);
    return { outcome: outcome === "missed" ? ("miss" as const) : outcome, value: null };
  });
  const credit = amount(input, "credit");
  const { amount: back } = earnedBack(rule, credit, following);
  const evaluated = writeMonth(monthsAfter(readMonth(word(input, "failed_month")), periods));
  return { earned_back: back, net_credit: afterWaiver(credit, back), evaluated };
}

function exceeded(input: Input): Answer {
  const earned = list<readonly string[]>(input, "variants").map((values) => {
    const rule: EarnBack = {
      when: "exceeded in a row",
      share: one,
      target: amount(input, "target"),
      periods: values.length,
    };
    return earnedBack(
      rule,
      amount(input, "credit"),
      values.map((value) => ({ outcome: "met" as const, value: number(value) })),
    ).amount;
  });
  return { earned_back: earned };
}

function byYear(input: Input): Answer {
  const values = [...numbers(input, "year"), ...numbers(input, "months_with_data")];
  const rule: EarnBack = {
    when: "year average at expected",
    share: one,
    expected: amount(input, "expected", "target"),
    minimumPeriods: has(input, "minimum_months")
      ? count(input, "minimum_months")
      : markCount(input, "S24 months with figures"),
  };
  const {
    amount: back,
    average,
    reason,
  } = earnedBack(
    rule,
    amount(input, "credit"),
    values.map((value) => ({ outcome: "met" as const, value })),
  );
  return {
    average,
    earned_back: back,
    reason: reason === "not enough periods" ? "minimum_months" : reason.replaceAll(" ", "_"),
  };
}

/** Months that are not named had no credit. */
function banked(input: Input): Answer {
  const named = list(input, "timeline").map((one) => ({
    month: count(one, "month"),
    credit: amount(one, "credit"),
    egregious: flag(one, "egregious"),
  }));
  const [first, last] = [named.at(0)?.month ?? 1, named.at(-1)?.month ?? 0];
  const months = Array.from({ length: last - first + 1 }, (_, place) => first + place).map(
    (month) => named.find((one) => one.month === month) ?? { month, credit: zero, egregious: false },
  );
  const entries = bankEntries(months, markCount(input, "S24 quiet months of the bank"));
  const paying = entries.filter(({ paid, offset }) => paid.n !== 0n || offset.n !== 0n);
  return {
    bank_after_month_4: entries.findLast(({ month }) => month <= 4)?.bank,
    bank_end: entries.at(-1)?.bank,
    net: paying.map(({ month, paid, offset }) => ({ month, paid, offset })),
  };
}
