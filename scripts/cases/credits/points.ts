import { missOf } from "../../../src/engine/credit/facts.ts";
import { restatement } from "../../../src/engine/credit/later/ledger.ts";
import { noticeOf } from "../../../src/engine/credit/later/notice.ts";
import { runPeriods } from "../../../src/engine/credit/later/run-periods.ts";
import { isUsedUp } from "../../../src/engine/credit/later/used-up.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import type { PointsRule } from "../../../src/engine/credit/plan/points.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { type Fraction, one, sum as totalOf, zero } from "../../../src/engine/number/fraction.ts";
import { writeDay } from "../../../src/engine/time/civil.ts";
import { ask, capsOf, entered, enteredResults, rowOf, shareOf, sum, told } from "./ask.ts";
import { roundings } from "./availability-rows.ts";
import { markCount } from "./marks.ts";
import { type Meanings, meaningOf } from "./meaning.ts";
import {
  type Answer,
  amount,
  count,
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

/** A period without a figure, by the words that stand in its place. */
const withoutFigure: Meanings<"no events" | "not measured"> = [
  [/^(?:no[_ ]events?|no[_ ]data|not[_ ]applicable|n\/?a|none)$/, "no events"],
  [/^not_(?:measured|reported)$/, "not measured"],
];

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
  const noticeMonths = has(input, "min_notice_months")
    ? count(input, "min_notice_months")
    : markCount(input, "S05 months of notice");
  const changesPerYear = markCount(input, "S05 changes in a contract year");
  const already = has(input, "changes_already_this_contract_year")
    ? count(input, "changes_already_this_contract_year")
    : 0;
  const answer = noticeOf({ ...weightRules, changesPerYear, noticeMonths }, day(input, "notice_given"), already);
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
  const cap = has(input, "cap_pct_of_charges")
    ? ask(input, { amount: shareOf(share(input, "cap_pct_of_charges")) }).exact
    : null;
  const reached = cap !== null && isUsedUp(cap, [statement.computed]);
  return { ...told(statement), credit_pct: inPercent(statement.pointsShare), cap_reached: reached };
}

function runsOf(input: Input, name: string) {
  const round = has(input, "round_places") ? { places: count(input, "round_places"), mode: "half up" as const } : null;
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
        : missOf("level", { state: meaningOf(String(value), withoutFigure) }),
    ),
    (index) => ({ bases: { charges: charges[index] ?? charges[0] ?? zero } }),
  );
}

function rounded(input: Input): Answer {
  const results = (has(input, "variants") ? list(input, "variants") : [input]).map((variant) => {
    const said = [variant, input].find((one) => has(one, "round_places"));
    const mode = has(variant, "mode") ? meaningOf(word(variant, "mode"), roundings) : "half up";
    const round = mode === "none" || !said ? null : { places: count(said, "round_places"), mode };
    const statement = ask(input, {
      amount: { kind: "rows", of: null, by: "value", rows: pointRows(input) },
      plan: { levels: { level: { ...plainLevel, expected: null, round } } },
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
    const entry = {
      id: 1,
      period: "period",
      status: "issued",
      amount: paid[index] ?? before[index]?.statement.credit ?? zero,
      corrects: null,
    } as const;
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
