import { creditsOf } from "../../../src/engine/credit/credits-of.ts";
import { emptyFacts, type LevelFacts, missOf } from "../../../src/engine/credit/facts.ts";
import { checkWeights } from "../../../src/engine/credit/later/check-weights.ts";
import { noticeOf } from "../../../src/engine/credit/later/notice.ts";
import { plainAward } from "../../../src/engine/credit/plan/award.ts";
import { stated } from "../../../src/engine/credit/plan/base.ts";
import { type LevelRules, plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { type CreditPlan, emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import type { Weight } from "../../../src/engine/credit/plan/weight.ts";
import type { CreditStatement } from "../../../src/engine/credit/statement.ts";
import { type Fraction, one, zero } from "../../../src/engine/number/fraction.ts";
import { writeDay } from "../../../src/engine/time/civil.ts";
import { percent } from "../numbers.ts";
import { ask, capAt, capOn, entered, enteredResults, told, weight } from "./ask.ts";
import { type Meanings, meaning, meaningOr } from "./meaning.ts";
import { multipliedAndCapped, multipliedInRow } from "./multipliers.ts";
import { eventRuleOf } from "./one-event.ts";
import {
  type Answer,
  amount,
  count,
  day,
  flag,
  has,
  hasRecords,
  type Input,
  inPercent,
  list,
  maybe,
  maybeShare,
  numbers,
  share,
  word,
} from "./read.ts";
import { withoutWord } from "./untranslated.ts";

/** S01: shares of a pool of an amount at risk, and the rules of the weights. */
export function poolAllocation(input: Input): Answer {
  if (has(input, "allocations_pct")) return checked(list<string>(input, "allocations_pct"));
  if (has(input, "notice_given")) return promoted(input);
  if (has(input, "others_after_pct")) return weightsAfter(input);
  if (has(input, "consecutive_multipliers")) return multipliedInRow(input);
  if (has(input, "base_credit")) return multipliedAndCapped(input);
  if (has(input, "credits")) return oneEvent(input);
  return pool(input);
}

function checked(shares: readonly string[]): Answer {
  const { valid, sum: all, refusal } = checkWeights(shares.map(percent), "at most 100%");
  return { valid, sum_pct: inPercent(all), sum_after_pct: inPercent(all), error: refusal };
}

/** What a level weighed before says nothing about the set that follows. */
function weightsAfter(input: Input): Answer {
  maybe(input, "allocation_pct");
  const own = has(input, "allocation_pct_after") ? [word(input, "allocation_pct_after")] : [];
  return checked([...list<string>(input, "others_after_pct"), ...own]);
}

/** A weight given by notice holds from the first period that begins after the notice has run. */
function promoted(input: Input): Answer {
  const rules = { ...emptyPlan("").weightRules, noticeDays: count(input, "notice_days") };
  const notice = noticeOf(rules, day(input, "notice_given"), 0);
  const set = weightsAfter(input);
  return {
    ...set,
    effective: notice.accepted ? writeDay(notice.nextPeriod) : null,
    valid: notice.accepted && set.valid === true,
  };
}

function oneEvent(input: Input): Answer {
  const results = enteredResults(numbers(input, "credits"), "event");
  const cap = maybe(input, "cap", "at_risk_amount");
  const plan = { events: eventRuleOf(input, "policy"), limits: cap ? [capAt(cap)] : [] };
  return { ...told(ask(input, { amount: entered, results, plan })), cap };
}

const classes: Meanings<LevelRules["class"]> = [
  [/critical|csl/i, "critical"],
  [/key|measurement|km/i, "key"],
  [/report|ancillary|subsidiary/i, "reporting"],
];

/** A level that is judged by its own figure: only a critical one costs, the others are reported. */
const levelOf = (level: Input) => ({
  rules: { ...plainLevel, class: meaning(level, "cls", classes), expected: maybe(level, "target") },
  value: amount(level, "value"),
});

const riskOf = (input: Input): Fraction => maybeShare(input, "at_risk_pct") ?? one;

/** The share of the pool of a row, and its own share of that; a level that nobody gave a share has weight zero. */
function weightsOf(input: Input, row: Input, index: number): readonly Weight[] {
  const given = maybe(row, "allocation_pct", "pct");
  if (!given && row === input && !hasRecords(input, "level")) throw withoutWord(["allocation_pct"]);
  const added = flag(row, "added_without_allocation");
  const holder = has(row, "pool_pct") ? row : input;
  const pooled = maybeShare(holder, "pool_pct", "category_pool_pct");
  return [
    weight(`pool ${index}`, pooled ?? one),
    weight(`own ${index}`, given && !added ? share(row, "allocation_pct", "pct") : zero),
  ];
}

interface Pooled {
  readonly levels: readonly string[];
  readonly weights: readonly Weight[];
  readonly rules: CreditPlan["levels"];
}

function poolPlan(input: Input, { levels, weights, rules }: Pooled): CreditPlan {
  const named = maybe(input, "at_risk_amount", "category_pool_amount") !== null;
  const negative = meaningOr<"zero" | "kept">(input, "negative_base", { silent: "zero", meanings: negatives });
  const excess = meaningOr<"lapses" | "carried">(input, "over_cap", { silent: "lapses", meanings: overCaps });
  const cap = maybe(input, "cap");
  return emptyPlan(word(input, "currency"), {
    bases: {
      charges: { kind: "stated", negative, missing: "held", prorated: "none" },
      risk: named ? stated : { kind: "part", of: "charges", share: riskOf(input) },
    },
    weights,
    levels: rules,
    awards: levels.map((level, index) =>
      plainAward({ kind: "weighted", of: "risk", weights: [`pool ${index}`, `own ${index}`] }, { levels: [level] }),
    ),
    limits: [...(cap ? [capAt(cap)] : []), capOn("risk", one, excess)],
  });
}

const negatives: Meanings<"zero" | "kept"> = [
  [/zero|floor|none|nothing/, "zero"],
  [/keep|kept|negative|follow/, "kept"],
];

const overCaps: Meanings<"lapses" | "carried"> = [
  [/lapse|lost|forfeit|drop/, "lapses"],
  [/carr|roll|next/, "carried"],
];

function pool(input: Input): Answer {
  const records = [...list(input, "failures"), ...list(input, "allocations_of_at_risk_pct"), ...list(input, "levels")];
  const rows = records.length > 0 ? records : [input];
  const failed = list<string>(input, "failed");
  const levels = rows.map((row, index) => (has(row, "sl") ? word(row, "sl") : `level ${index}`));
  const judged = hasRecords(input, "level") ? list(input, "level").map(levelOf)[0] : undefined;
  const plan = poolPlan(input, {
    levels,
    weights: rows.flatMap((row, index) => weightsOf(input, row, index)),
    rules: judged ? { "level 0": judged.rules } : {},
  });
  const results = levels
    .filter((level) => failed.length === 0 || failed.includes(level))
    .map((level) => (judged ? missOf(level, { state: null, facts: { value: judged.value } }) : missOf(level)));
  const risk = maybe(input, "at_risk_amount", "category_pool_amount");
  const charges = maybe(input, "invoice_amount", "monthly_charges") ?? (risk || judged ? zero : null);
  const statement = creditsOf(plan, emptyFacts({ bases: { charges, risk }, results }));
  return { ...poolTold(statement), ...sharesOf(input, plan, results), ...(judged ? reportedOf(statement) : {}) };
}

const poolTold = (statement: CreditStatement): Answer => ({
  ...told(statement),
  at_risk_amount: statement.bases.risk,
  cap: statement.bases.risk,
  credits: statement.lines.map(({ level, given }) => ({ sl: level, credit: given })),
  state: statement.lines[0]?.state,
});

/** The same failures on bases of one: what they come to in percent, known before the invoice is. */
function sharesOf(input: Input, plan: CreditPlan, results: readonly LevelFacts[]): Answer {
  const bare = { ...plan, limits: [] };
  const ofRisk = creditsOf({ ...bare, bases: { risk: stated } }, emptyFacts({ bases: { risk: one }, results }));
  const bases = { charges: stated, risk: { kind: "part", of: "charges", share: riskOf(input) } } as const;
  const ofCharges = creditsOf({ ...bare, bases }, emptyFacts({ bases: { charges: one }, results }));
  return {
    effective_allocation_pct: inPercent(ofRisk.lines[0]?.given),
    credit_pct_of_base: inPercent(ofCharges.exact),
  };
}

/** A level without money is shown all the same, met or missed. */
function reportedOf({ lines: [line] }: CreditStatement): Answer {
  const state = line?.state === "met" ? "met" : "missed";
  return { reported: true, status: state, state };
}
