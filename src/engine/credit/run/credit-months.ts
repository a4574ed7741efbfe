import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import { documentAt } from "../../agreement/resolve/amended.ts";
import { versionAt } from "../../agreement/resolve/versions.ts";
import { type Fraction, sum, zero } from "../../number/fraction.ts";
import type { Period, Result } from "../../period/result.ts";
import { addDays, type Day, dateOf } from "../../time/civil.ts";
import { wallAt, type Zone } from "../../time/zone.ts";
import { creditsOf } from "../credits-of.ts";
import type { CreditEntry } from "../entry.ts";
import type { CreditFacts } from "../facts.ts";
import { monthOf, readMonth } from "../later/months.ts";
import type { Days } from "../period/charges-of.ts";
import { factsOf } from "../period/facts-of.ts";
import { paidLines } from "../rule/paid-lines.ts";
import { type PlanInForce, planOf, withLevels } from "../written/plan-of.ts";
import { closeMonth } from "./close-month.ts";
import type { CreditMonth } from "./month.ts";
import type { PastState } from "./past.ts";

/** A plan of a contract, the months it is run over, and all that is known of them. */
export interface RunInput {
  readonly document: ContractDocument;
  readonly plan: string;
  /** Months in order without a gap, from the first that the plan looks back to. */
  readonly months: readonly Period[];
  readonly zone: Zone;
  readonly results: readonly Result[];
  readonly entries: readonly CreditEntry[];
}

/**
 * The credits of every month of a plan, oldest first. Each month knows the ones before it: repeats, windows, caps of a
 * year, the bank, what is carried. So a month that is restated is restated by running all of them again: whatever
 * looks back to it follows by itself.
 */
export function creditMonths(input: RunInput): readonly CreditMonth[] {
  const done: CreditMonth[] = [];
  const past: PastState[] = [];
  for (const period of input.months) {
    const days = agreedPart(input, daysOf(input.zone, period));
    const inForce = planOf(input.document, input.plan, days.from);
    if (inForce === null) continue;
    const month = ofMonth(input, { period, days, inForce, past, done });
    done.push(month);
    past.push(...statesOf(month));
  }
  return done;
}

interface Running {
  readonly period: Period;
  readonly days: Days;
  readonly inForce: PlanInForce;
  readonly past: readonly PastState[];
  readonly done: readonly CreditMonth[];
}

function ofMonth(input: RunInput, { period, days, inForce: pinned, past, done }: Running): CreditMonth {
  const { document } = input;
  const results = resultsOf(input.results, pinned, period);
  const inForce = withLevels(
    pinned,
    results.map(({ level }) => level),
  );
  const entries = input.entries.filter(({ plan }) => plan === input.plan);
  const contract = documentAt(document, days.from);
  const facts = factsOf({
    inForce,
    contract,
    period,
    month: monthOf(days.from),
    days,
    agreed: agreedDays(document, inForce, days.from),
    results,
    entries,
    past,
    before: { credited: creditedBefore(done, days.from, document), carriedIn: carriedIn(done), bank: bankOf(done) },
  });
  const statement = creditsOf(inForce.plan, facts);
  const paid = paidLines(statement, { places: inForce.plan.minorPlaces, carriedIn: facts.carriedIn });
  const own = entries.filter(({ month }) => month === period.id);
  const open = { ...inForce, period, facts, statement, paid, entries: own };
  return closeMonth({ open, done, contract, days, states: [...past, ...statesOf(open)] });
}

/** Results of the plan's agreement whose period ends in the month. */
const resultsOf = (results: readonly Result[], { written }: PlanInForce, { start, end }: Period): readonly Result[] =>
  results.filter(
    ({ level, period }) => level.agreement === written.document.for && start < period.end && period.end <= end,
  );

function agreedDays(document: ContractDocument, { written }: PlanInForce, day: Day): Days {
  const agreement = versionAt(document, written.document.for, day)?.agreement;
  const until = agreement?.until ?? document.contract.until;
  return { from: agreement?.from ?? document.contract.from, until: addDays(until, 1) };
}

/** A month in which the agreement begins is looked at from that day on, with what holds then. */
function agreedPart({ document, plan }: RunInput, days: Days): Days {
  const agreement = entry(document.credit_plans, plan)?.for;
  const from = agreement === undefined ? undefined : entry(document.agreements, agreement)?.from;
  return from !== undefined && days.from < from && from < days.until ? { ...days, from } : days;
}

const daysOf = (zone: Zone, { start, end }: Period): Days => ({
  from: wallAt(zone, start).day,
  until: wallAt(zone, end).day,
});

const carriedIn = (done: readonly CreditMonth[]): Fraction => done.at(-1)?.statement.carried ?? zero;
const bankOf = (done: readonly CreditMonth[]): Fraction => done.at(-1)?.bank ?? zero;

/** Credits before a day, of the quarter, the year and the contract year it lies in. */
function creditedBefore(
  done: readonly CreditMonth[],
  day: Day,
  { contract }: ContractDocument,
): CreditFacts["credited"] {
  const now = monthOf(day);
  const first = (dateOf(contract.from).month - 1) % 12;
  const start = {
    quarter: now - (now % 3),
    year: now - (now % 12),
    contract: now - ((((now - first) % 12) + 12) % 12),
  };
  const since = (month: number): Fraction =>
    sum(done.filter(({ period }) => readMonth(period.id) >= month).map(({ statement }) => statement.credit));
  return { quarter: since(start.quarter), year: since(start.year), "contract year": since(start.contract) };
}

/** What the months that follow need to know of one. */
function statesOf({
  period,
  statement,
  facts,
}: Pick<CreditMonth, "period" | "statement" | "facts">): readonly PastState[] {
  const month = readMonth(period.id);
  return statement.lines.flatMap(({ level, group, state, value }, index) => {
    const result = facts.results[index];
    const isTold = result?.outage !== undefined && result.outage > 1;
    return isTold ? [] : [{ month, level, group, state, value: value ?? result?.facts.value ?? null }];
  });
}
