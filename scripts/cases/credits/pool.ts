import { creditsOf } from "../../../src/engine/credit/credits-of.ts";
import { emptyFacts, missOf } from "../../../src/engine/credit/facts.ts";
import { checkWeights } from "../../../src/engine/credit/later/check-weights.ts";
import { readMonth } from "../../../src/engine/credit/later/months.ts";
import { noticeOf } from "../../../src/engine/credit/later/notice.ts";
import { runPeriods } from "../../../src/engine/credit/later/run-periods.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import type { EventRule } from "../../../src/engine/credit/plan/event.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { type CreditPlan, emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import type { Weight } from "../../../src/engine/credit/plan/weight.ts";
import { type Fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { writeDay } from "../../../src/engine/time/civil.ts";
import { percent } from "../numbers.ts";
import { ask, capAt, capOn, entered, enteredResults, sum, told, weight } from "./ask.ts";
import { type Answer, amount, day, has, type Input, inPercent, list, maybe, numbers, share, word } from "./read.ts";

/** S01: shares of a pool of an amount at risk, and the rules of the weights. */
export function poolAllocation(input: Input): Answer {
  if (has(input, "allocations_pct")) return checked(list<string>(input, "allocations_pct"));
  if (has(input, "others_after_pct"))
    return checked([...list<string>(input, "others_after_pct"), word(input, "allocation_pct_after")]);
  if (has(input, "notice_given")) return promoted(input);
  if (has(input, "consecutive_multipliers")) return multiplied(input);
  if (has(input, "base_credit")) return multipliedAndCapped(input);
  if (has(input, "credits")) return oneEvent(input);
  if (typeof input.level === "object") return reportedOnly(input.level as Input);
  return pool(input);
}

function checked(shares: readonly string[]): Answer {
  const { valid, sum: all, refusal } = checkWeights(shares.map(percent), "at most 100%");
  return { valid, sum_pct: inPercent(all), sum_after_pct: inPercent(all), error: refusal };
}

function promoted(input: Input): Answer {
  const { weightRules } = emptyPlan("");
  const notice = noticeOf(
    { ...weightRules, noticeDays: Number(input.notice_days ?? 0) },
    day(input, "notice_given"),
    0,
  );
  return { effective: notice.accepted ? writeDay(notice.nextPeriod) : null, valid: notice.accepted };
}

function multiplied(input: Input): Answer {
  const award = plainAward(sum(amount(input, "base_credit")), {
    times: [{ kind: "repeat", factors: numbers(input, "consecutive_multipliers") }],
  });
  const missed = list<string>(input, "months_missed");
  const all = has(input, "months") ? list<string>(input, "months") : missed;
  const numbered = missed.map(readMonth);
  const [first, last] = [all.at(0), all.at(-1)].map((month) => readMonth(month ?? ""));
  const every = consecutive(first ?? 0, last ?? 0);
  const runs = runPeriods(
    emptyPlan(word(input, "currency"), { awards: [award] }),
    every.map((month) => missOf("level", { state: numbered.includes(month) ? "missed" : "met" })),
    () => ({}),
  );
  const asked = has(input, "months") ? every : numbered;
  return { credits: asked.map((month) => runs[every.indexOf(month)]?.statement.credit ?? zero) };
}

const consecutive = (first: number, last: number): number[] =>
  first > last ? [] : [first, ...consecutive(first + 1, last)];

function multipliedAndCapped(input: Input): Answer {
  const base = sum(amount(input, "base_credit"));
  const times = [{ kind: "plain", factor: maybe(input, "multiplier") ?? one }] as const;
  const limits = has(input, "cap") ? [capAt(amount(input, "cap"))] : [];
  const before = ask(input, { amount: base, times, plan: { limits } });
  const capped = ask(input, { amount: base, plan: { limits } });
  const after = ask(input, { amount: sum(capped.credit), times });
  const chosen = list<string>(input, "variants").map((variant) => (/^cap/.test(variant) ? after : before).credit);
  return { ...told(before), credits: chosen };
}

function oneEvent(input: Input): Answer {
  const results = enteredResults(numbers(input, "credits"), word(input, "incident"));
  const highest: EventRule = { kind: "highest" };
  const events: EventRule = word(input, "policy").includes("highest") ? highest : { kind: "sum" };
  return told(ask(input, { amount: entered, results, plan: { events } }));
}

function reportedOnly(level: Input): Answer {
  const rules = {
    ...plainLevel,
    class: word(level, "cls").includes("critical") ? ("critical" as const) : ("key" as const),
    expected: maybe(level, "target"),
  };
  const value = amount(level, "value");
  const results = [missOf("level", { state: null, facts: { value } })];
  const statement = ask(level, { amount: sum(zero), results, plan: { levels: { level: rules } } });
  const state = statement.lines[0]?.state;
  return {
    ...told(statement),
    reported: true,
    status: state === "met" ? "met" : "missed",
    state: state === "met" ? "met" : "missed",
  };
}

const riskOf = (input: Input): Fraction => (has(input, "at_risk_pct") ? share(input, "at_risk_pct") : one);

/** The share of the pool of a row, and its own share of that, where it has one. */
function weightsOf(input: Input, row: Input, index: number): readonly Weight[] {
  const holder = has(row, "pool_pct") ? row : input;
  const pooled = has(row, "pool_pct") || has(input, "category_pool_pct");
  const own = has(row, "allocation_pct") || has(row, "pct");
  return [
    weight(`pool ${index}`, pooled ? share(holder, "pool_pct", "category_pool_pct") : one),
    ...(own ? [weight(`own ${index}`, share(row, "allocation_pct", "pct"))] : []),
  ];
}

function poolPlan(input: Input, levels: readonly string[], weights: readonly Weight[]): CreditPlan {
  const named = maybe(input, "at_risk_amount", "category_pool_amount") !== null;
  return emptyPlan(word(input, "currency"), {
    bases: {
      charges: stated,
      risk: named ? stated : { kind: "part", of: "charges", share: riskOf(input) },
    },
    weights,
    awards: levels.map((level, index) =>
      plainAward({ kind: "weighted", of: "risk", weights: [`pool ${index}`, `own ${index}`] }, { levels: [level] }),
    ),
    limits: [capOn("risk", one, word(input, "over_cap").includes("carry") ? "carried" : "lapses")],
  });
}

function pool(input: Input): Answer {
  const records = [...list(input, "failures"), ...list(input, "allocations_of_at_risk_pct"), ...list(input, "levels")];
  const rows = records.length > 0 ? records : [input];
  const failed = list<string>(input, "failed");
  const levels = rows.map((row, index) => (has(row, "sl") ? word(row, "sl") : `level ${index}`));
  const plan = poolPlan(
    input,
    levels,
    rows.flatMap((row, index) => weightsOf(input, row, index)),
  );
  const results = levels.filter((level) => failed.length === 0 || failed.includes(level)).map((level) => missOf(level));
  const risk = maybe(input, "at_risk_amount", "category_pool_amount");
  const charges = maybe(input, "invoice_amount", "monthly_charges") ?? (risk ? zero : null);
  const statement = creditsOf(plan, emptyFacts({ bases: { charges, risk }, results }));
  const bare = { ...plan, limits: [] };
  const ofRisk = creditsOf({ ...bare, bases: { risk: stated } }, emptyFacts({ bases: { risk: one }, results }));
  const ofCharges = creditsOf(
    { ...bare, bases: { charges: stated, risk: { kind: "part", of: "charges", share: riskOf(input) } } },
    emptyFacts({ bases: { charges: one }, results }),
  );
  return {
    ...told(statement),
    at_risk_amount: statement.bases.risk,
    cap: statement.bases.risk,
    credits: statement.lines.map(({ level, given }) => ({ sl: level, credit: given })),
    effective_allocation_pct: inPercent(ofRisk.lines[0]?.given),
    credit_pct_of_base: inPercent(ofCharges.exact),
    state: statement.lines[0]?.state,
  };
}
