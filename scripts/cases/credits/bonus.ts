import { missOf } from "../../../src/engine/credit/facts.ts";
import { balance, bonusOf } from "../../../src/engine/credit/later/bonus.ts";
import { one, zero } from "../../../src/engine/number/fraction.ts";
import { ask, shareOf } from "./ask.ts";
import { mark } from "./marks.ts";
import { meaningOr } from "./meaning.ts";
import { type Answer, amount, has, type Input, inPercent, maybe, maybeShare, numbers, share } from "./read.ts";

/** S25: a bonus above an upper mark, against penalties or paid. */
export function bonusBank(input: Input): Answer {
  if (has(input, "weeks")) return weekly(input);
  if (has(input, "pct_per_tenth_above")) return percentage(input);
  const use = useOf(input);
  const { offset, toClient, toSupplier, bonusLeft } = balance(
    [maybe(input, "year_bonus") ?? zero],
    [maybe(input, "year_malus") ?? zero],
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

/** What is left of a bonus: lost where it may only be set against penalties, which is how silent contracts have it. */
const useOf = (input: Input): "offset" | "paid" =>
  meaningOr<"offset" | "paid">(input, "policy", {
    silent: "offset",
    meanings: [
      [/never|not_|no_|offset_only|only_offset|lapse|expire/, "offset"],
      [/pay|paid|cash|invoice/, "paid"],
      [/offset|set_off|bank/, "offset"],
      [/net/, "paid"],
    ],
  });

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
        results: [missOf("level", { facts: { part: value } })],
      }).credit,
  );
  const { offset, toClient, bonusLeft, toSupplier } = balance(bonuses, penalties, useOf(input));
  return {
    bonuses,
    penalty: balance([], penalties, "offset").toClient,
    offset,
    net_to_customer: toClient,
    unused_bonus: bonusLeft,
    net_to_supplier: toSupplier,
    paid: toSupplier,
    bonus: balance(bonuses, [], "paid").toSupplier,
  };
}

function percentage(input: Input): Answer {
  const rule = {
    above: amount(input, "target", "upper"),
    step: mark(input, "S25 step of a bonus"),
    partial: "whole steps",
    give: share(input, "pct_per_tenth_above"),
    atMost: maybeShare(input, "bonus_cap_pct"),
  } as const;
  const { steps, give } = bonusOf(rule, amount(input, "actual"));
  return { steps, bonus_pct: inPercent(give), bonus: ask(input, { amount: shareOf(give) }).credit };
}
