import { creditsOf } from "../../../src/engine/credit/credits-of.ts";
import { emptyFacts, missOf } from "../../../src/engine/credit/facts.ts";
import { noticeOf } from "../../../src/engine/credit/later/notice.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import { convertedSum } from "../../../src/engine/credit/rule/converted-sum.ts";
import { roundedSum } from "../../../src/engine/credit/rule/rounded-sum.ts";
import { one } from "../../../src/engine/number/fraction.ts";
import { type Day, readDay, writeDay } from "../../../src/engine/time/civil.ts";
import { ask, sum, told, weight } from "./ask.ts";
import { type Answer, amount, day, has, type Input, list, maybe, numbers, share, word } from "./read.ts";

/** S02: the weight of a level times an amount at risk, by line, currency and day. */
export function weightAtRisk(input: Input): Answer {
  if (has(input, "waiver_days")) return waived(input);
  if (has(input, "old_weight_pct")) return changedWeights(input);
  if (has(input, "lines")) return byLine(input);
  if (has(input, "weights")) return roundedWays(input);
  if (has(input, "bases")) return byCurrency(input);
  const charges = has(input, "charges") ? converted(input) : undefined;
  const risk = has(input, "at_risk_pct") ? share(input, "at_risk_pct") : one;
  const statement = ask(input, {
    amount: { kind: "weighted", of: "charges", weights: ["risk", "own"] },
    ...(charges ? { charges } : {}),
    plan: { weights: [weight("risk", risk), weight("own", share(input, "weight_pct", "weighting_factor_pct"))] },
  });
  return { ...told(statement), currency: input.base_currency ?? input.currency };
}

const converted = (input: Input) =>
  convertedSum(list(input, "charges").map((charge) => ({ amount: amount(charge, "amount"), rate: rateOf(charge) })));

/** The rate is named after the currency it leads to. */
const rateOf = (charge: Input) =>
  maybe(charge, ...Object.keys(charge).filter((name) => name.startsWith("rate_to_"))) ?? one;

function waived(input: Input): Answer {
  const { weightRules } = emptyPlan("");
  const notice = noticeOf({ ...weightRules, noticeDays: Number(input.waiver_days) }, day(input, "service_start"), 0);
  const first = notice.accepted ? notice.earliest : (0 as Day);
  const levels = { level: { ...plainLevel, chargeableFrom: first } };
  const credits = list<string>(input, "failures").map((month) => {
    const start = readDay(`${month}-01`) ?? (0 as Day);
    return ask(input, { amount: sum(amount(input, "credit_each")), plan: { levels }, facts: { start } }).credit;
  });
  return { waiver_ends: writeDay((first - 1) as Day), credits };
}

function changedWeights(input: Input): Answer {
  const { weightRules } = emptyPlan("");
  const credits = list<string>(input, "variants").map((variant) => {
    const day = variant === "next_period" ? Number(input.days_in_period) : Number(input.effective_day) - 1;
    return ask(input, {
      amount: { kind: "weighted", of: "charges", weights: ["own"] },
      plan: {
        weights: [weight("own", share(input, "old_weight_pct")), weight("own", share(input, "new_weight_pct"), day)],
        weightRules: { ...weightRules, inside: variant === "by_days" ? "by days" : "pinned at the start" },
      },
      facts: { days: Number(input.days_in_period) },
    }).credit;
  });
  return { credits };
}

function byLine(input: Input): Answer {
  const lines = list(input, "lines");
  const plan = emptyPlan(word(input, "currency"), {
    bases: Object.fromEntries(lines.map((line) => [word(line, "line"), stated])),
    awards: lines.map((line) =>
      plainAward(
        { kind: "share", of: word(line, "line"), share: share(line, "failed_weight_pct") },
        { levels: [word(line, "line")] },
      ),
    ),
  });
  const bases = Object.fromEntries(lines.map((line) => [word(line, "line"), amount(line, "amount_at_risk")]));
  const statement = creditsOf(plan, emptyFacts({ bases, results: lines.map((line) => missOf(word(line, "line"))) }));
  const credits = statement.lines.map(({ level, given }) => ({ line: level, credit: given }));
  return { ...told(statement), credits };
}

function roundedWays(input: Input): Answer {
  const weights = numbers(input, "weights").map((part, index) => weight(`level ${index}`, part));
  const failures = Number(input.failures ?? weights.length);
  const results = weights.slice(0, failures).map(({ name }) => missOf(name));
  const statement = ask(input, {
    amount: { kind: "weighted", of: "charges", weights: ["self"] },
    plan: { weights },
    results,
  });
  const each = roundedSum(statement.lines, 2);
  const totals = list<string>(input, "variants").map((way) => (way === "round_each" ? each : statement.credit));
  return { ...told(statement), totals };
}

function byCurrency(input: Input): Answer {
  const weights = [
    weight("risk", has(input, "at_risk_pct") ? share(input, "at_risk_pct") : one),
    weight("own", share(input, "weight_pct", "weighting_factor_pct")),
  ];
  const credits = list(input, "bases").map((base) => ({
    currency: base.currency,
    credit: ask(base, { amount: { kind: "weighted", of: "charges", weights: ["risk", "own"] }, plan: { weights } })
      .credit,
  }));
  return { credits };
}

/** S03: weight times the grade by which the level was missed. */
export function weightTimesSeverity(input: Input): Answer {
  const failures = list(input, "failures");
  const weights = failures.map((failure) => weight(word(failure, "sl"), share(failure, "weight_pct")));
  const statement = ask(input, {
    amount: { kind: "weighted", of: "charges", weights: ["risk", "self"] },
    times: [{ kind: "count", by: "severity" }],
    plan: { weights: [...weights, weight("risk", share(input, "at_risk_pct"))] },
    results: failures.map((failure) =>
      missOf(word(failure, "sl"), { facts: { severity: share(failure, "penalty_pct") } }),
    ),
  });
  return { ...told(statement), credits: statement.lines.map(({ level, given }) => ({ sl: level, credit: given })) };
}
