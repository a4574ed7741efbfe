import { creditsOf } from "../../../src/engine/credit/credits-of.ts";
import { type CreditFacts, emptyFacts, type LevelFacts, missOf } from "../../../src/engine/credit/facts.ts";
import type { Amount } from "../../../src/engine/credit/plan/amount.ts";
import { type Award, plainAward } from "../../../src/engine/credit/plan/award.ts";
import { type Base, stated } from "../../../src/engine/credit/plan/base.ts";
import type { Limit } from "../../../src/engine/credit/plan/limit.ts";
import { type CreditPlan, emptyPlan } from "../../../src/engine/credit/plan/plan.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import type { Weight } from "../../../src/engine/credit/plan/weight.ts";
import type { CreditStatement } from "../../../src/engine/credit/statement.ts";
import type { Fraction } from "../../../src/engine/number/fraction.ts";
import type { Day } from "../../../src/engine/time/civil.ts";
import { percent } from "../numbers.ts";
import { type Answer, has, type Input, inPercent, list, maybe, number, share, word } from "./read.ts";

/** Words that a case has for the charges that shares are taken of. */
export const fees = [
  "mrc",
  "monthly_fee",
  "charges",
  "monthly_charge",
  "monthly_charges",
  "monthly_billing",
  "monthly_rent",
  "service_fees",
  "total_ongoing_fee",
  "recurring",
  "quarter_charge",
  "amount_due",
  "base_amount",
  "fees",
  "invoice_amount",
  "amount_at_risk",
  "sow_amount_at_risk",
  "at_risk_amount",
  "annual_fee",
];

interface Asked {
  readonly amount: Amount;
  readonly times?: Award["times"];
  readonly plan?: Partial<CreditPlan>;
  readonly facts?: Partial<CreditFacts>;
  readonly results?: readonly LevelFacts[];
  readonly charges?: Fraction | null;
}

/** Asks the engine for the credits of one award on the charges of the case; one plain miss unless said otherwise. */
export function ask(input: Input, asked: Asked): CreditStatement {
  const { plan, facts, results = [missOf("level")] } = asked;
  const charges = asked.charges === undefined ? maybe(input, ...fees) : asked.charges;
  return creditsOf(
    emptyPlan(word(input, "currency"), {
      ...plan,
      bases: { charges: charges === null && asked.charges === undefined ? nothing : stated, ...plan?.bases },
      awards: plan?.awards ?? [plainAward(asked.amount, { times: asked.times ?? [] })],
    }),
    emptyFacts({ ...facts, bases: { charges, ...facts?.bases }, results }),
  );
}

/** A case without charges has no base to wait for. */
const nothing = { kind: "sum", of: [] } as const;

/** A base of which the days in force count. */
export const prorated: Base = { kind: "stated", negative: "zero", missing: "held", prorated: "days" };

export const shareOf = (part: Fraction): Amount => ({ kind: "share", of: "charges", share: part });
export const sum = (given: Fraction): Amount => ({ kind: "fixed", amount: given });
export const entered: Amount = { kind: "entered", by: "entered" };

/** Results that bring their amount with them. */
export const enteredResults = (amounts: readonly Fraction[], event: string | null = null): LevelFacts[] =>
  amounts.map((given, index) => missOf(`level ${index}`, { facts: { entered: given }, event }));

export const capOf = (part: Fraction, scope: "period" | "year" = "period"): Limit => ({
  kind: "at most",
  scope,
  category: null,
  cap: { kind: "share", of: "charges", share: part },
  excess: "lapses",
});

/** A cap of the period in a share of another base. */
export const capOn = (of: string, part: Fraction, excess: "lapses" | "carried" = "lapses"): Limit => ({
  kind: "at most",
  scope: "period",
  category: null,
  cap: { kind: "share", of, share: part },
  excess,
});

export const capAt = (given: Fraction, scope: "period" | "year" = "period"): Limit => ({
  kind: "at most",
  scope,
  category: null,
  cap: { kind: "amount", amount: given },
  excess: "lapses",
});

/** The cap of a case in percent of its charges, if it has one. */
export function capsOf(input: Input): readonly Limit[] {
  const names = ["cap_pct", "cap_pct_of_charges", "month_cap_pct"].filter((one) => has(input, one));
  return names.map((name) => capOf(share(input, name)));
}

export const weight = (name: string, part: Fraction, from = 0): Weight => ({
  name,
  share: part,
  from: from as Day,
  setBy: "client",
  noticeGiven: null,
  reason: "as agreed",
});

/** Rows from `at_least`, each giving a percentage. */
export const rowsOf = (input: Input, name: string, gives: string): readonly Row[] =>
  list(input, name).map((row) => rowOf(row, "at_least", percent(String(row[gives]))));

export function rowOf(row: Input, edge: string, give: Fraction): Row {
  const named = { name: word(row, "level") };
  return row[edge] === null || row[edge] === undefined
    ? { kind: "others", give, ...named }
    : { kind: edge === "at_least" ? "from" : "upto", edge: number(row[edge]), give, ...named };
}

/** What a statement says, in the words of the cases. */
export function told(statement: CreditStatement): Answer {
  const { lines, bases } = statement;
  return {
    credit: statement.status === "waiting for base" ? null : statement.credit,
    deduction: statement.credit,
    damages: statement.credit,
    total: statement.credit,
    uncapped: statement.computed,
    computed: statement.computed,
    sum: statement.computed,
    capped: statement.credit,
    exact: statement.exact,
    credit_exact: statement.exact,
    lapsed: statement.lapsed,
    carried: statement.carried,
    offset: statement.offset,
    cap_applied: statement.capped,
    cap_reached: statement.capped,
    annual_cap_reached: statement.capped,
    base: bases.charges,
    pct: inPercent(lines[0]?.share),
    row: lines[0]?.row,
    credits: lines.map(({ given }) => given),
    failure_counts: lines.every(({ state }) => state !== "met" && state !== "not applicable"),
    still_counts_as_failure: lines.every(({ state }) => state !== "met" && state !== "not applicable"),
    status: statement.status === "waiting for base" ? "waiting_for_base" : lines[0]?.state.replaceAll(" ", "_"),
  };
}
