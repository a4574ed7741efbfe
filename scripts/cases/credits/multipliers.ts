import { missOf } from "../../../src/engine/credit/facts.ts";
import { readMonth } from "../../../src/engine/credit/later/months.ts";
import { runPeriods } from "../../../src/engine/credit/later/run-periods.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import { one, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capAt, sum, told } from "./ask.ts";
import { outcomeOf } from "./outcomes.ts";
import { type Answer, amount, has, type Input, list, maybe, numbers, word } from "./read.ts";
import { untranslated } from "./untranslated.ts";

/** S01: the n-th failure in a row takes the n-th factor; months are named, or said to be met or missed. */
export function multipliedInRow(input: Input): Answer {
  const award = plainAward(sum(amount(input, "base_credit")), {
    times: [{ kind: "repeat", factors: numbers(input, "consecutive_multipliers") }],
  });
  const { outcomes, asked } = monthsOf(input);
  const runs = runPeriods(
    emptyPlan(word(input, "currency"), { awards: [award] }),
    outcomes.map((state) => missOf("level", { state })),
    () => ({}),
  );
  const credits = runs.map(({ statement }) => statement.credit);
  return { credits: asked.map((place) => credits[place] ?? zero) };
}

interface Months {
  readonly outcomes: readonly ("met" | "missed" | "no events")[];
  /** Places of the months that are answered: all that are listed, else those that were missed. */
  readonly asked: readonly number[];
}

function monthsOf(input: Input): Months {
  const all = list<string>(input, "months");
  const missed = list<string>(input, "months_missed");
  if (all.length > 0 && !all.every(isMonth)) return { outcomes: all.map(outcomeOf), asked: all.map((_, at) => at) };
  const [listed, numbered] = [all.map(readMonth), missed.map(readMonth)];
  const named = listed.length > 0 ? listed : numbered;
  const [first, last] = [named.at(0) ?? 0, named.at(-1) ?? -1];
  const every = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return {
    outcomes: every.map((month) => (numbered.includes(month) ? "missed" : "met")),
    asked: named.map((month) => every.indexOf(month)),
  };
}

const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text);

/** S01: one factor and one cap; their order decides what is paid, and the silent contract multiplies first. */
export function multipliedAndCapped(input: Input): Answer {
  const base = sum(amount(input, "base_credit"));
  const times = [{ kind: "plain", factor: maybe(input, "multiplier") ?? one }] as const;
  const limits = has(input, "cap") ? [capAt(amount(input, "cap"))] : [];
  const multipliedFirst = ask(input, { amount: base, times, plan: { limits } });
  const capped = ask(input, { amount: base, plan: { limits } });
  const cappedFirst = ask(input, { amount: sum(capped.credit), times });
  const credits = list<string>(input, "variants").map(
    (variant) => (firstOf(variant) === "factor" ? multipliedFirst : cappedFirst).credit,
  );
  return { ...told(multipliedFirst), credits };
}

/** Which of the two comes first by words such as `multiplier_before_cap`, `cap_first`, `after_cap`. */
function firstOf(variant: string): "factor" | "cap" {
  const named = /^(mult|cap)\w*?_(before|then|first|after|last)/.exec(variant);
  const [, what = "mult", how] = named ?? [null, "mult", /^(before|after)_(?:the_)?cap/.exec(variant)?.[1]];
  if (how === undefined) throw untranslated(variant);
  const comesFirst = how === "before" || how === "then" || how === "first";
  return (what === "mult") === comesFirst ? "factor" : "cap";
}
