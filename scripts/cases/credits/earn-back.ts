import { bankEntries } from "../../../src/engine/credit/later/bank.ts";
import { type EarnBack, earnedBack } from "../../../src/engine/credit/later/earn-back.ts";
import { monthsAfter, readMonth, writeMonth } from "../../../src/engine/credit/later/months.ts";
import { relieved } from "../../../src/engine/credit/later/relieved.ts";
import { afterWaiver } from "../../../src/engine/credit/later/settle.ts";
import { one, zero } from "../../../src/engine/number/fraction.ts";
import { type Answer, amount, has, type Input, list, number, numbers, share, word } from "./read.ts";

/** S24: what a supplier wins back of credits it paid. */
export function earnBack(input: Input): Answer {
  if (has(input, "following")) return inRow(input);
  if (has(input, "variants")) return exceeded(input);
  if (has(input, "year") || has(input, "months_with_data")) return byYear(input);
  if (has(input, "timeline")) return banked(input);
  if (has(input, "bank")) return { cash: zero, expired: input.contract_end === true ? amount(input, "bank") : zero };
  const credits = list(input, "credits").map((one) => ({ amount: amount(one, "amount"), lasting: one.peak === true }));
  const { back, kept } = relieved(credits);
  return { earned_back: input.conditions_met === true ? back : zero, unrelieved: kept };
}

function inRow(input: Input): Answer {
  const rule: EarnBack = { when: "met in a row", share: share(input, "share_pct"), periods: Number(input.months) };
  const following = list<string>(input, "following").map((outcome) => ({
    outcome: outcome === "met" ? ("met" as const) : outcome === "miss" ? ("miss" as const) : ("no events" as const),
    value: null,
  }));
  const credit = amount(input, "credit");
  const { amount: back } = earnedBack(rule, credit, following);
  const evaluated = writeMonth(monthsAfter(readMonth(word(input, "failed_month")), Number(input.months)));
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
    minimumPeriods: Number(input.minimum_months ?? 1),
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

function banked(input: Input): Answer {
  const months = list(input, "timeline").map((one) => ({
    month: Number(one.month),
    credit: amount(one, "credit"),
    egregious: one.egregious === true,
  }));
  const entries = bankEntries(months, 3);
  const paying = entries.filter(({ paid, offset }) => paid.n !== 0n || offset.n !== 0n);
  return {
    bank_after_month_4: entries.find(({ month }) => month === 4)?.bank,
    bank_end: entries.at(-1)?.bank,
    net: paying.map(({ month, paid, offset }) => ({ month, paid, offset })),
  };
}
