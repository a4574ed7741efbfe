import { entry } from "../../../../engine/agreement/document/written.ts";
import type { Money } from "../../../../engine/agreement/quantity.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { eachPlan, type PlanPlace } from "./plan-place.ts";

/** Money of a plan is in its currency, or in one that the plan has a rate for from its first day on. */
export const moneyRate = eachPlan((place) => [
  ...[...moneyIn(place.plan, place.path), ...chargesIn(place)].flatMap((one) => complaints(place, one)),
  ...rateComplaints(place),
]);

interface Paid {
  readonly path: readonly string[];
  readonly currency: string;
}

/** Every amount of money, wherever it stands. */
function moneyIn(value: unknown, path: readonly string[]): readonly Paid[] {
  if (typeof value !== "object" || value === null) return [];
  if (isMoney(value)) return [{ path, currency: value.currency }];
  return Object.entries(value).flatMap(([name, inside]) => moneyIn(inside, [...path, name]));
}

const isMoney = (value: object): value is Money =>
  "amount" in value && "currency" in value && typeof value.currency === "string" && Object.keys(value).length === 2;

/** Charges are in the currency that they are written in. */
function chargesIn({ plan, path, document }: PlanPlace): readonly Paid[] {
  return Object.entries(plan.bases).flatMap(([id, { charges }]) =>
    (charges ?? []).flatMap((charge, index) => {
      const amount = entry(document.charges, charge)?.amounts[0]?.amount;
      return amount ? [{ path: [...path, "bases", id, "charges", String(index)], currency: amount.currency }] : [];
    }),
  );
}

function complaints({ plan, currency }: PlanPlace, paid: Paid): readonly Complaint[] {
  if (paid.currency === currency || (plan.rates ?? []).some(({ of }) => of === paid.currency)) return [];
  const message = `the credits of this plan are in ${currency}, and it has no rate of ${paid.currency}.`;
  const way_out = `Write the amount in ${currency}, or add a rate of ${paid.currency} under rates.`;
  return [atValue(paid.path, { code: "other-currency", message, way_out })];
}

function rateComplaints({ plan, path, currency }: PlanPlace): readonly Complaint[] {
  const rates = plan.rates ?? [];
  return rates.flatMap(({ of, from, rate }, index) => {
    const at = [...path, "rates", String(index)];
    const isFirst = rates.every((one) => one.of !== of || one.from >= from);
    return [
      ...(of === currency ? [idle([...at, "of"], of)] : []),
      ...(rate.n > 0n ? [] : [tooSmall([...at, "rate"])]),
      ...(isFirst && from > plan.from && of !== currency ? [late([...at, "from"], of)] : []),
    ];
  });
}

const idle = (path: readonly string[], of: string): Complaint =>
  atKey(path, {
    code: "field-without-use",
    message: `the plan is in ${of}, which needs no rate.`,
    way_out: "Remove the rate, or write the other currency.",
  });

const tooSmall = (path: readonly string[]): Complaint =>
  atValue(path, { code: "count-too-small", message: "it would be worth nothing.", way_out: "Write more than 0." });

const late = (path: readonly string[], of: string): Complaint =>
  atValue(path, {
    code: "rate-begins-late",
    message: `before this day the plan has no rate of ${of}.`,
    way_out: "Add a rate from the first day of the plan.",
    weight: "warning",
  });
