import { missOf } from "../../../src/engine/credit/facts.ts";
import { requiredInTime } from "../../../src/engine/credit/later/allowance.ts";
import { type Excusing, excusedLate, inTime } from "../../../src/engine/credit/later/availability.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { type Fraction, fraction, over, zero } from "../../../src/engine/number/fraction.ts";
import { meanOf } from "../../../src/engine/trigger/line.ts";
import { ask, fees, shareOf, sum, told } from "./ask.ts";
import { mark } from "./marks.ts";
import { type Meanings, meaning } from "./meaning.ts";
import { type Answer, amount, has, hasRecords, type Input, inPercent, list, maybe, maybeShare } from "./read.ts";

/** Some tickets against a target; where the contract names none, few of them are counted instead. */
export function volume(input: Input, one: Input): Answer {
  const [total, late] = [amount(one, "total"), amount(one, "late")];
  const lowVolume = has(input, "target_pct")
    ? null
    : { below: mark(input, "S04 fewer events than"), allowed: mark(input, "S04 late ones allowed") };
  return { pct: inTime(total, late), passed: judged(input, { total, late, lowVolume }).state === "met" };
}

interface Volume {
  readonly total: Fraction;
  readonly late: Fraction;
  readonly value?: Fraction | null;
  readonly lowVolume: { readonly below: Fraction; readonly allowed: Fraction } | null;
}

const targetOf = (input: Input): Fraction => maybe(input, "target_pct") ?? mark(input, "S04 target in percent");

function judged(input: Input, { total, late, value, lowVolume }: Volume) {
  const figure = value === undefined ? inTime(total, late) : value;
  const facts = { value: figure ?? zero, whole: total, late_items: late };
  const pct = maybeShare(input, "pct", "credit_pct", "level_pct", "penalty_pct", "pct_each");
  const levels = { level: { ...plainLevel, expected: targetOf(input), lowVolume } };
  const statement = ask(input, {
    amount: pct && fees.some((fee) => has(input, fee)) ? shareOf(pct) : sum(zero),
    results: [missOf("level", { state: total.n === 0n ? "no events" : null, facts })],
    plan: { levels },
  });
  return { state: statement.lines[0]?.state, told: told(statement) };
}

/** Two months in one figure; a month without one before it stands alone. */
export function averaged(input: Input): Answer {
  if (has(input, "rule"))
    meaning(input, "rule", [[/average|mean|current/, "the mean of the months that are there"]] as const);
  const rows = hasRecords(input, "variants") ? list(input, "variants") : [input];
  const results = rows.map((row) => {
    const values = [maybe(input, "current_pct", "level_pct"), maybe(row, "previous_pct")].filter((one) => one !== null);
    return meanOf(values);
  });
  const [value] = results;
  if (!value || !(has(input, "target_pct") || fees.some((fee) => has(input, fee)))) return { results, value };
  if (!has(input, "target_pct")) return { ...told(ask(input, { amount: shareOf(percentOf(value)) })), results, value };
  const answer = judged(input, { total: fraction(1), late: zero, value, lowVolume: null });
  return { ...answer.told, results, value, passed: answer.state === "met" };
}

/** A figure that is itself the percentage to be paid. */
const percentOf = (value: Fraction): Fraction => over(value, fraction(100));

const excusing: Meanings<Excusing> = [
  [/only|numerator/, "only downtime reduced"],
  [/both|exclud|remove|minus|out_of/, "minus in both"],
  [/late|in_time|on_time|met|downtime/, "only downtime reduced"],
];

/** Late tickets that are excused; the late ones of the case hold them. */
export function excused(input: Input): Answer {
  const seen = { total: amount(input, "tickets"), down: amount(input, "late"), excused: amount(input, "late_excused") };
  const value = excusedLate(seen, meaning(input, "excuse_handling", excusing));
  return withRequired(input, { total: seen.total, late: seen.down, value, lowVolume: null });
}

/** How many of some tickets must be in time, and whether they were. */
export function required(input: Input): Answer {
  const total = amount(input, "tickets");
  const late = maybe(input, "late");
  if (late) return withRequired(input, { total, late, value: inTime(total, late), lowVolume: null });
  return { required_in_time: requiredInTime(total, over(targetOf(input), fraction(100))) };
}

function withRequired(input: Input, seen: Volume): Answer {
  const target = over(targetOf(input), fraction(100));
  const answer = judged(input, seen);
  return {
    ...answer.told,
    value: seen.value,
    passed: answer.state === "met",
    required_in_time: requiredInTime(seen.total, target),
  };
}

/** A month in which nothing happened: no money, no count, and no chain is broken by it. */
export function noEvents(input: Input): Answer {
  const none = amount(input, "tickets_in_scope").n === 0n;
  if (has(input, "rule")) meaning(input, "rule", [[/not_applicable/, "no events"]] as const);
  const pct = maybeShare(input, "pct", "credit_pct", "level_pct", "penalty_pct", "pct_each");
  const state = none ? ("no events" as const) : ("missed" as const);
  const answer = told(ask(input, { amount: pct ? shareOf(pct) : sum(zero), results: [missOf("level", { state })] }));
  return {
    ...answer,
    pct: inPercent(pct),
    counts_in_window: answer.failure_counts,
    breaks_repeat_chain: !none && answer.failure_counts !== true,
  };
}
