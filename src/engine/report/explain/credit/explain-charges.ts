import type { ChargeAmount, ChargeDocument } from "../../../agreement/document/charge.ts";
import type { BaseDocument } from "../../../agreement/document/credit-plan.ts";
import { entry } from "../../../agreement/document/written.ts";
import { versionAt } from "../../../agreement/resolve/versions.ts";
import { readMonth, writeMonth } from "../../../credit/later/months.ts";
import { isPartial, monthsOf } from "../../../credit/period/base-amounts.ts";
import type { Days } from "../../../credit/period/charges-of.ts";
import { inCurrency } from "../../../credit/written/written-plan.ts";
import { type Fraction, fraction, one, over, sum, times, zero } from "../../../number/fraction.ts";
import { addDays, type Day, dayOf, daysInMonth } from "../../../time/civil.ts";
import { periodLabel } from "../../words/period.ts";
import type { Derivation } from "../derivation.ts";
import { node } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { bare, money } from "./money-node.ts";

interface Charged {
  readonly id: string;
  readonly charge: ChargeDocument;
  readonly month: number;
}

/** An amount with what makes it: its value beside its node, so that sums follow. */
interface Part {
  readonly amount: Fraction;
  readonly node: Derivation;
}

/** The charges of a base one by one and month by month; of a part, the share of what failed. */
export function chargeNodes(of: CreditCase, base: BaseDocument, failing: readonly string[]): readonly Part[] {
  const months = monthsOf({ month: readMonth(of.month.period.id), contract: of.contract }, base.of);
  const agreed = base.prorated === "days" ? agreedDays(of) : null;
  return (base.charges ?? []).flatMap((id) => {
    const charge = entry(of.contract.charges, id);
    if (charge === undefined) return [];
    return months.map((month) => {
      const whole = monthOfCharge(of, { id, charge, month }, agreed);
      return isPartial(base) ? partOfCharge(of, { charge, whole, failing }) : whole;
    });
  });
}

/** Days the agreement of the plan is in force, as bases by days count them. */
function agreedDays({ month: { written, facts }, contract }: CreditCase): Days {
  const agreement = versionAt(contract, written.document.for, facts.start)?.agreement;
  const until = agreement?.until ?? contract.contract.until;
  return { from: agreement?.from ?? contract.contract.from, until: addDays(until, 1) };
}

interface PartOf {
  readonly charge: ChargeDocument;
  readonly whole: Part;
  readonly failing: readonly string[];
}

function partOfCharge({ month }: CreditCase, { charge, whole, failing }: PartOf): Part {
  const services = charge.services ?? [];
  const hit = services.filter((each) => failing.includes(each)).length;
  const part = services.length === 0 ? zero : fraction(hit, services.length);
  const count = (title: string, many: number): Derivation =>
    node({ title, operation: "given", ...bare(fraction(many)) });
  const share = node({
    title: "The part that failed",
    operation: services.length === 0 ? "given" : "ratio",
    ...bare(part),
    children: services.length === 0 ? [] : [count("Failed", hit), count("Charged for", services.length)],
  });
  const amount = times(whole.amount, part);
  const title = `${charge.title}, the part that failed`;
  return {
    amount,
    node: node({
      title,
      operation: "product",
      ...money(amount, month.written.currency),
      children: [whole.node, share],
    }),
  };
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** A charge in one month: the amount in force on its first day, or each amount for its days. */
function monthOfCharge(of: CreditCase, charged: Charged, agreed: Days | null): Part {
  const { charge, month } = charged;
  const title = `${charge.title}, ${periodLabel(writeMonth(month))}`;
  const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
  const start = dayOf(year, number, 1);
  const count = daysInMonth(year, number);
  if (agreed === null) return perMonth(of, { ...charged, amount: inForce(charge, start), title });
  const days = Array.from({ length: count }, (_, index) => (start + index) as Day);
  const inside = days.filter((day) => agreed.from <= day && day < agreed.until);
  const runs = [...Map.groupBy(inside, (day) => inForce(charge, day))];
  const parts = runs.map(([amount, own]) => {
    const whole = perMonth(of, { ...charged, amount, title: charge.title });
    return byDays(of, { whole, title: charge.title, days: own.length, count });
  });
  const total = sum(parts.map(({ amount }) => amount));
  const shown = money(total, of.month.written.currency);
  return {
    amount: total,
    node: node({ title: `${title}, by days`, operation: "sum", ...shown, children: parts.map((part) => part.node) }),
  };
}

interface ByDays {
  readonly whole: Part;
  readonly title: string;
  readonly days: number;
  readonly count: number;
}

function byDays({ month }: CreditCase, { whole, title, days, count }: ByDays): Part {
  const part = fraction(days, count);
  const given = (name: string, many: number): Derivation =>
    node({ title: name, operation: "given", ...bare(fraction(many)) });
  const share = node({
    title: "Days in force",
    operation: "ratio",
    ...bare(part),
    children: [given("In force", days), given("Days of the month", count)],
  });
  const amount = times(whole.amount, part);
  return {
    amount,
    node: node({
      title: `${title} for its days`,
      operation: "product",
      ...money(amount, month.written.currency),
      children: [whole.node, share],
    }),
  };
}

interface InForce extends Charged {
  readonly amount: ChargeAmount | null;
  readonly title: string;
}

/** What a charge comes to a month, from the amount as the contract states it. */
function perMonth({ month: { written } }: CreditCase, { id, charge, amount, title }: InForce): Part {
  const stated = amount?.amount ?? { amount: zero, currency: written.currency };
  const own = inCurrency(written, stated) ?? zero;
  const value = `${money(stated.amount, stated.currency).text} per ${charge.per}`;
  const term = { path: `charges.${id}.amounts`, clause: null, value, written: amount !== null };
  const rate = stated.amount.n === 0n ? one : over(own, stated.amount);
  const monthly = over(own, fraction(monthsIn[charge.per]));
  const leaf = node({ title, operation: "given", ...money(stated.amount, stated.currency), term });
  const converted =
    stated.currency === written.currency
      ? leaf
      : node({
          title: `${title} in ${written.currency}`,
          operation: "product",
          ...money(own, written.currency),
          children: [leaf, node({ title: "Rate", operation: "given", ...bare(rate) })],
        });
  if (charge.per === "month") return { amount: monthly, node: converted };
  const months = node({ title: "Months", operation: "given", ...bare(fraction(monthsIn[charge.per])) });
  return {
    amount: monthly,
    node: node({
      title: `${title}, one month of it`,
      operation: "ratio",
      ...money(monthly, written.currency),
      children: [converted, months],
    }),
  };
}

/** The amount from the newest day that has come; null before the first. */
function inForce({ amounts }: ChargeDocument, day: Day): ChargeAmount | null {
  return (
    amounts
      .filter(({ from }) => from <= day)
      .toSorted((a, b) => a.from - b.from)
      .at(-1) ?? null
  );
}
