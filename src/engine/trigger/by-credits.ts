import type { CreditsDocument } from "../agreement/document/improvement.ts";
import type { Money } from "../agreement/quantity.ts";
import { compare, type Fraction, times } from "../number/fraction.ts";
import { countedBy, countsIn } from "./counts.ts";
import type { CreditMonth } from "./credit-month.ts";
import type { Completion, Counted, CreditFigure, Why } from "./effect.ts";
import type { PlanName, Trigger } from "./trigger.ts";

const once: Counted = { kind: "in a row", times: 1, outOf: 1 };

/**
 * Months of a credit plan with a credit, with at least so much of one, or in which its limit was reached: one, or as
 * many as are counted. A month of which nothing is known yet is stepped over.
 */
export function byCredits(trigger: Trigger, credits: readonly CreditMonth[]): readonly Completion[] {
  const { plan, credits: owed } = trigger;
  if (plan === null) return [];
  const months = credits
    .filter((month) => month.plan === plan.id)
    .toSorted((a, b) => a.period.start - b.period.start || a.period.end - b.period.end);
  const counted = countedBy(trigger) ?? once;
  const isHit = (month: CreditMonth): boolean => (owed === undefined ? month.capped : isOwed(owed, month));
  return countsIn(months, counted, isHit).map((hits) => completed(plan, hits, whyOf(owed, hits, counted)));
}

/** A credit of nothing reaches no share of anything. */
function isOwed({ at_least }: CreditsDocument, month: CreditMonth): boolean {
  if (month.credit.n <= 0n) return false;
  if (at_least === undefined) return true;
  const least = "of" in at_least ? shareOf(at_least, month) : sameMoney(at_least, month.currency);
  return least !== null && compare(month.credit, least) >= 0;
}

function shareOf({ share, of }: { readonly share: Fraction; readonly of: string }, { bases }: CreditMonth) {
  const base = baseOf(of, bases);
  return base === null ? null : times(share, base);
}

const sameMoney = ({ amount, currency }: Money, own: string): Fraction | null => (currency === own ? amount : null);

const baseOf = (name: string, bases: CreditMonth["bases"]): Fraction | null =>
  Object.hasOwn(bases, name) ? (bases[name] ?? null) : null;

function whyOf(owed: CreditsDocument | undefined, hits: readonly CreditMonth[], counted: Counted): Why {
  const atLeast = owed?.at_least ?? null;
  const of = atLeast !== null && "of" in atLeast ? atLeast.of : null;
  const months = hits.map((month) => figureOf(month, of));
  return owed === undefined ? { kind: "limit", months, counted } : { kind: "credits", months, atLeast, counted };
}

function figureOf({ period, credit, currency, bases }: CreditMonth, of: string | null): CreditFigure {
  const base = of === null ? null : baseOf(of, bases);
  return {
    period,
    credit: { amount: credit, currency },
    base: base && { amount: base, currency },
  };
}

function completed(plan: PlanName, hits: readonly CreditMonth[], why: Why): Completion {
  const newest = hits.at(-1);
  if (newest === undefined) throw new Error("completed by no month");
  return { about: { kind: "plan", plan }, why, periods: hits.map(({ period }) => period), at: newest.period.end };
}
