import { missOf } from "../../../src/engine/credit/facts.ts";
import { restatement } from "../../../src/engine/credit/later/ledger.ts";
import { noticeOf } from "../../../src/engine/credit/later/notice.ts";
import { runPeriods } from "../../../src/engine/credit/later/run-periods.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import type { PointsRule } from "../../../src/engine/credit/plan/points.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { totalOf } from "../../../src/engine/credit/rule/total-of.ts";
import { type Fraction, fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { writeDay } from "../../../src/engine/time/civil.ts";
import { ask, capsOf, entered, enteredResults, rowOf, sum, told } from "./ask.ts";
import {
  type Answer,
  amount,
  day,
  has,
  type Input,
  inPercent,
  list,
  maybe,
  number,
  numbers,
  share,
  word,
} from "./read.ts";

const pointRows = (input: Input): readonly Row[] =>
  list(input, "bands").map((band) => rowOf(band, "at_least", number(band.points)));

const converted = (input: Input): PointsRule => ({
  kind: "share each",
  of: "charges",
  share: share(input, "pct_per_point"),
  free: zero,
});

/** S05: points by band, doubled where the level failed before, each worth a percentage of the charges. */
export function linearPoints(input: Input): Answer {
  if (has(input, "notice_given")) return notice(input);
  if (has(input, "total_points")) return converting(input, numbers(input, "total_points"));
  if (has(input, "restated")) return restated(input);
  if (has(input, "value")) return rounded(input);
  const runs = runsOf(input, "periods");
  return {
    points: runs.map(({ statement }) => statement.points),
    repeat: runs.map(({ repeat }) => repeat),
    credits: runs.map(({ statement }) => statement.credit),
  };
}

function notice(input: Input): Answer {
  const { weightRules } = emptyPlan("");
  const rules = { ...weightRules, changesPerYear: 1, noticeMonths: Number(input.min_notice_months ?? 3) };
  const answer = noticeOf(rules, day(input, "notice_given"), Number(input.changes_already_this_contract_year ?? 0));
  return answer.accepted
    ? { accepted: true, earliest_effective: writeDay(answer.earliest) }
    : { accepted: false, error: answer.refusal };
}

function converting(input: Input, points: readonly Fraction[]): Answer {
  const statement = ask(input, {
    amount: sum(zero),
    plan: { awards: [plainAward(entered, { unit: "points" })], points: converted(input), limits: capsOf(input) },
    results: enteredResults(points),
  });
  return { ...told(statement), credit_pct: inPercent(statement.pointsShare) };
}

function runsOf(input: Input, name: string) {
  const round = has(input, "round_places") ? { places: Number(input.round_places), mode: "half up" as const } : null;
  const factor = maybe(input, "repeat_multiplier") ?? one;
  const plan = emptyPlan(word(input, "currency"), {
    bases: has(input, "charges") ? { charges: stated } : {},
    levels: {
      level: {
        ...plainLevel,
        expected: numbers({ edge: list(input, "bands")[0]?.at_least }, "edge")[0] ?? null,
        round,
      },
    },
    awards: [
      plainAward(
        { kind: "rows", of: null, by: "value", rows: pointRows(input) },
        { unit: "points", times: [{ kind: "repeat", factors: [one, factor] }] },
      ),
    ],
    points: has(input, "pct_per_point") ? converted(input) : null,
    limits: capsOf(input),
  });
  const charges = numbers(input, "charges");
  return runPeriods(
    plan,
    list<unknown>(input, name).map((value) =>
      /^-?[\d.]+$/.test(String(value))
        ? missOf("level", { state: null, facts: { value: number(value) } })
        : missOf("level", { state: "no events" }),
    ),
    (index) => ({ bases: { charges: charges[index] ?? charges[0] ?? zero } }),
  );
}

function rounded(input: Input): Answer {
  const results = (has(input, "variants") ? list(input, "variants") : [input]).map((variant) => {
    const places = Number(variant.round_places ?? input.round_places ?? 1);
    const mode = word(variant, "mode") === "down" ? ("down" as const) : ("half up" as const);
    const statement = ask(input, {
      amount: { kind: "rows", of: null, by: "value", rows: pointRows(input) },
      plan: { levels: { level: { ...plainLevel, expected: fraction(1_000_000), round: { places, mode } } } },
      charges: zero,
      results: [missOf("level", { facts: { value: amount(input, "value") } })],
    });
    const [line] = statement.lines;
    return { rounded: line?.value, level: line?.row, points: line?.given };
  });
  return { results };
}

function restated(input: Input): Answer {
  const [before, after] = [runsOf(input, "reported"), runsOf(input, "restated")];
  const paid = numbers(input, "already_credited");
  const deltas = after.map(({ statement }, index) => {
    const entry = { id: 1, period: "period", status: "issued", amount: paid[index] ?? zero, corrects: null } as const;
    return restatement([entry], "period", statement.credit)?.amount ?? zero;
  });
  return {
    points: after.map(({ statement }) => statement.points),
    repeat: after.map(({ repeat }) => repeat),
    credits: after.map(({ statement }) => statement.credit),
    deltas,
    delta: deltas[0],
    total_delta: totalOf(deltas),
    old_points: before[0]?.statement.points,
    new_points: after[0]?.statement.points,
    new_credit: after[0]?.statement.credit,
  };
}
