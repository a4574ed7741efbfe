import { creditsOf } from "../../../src/engine/credit/credits-of.ts";
import { emptyFacts, missOf } from "../../../src/engine/credit/facts.ts";
import { noticeOf } from "../../../src/engine/credit/later/notice.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import type { Weight } from "../../../src/engine/credit/plan/weight.ts";
import { convertedSum } from "../../../src/engine/credit/rule/converted-sum.ts";
import { roundedSum } from "../../../src/engine/credit/rule/rounded-sum.ts";
import { one } from "../../../src/engine/number/fraction.ts";
import { type Day, readDay, writeDay } from "../../../src/engine/time/civil.ts";
import { ask, sum, told, weight } from "./ask.ts";
import { type Meanings, meaning, meaningOf, meaningOr } from "./meaning.ts";
import {
  type Answer,
  amount,
  count,
  day,
  has,
  hasRecords,
  type Input,
  isList,
  list,
  maybe,
  maybeShare,
  numbers,
  share,
  word,
} from "./read.ts";

/** S02: the weight of a level times an amount at risk, by line, currency and day. */
export function weightAtRisk(input: Input): Answer {
  if (has(input, "waiver_days")) return waived(input);
  if (has(input, "old_weight_pct")) return changedWeights(input);
  if (has(input, "lines")) return byLine(input);
  if (has(input, "weights")) return roundedWays(input);
  const rows = hasRecords(input, "charges") ? list(input, "charges") : list(input, "bases");
  if (rows.length > 0 && meaningOr(input, "policy", { silent: "each", meanings: policies }) === "each")
    return byCurrency(input, rows);
  const charges = rows.length > 0 ? { charges: converted(rows) } : {};
  const statement = ask(input, {
    amount: { kind: "weighted", of: "charges", weights: ["risk", "own"] },
    ...charges,
    plan: { weights: riskAndOwn(input) },
  });
  return { ...told(statement), currency: has(input, "base_currency") ? word(input, "base_currency") : input.currency };
}

/** Currencies are kept apart unless the contract names one and a stored rate. */
const policies: Meanings<"each" | "converted"> = [
  [/per_currency|each|separate|apart|split/, "each"],
  [/convert|base_currency|one_currency/, "converted"],
];

const riskAndOwn = (input: Input): readonly Weight[] => [
  weight("risk", maybeShare(input, "at_risk_pct") ?? one),
  weight("own", share(input, "weight_pct", "weighting_factor_pct")),
];

const converted = (rows: readonly Input[]) =>
  convertedSum(rows.map((row) => ({ amount: amount(row, "amount", "charges"), rate: rateOf(row) })));

/** The rate is named after the currency it leads to. */
const rateOf = (charge: Input) =>
  maybe(charge, ...Object.keys(charge).filter((name) => name.startsWith("rate_to_"))) ?? one;

function waived(input: Input): Answer {
  const { weightRules } = emptyPlan("");
  if (has(input, "period_in_waiver")) meaning(input, "period_in_waiver", [[/start/, "its start lies inside"]] as const);
  const notice = noticeOf({ ...weightRules, noticeDays: count(input, "waiver_days") }, day(input, "service_start"), 0);
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
    const way = meaningOf(variant, ways);
    const [days, effective] = [count(input, "days_in_period"), count(input, "effective_day")];
    const day = way === "next period" ? days : effective - 1;
    return ask(input, {
      amount: { kind: "weighted", of: "charges", weights: ["own"] },
      plan: {
        weights: [weight("own", share(input, "old_weight_pct")), weight("own", share(input, "new_weight_pct"), day)],
        weightRules: { ...weightRules, inside: way === "by days" ? way : "pinned at the start" },
      },
      facts: { days },
    }).credit;
  });
  return { credits };
}

const ways: Meanings<"pinned" | "by days" | "next period"> = [
  [/^pin|start/, "pinned"],
  [/days|prorat|weighted/, "by days"],
  [/next/, "next period"],
];

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
  const failures = isList(input, "failures")
    ? list(input, "failures").length
    : has(input, "failures")
      ? count(input, "failures")
      : weights.length;
  const results = weights.slice(0, failures).map(({ name }) => missOf(name));
  const statement = ask(input, {
    amount: { kind: "weighted", of: "charges", weights: ["self"] },
    plan: { weights },
    results,
  });
  const each = roundedSum(statement.lines, 2);
  const totals = list<string>(input, "variants").map((way) =>
    meaningOf(way, [
      [/each|line/, each],
      [/total|sum|once|end/, statement.credit],
    ]),
  );
  return { ...told(statement), totals };
}

/** One credit for each currency, none of them converted. */
function byCurrency(input: Input, rows: readonly Input[]): Answer {
  const credits = rows.map((row) => ({
    currency: word(row, "currency"),
    credit: ask(row, {
      amount: { kind: "weighted", of: "charges", weights: ["risk", "own"] },
      charges: amount(row, "charges", "amount"),
      plan: { weights: riskAndOwn(input) },
    }).credit,
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
