import { type Fraction, zero } from "../../number/fraction.ts";
import type { CreditFacts, LevelFacts } from "../facts.ts";
import type { Award } from "../plan/award.ts";
import type { CreditPlan } from "../plan/plan.ts";
import type { CreditLine, CreditStatement, LineStep, TraceLine } from "../statement.ts";

/** What travels through the stages. `items` and the statement's `lines` are kept side by side, one a result. */
export interface Working {
  readonly plan: CreditPlan;
  readonly facts: CreditFacts;
  readonly weights: ReadonlyMap<string, Fraction>;
  readonly items: readonly Item[];
  readonly statement: CreditStatement;
}

export interface Item {
  readonly result: LevelFacts;
  readonly line: CreditLine;
  readonly award: Award | null;
}

export interface Staged {
  readonly value: Working;
  readonly line: TraceLine;
}

/** The silhouette of every stage. */
export type Stage = (working: Working) => Staged;

/** Where the stages begin: nothing judged, nothing given. */
export function begin(plan: CreditPlan, facts: CreditFacts): Working {
  const statement: CreditStatement = {
    weights: {},
    status: "computed",
    currency: plan.currency,
    bases: {},
    lines: [],
    points: zero,
    pointsShare: null,
    pointsMoney: zero,
    computed: zero,
    lapsed: zero,
    carried: zero,
    offset: zero,
    fromBank: zero,
    bonus: zero,
    bonusPaid: zero,
    credit: zero,
    exact: zero,
    capped: false,
    after: {},
    trace: [],
    findings: [],
  };
  return { plan, facts, weights: new Map(), items: [], statement };
}

/** The working with other items, whose lines the statement shows. */
export const withItems = (working: Working, items: readonly Item[]): Working => ({
  ...working,
  items,
  statement: { ...working.statement, lines: items.map(({ line }) => line) },
});

/** The working with parts of the statement replaced. */
export const withStatement = (working: Working, parts: Partial<CreditStatement>): Working => ({
  ...working,
  statement: { ...working.statement, ...parts },
});

/** A step that is yet to be taken on a line: `given` is what the line gives after it. */
interface NextStep extends Pick<LineStep, "stage" | "rule" | "inputs"> {
  readonly words?: Readonly<Record<string, string>>;
  readonly given: Fraction;
}

/** The item after one more step. */
export function withStep(item: Item, { stage, rule, inputs, words = {}, given }: NextStep): Item {
  const steps = [...item.line.steps, { stage, rule, inputs, words, gives: given }];
  return { ...item, line: { ...item.line, given, steps } };
}
