import { missOf } from "../../../src/engine/credit/facts.ts";
import { leftToLose } from "../../../src/engine/credit/later/allowance.ts";
import { creditedHours } from "../../../src/engine/credit/later/credited-time.ts";
import type { Partial } from "../../../src/engine/credit/plan/amount.ts";
import { distance } from "../../../src/engine/credit/rule/distance.ts";
import { stepsOf } from "../../../src/engine/credit/rule/steps-of.ts";
import { type Fraction, one, over, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capOf, capsOf, fees, shareOf, told } from "./ask.ts";
import { mark } from "./marks.ts";
import { meaningOr } from "./meaning.ts";
import { partials } from "./partials.ts";
import { type Answer, amount, has, type Input, inPercent, list, maybe, numbers, share, word } from "./read.ts";
import { untranslated } from "./untranslated.ts";

/** S12: so much for each hour, day or block of outage. */
export function timeUnits(input: Input): Answer {
  if (has(input, "network_unavailable")) return unavailable(input);
  if (has(input, "credit_hours")) return hours(input, amount(input, "credit_hours"));
  if (has(input, "first_block_minutes")) return blocks(input);
  if (has(input, "step_minutes")) return steps(input);
  if (has(input, "month_minutes")) return timesProrated(input);
  const lost = has(input, "cases")
    ? list(input, "cases").map((one) => amount(one, "hours"))
    : numbers(input, "fault_hours");
  const credits = lost.map((count) => dayPerHour(input, count));
  return { credits, credit: credits[0] };
}

const outageOf = (input: Input): Fraction => amount(input, "outage_minutes", "downtime_minutes");

/** Hours lost are hours credited; their fraction counts only once the month has so many whole ones. */
function unavailable(input: Input): Answer {
  const lost = hoursIn(word(input, "network_unavailable"));
  const credited = creditedHours(lost, maybe(input, "minimum_hours_for_fraction") ?? zero);
  return fees.some((fee) => has(input, fee)) ? hours(input, credited) : { credit_hours: credited };
}

/** `2h15m`, `2:15`, `2 hours, 15 minutes`, `PT2H15M` or `135 min` in hours. */
function hoursIn(text: string): Fraction {
  const read =
    /^(?:pt)?(?:(\d+)\s*(?:h|hrs?|hours?|:)\s*,?\s*_?)?(?:and\s*)?(?:(\d+)\s*(?:m|min|mins|minutes?|:00)?)?$/i.exec(
      text.trim(),
    );
  if (!read || (read[1] === undefined && read[2] === undefined)) throw untranslated(text);
  return over(fractionOf(read[1], 60, read[2]), fractionOf("1", 60, "0"));
}

const fractionOf = (large: string | undefined, size: number, small: string | undefined): Fraction => ({
  n: BigInt(large ?? 0) * BigInt(size) + BigInt(small ?? 0),
  d: 1n,
});

const asShare = [{ kind: "share", part: "part", whole: "whole" }] as const;

function hours(input: Input, count: Fraction): Answer {
  const all = maybe(input, "hours_per_month") ?? mark(input, "S12 hours in a month");
  const pay = (part: Fraction, limits = [...capsOf(input), capOf(one)]) =>
    ask(input, {
      amount: shareOf(one),
      times: asShare,
      results: [missOf("level", { facts: { part, whole: all } })],
      plan: { limits },
    });
  return { ...told(pay(count)), hour_value: pay(one, []).exact, credit_hours: count };
}

const partialOf = (input: Input): Partial =>
  meaningOr<Partial>(input, "partial_step", { silent: "started steps", meanings: partials });

/** What an outage is above its allowance: minutes that are said, or what the guarantee leaves of the month. */
function excessOf(input: Input): Fraction {
  const said = maybe(input, "allowance_minutes");
  if (said || !has(input, "guarantee_pct")) return distance(said ?? zero, outageOf(input));
  const left = leftToLose(amount(input, "month_minutes"), share(input, "guarantee_pct"));
  return distance(left, outageOf(input));
}

function blocks(input: Input): Answer {
  const excess = excessOf(input);
  const asked = {
    amount: {
      kind: "per unit",
      of: "charges",
      by: "excess_minutes",
      size: amount(input, "next_block_minutes"),
      partial: partialOf(input),
      give: share(input, "next_block_pct"),
      first: { size: amount(input, "first_block_minutes"), give: share(input, "first_block_pct") },
    },
    results: [missOf("level", { facts: { excess_minutes: excess } })],
    plan: { limits: [...capsOf(input), capOf(one)] },
  } as const;
  return { ...told(ask(input, asked)), ...pctOf(input, asked), excess_minutes: excess };
}

/** The percentage that is paid, after the caps. */
const pctOf = (input: Input, asked: Parameters<typeof ask>[1]): Answer => ({
  pct: inPercent(ask(input, { ...asked, charges: one }).exact),
});

function steps(input: Input): Answer {
  const lost = excessOf(input);
  const size = amount(input, "step_minutes");
  const asked = {
    amount: {
      kind: "per unit",
      of: "charges",
      by: "outage_minutes",
      size,
      partial: partialOf(input),
      give: share(input, "pct_per_step"),
    },
    results: [missOf("level", { facts: { outage_minutes: lost } })],
    plan: { limits: [...capsOf(input), capOf(one)] },
  } as const;
  return {
    ...told(ask(input, asked)),
    ...pctOf(input, asked),
    steps: stepsOf(lost, size, partialOf(input)),
    excess_minutes: lost,
  };
}

/** The fee of the time above the guarantee, so many times over, never more than the fee. */
function timesProrated(input: Input): Answer {
  const excess = excessOf(input);
  const asked = {
    amount: shareOf(one),
    times: [...asShare, { kind: "plain", factor: maybe(input, "factor") ?? one }],
    results: [missOf("level", { facts: { part: excess, whole: amount(input, "month_minutes") } })],
    plan: { limits: [...capsOf(input), capOf(one)] },
  } as const;
  return { ...told(ask(input, asked)), ...pctOf(input, asked), excess_minutes: excess };
}

/** A day's fee for each hour. */
const dayPerHour = (input: Input, count: Fraction): Fraction =>
  ask(input, {
    amount: {
      kind: "per unit",
      of: "charges",
      by: "outage_hours",
      size: maybe(input, "days_per_month", "days_in_quarter") ?? mark(input, "S12 days in a month"),
      partial: "linear",
      give: one,
    },
    results: [missOf("level", { facts: { outage_hours: count } })],
    plan: { limits: [...capsOf(input), capOf(one)] },
  }).credit;
