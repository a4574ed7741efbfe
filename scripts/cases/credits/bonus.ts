import { balance, bonusOf } from "../../../src/engine/credit/later/bonus.ts";
import { one, zero } from "../../../src/engine/number/fraction.ts";
import { exact } from "../numbers.ts";
import { ask, shareOf } from "./ask.ts";
import { type Answer, amount, amountOr, has, type Input, inPercent, numbers, share, word } from "./read.ts";

/** S25: a bonus above an upper mark, against penalties or paid. */
export function bonusBank(input: Input): Answer {
  if (has(input, "weeks")) return weekly(input);
  if (has(input, "pct_per_tenth_above")) return percentage(input);
  const use = word(input, "policy").includes("offset") ? "offset" : "paid";
  const { offset, toClient, toSupplier, bonusLeft } = balance(
    [amountOr(input, "year_bonus", 0)],
    [amountOr(input, "year_malus", 0)],
    use,
  );
  return {
    offset,
    net_to_customer: toClient,
    net_to_supplier: toSupplier,
    paid: toSupplier,
    unused_bonus: bonusLeft,
    penalty: toClient,
  };
}

function weekly(input: Input): Answer {
  const weeks = numbers(input, "weeks");
  const rule = {
    above: amount(input, "upper"),
    step: one,
    partial: "linear",
    give: amount(input, "bonus_per_point"),
    atMost: null,
  } as const;
  const bonuses = weeks.map((value) => bonusOf(rule, value).give);
  const penalties = weeks.map(
    (value) =>
      ask(input, {
        amount: {
          kind: "shortfall",
          of: null,
          by: "part",
          target: amount(input, "required", "target"),
          better: "higher",
          step: one,
          partial: "linear",
          give: amount(input, "penalty_per_point"),
        },
        results: [
          {
            group: null,
            bases: {},
            level: "level",
            state: "missed",
            facts: { part: value },
            words: {},
            flags: [],
            event: null,
            failuresBefore: 0,
            inWindow: 1,
          },
        ],
      }).credit,
  );
  const { offset, toClient, bonusLeft } = balance(bonuses, penalties, "offset");
  return {
    bonuses,
    penalty: balance([], penalties, "offset").toClient,
    offset,
    net_to_customer: toClient,
    unused_bonus: bonusLeft,
    paid: zero,
    bonus: balance(bonuses, [], "paid").toSupplier,
  };
}

function percentage(input: Input): Answer {
  const rule = {
    above: amount(input, "target", "upper"),
    step: exact("0.1"),
    partial: "whole steps",
    give: share(input, "pct_per_tenth_above"),
    atMost: has(input, "bonus_cap_pct") ? share(input, "bonus_cap_pct") : null,
  } as const;
  const { steps, give } = bonusOf(rule, amount(input, "actual"));
  return { steps, bonus_pct: inPercent(give), bonus: ask(input, { amount: shareOf(give) }).credit };
}
