import type { BaseDocument } from "../../agreement/document/credit-plan.ts";
import { type Fraction, one, over } from "../../number/fraction.ts";
import type { Base } from "../plan/base.ts";
import type { WrittenPlan } from "./written-plan.ts";

/** The bases of a plan: amounts that the facts of a period state, parts of others, and sums. */
export function basesOf({ document }: WrittenPlan): Readonly<Record<string, Base>> {
  return Object.fromEntries(Object.entries(document.bases).map(([name, base]) => [name, baseOf(base)]));
}

function baseOf(base: BaseDocument): Base {
  if (base.sum) return { kind: "sum", of: base.sum };
  if (base.charges === undefined && base.amount === undefined && base.entered === undefined && base.of !== undefined) {
    return { kind: "part", of: base.of, share: shareOf(base) };
  }
  return { kind: "stated", negative: base.negative ?? "zero", missing: base.missing ?? "held", prorated: "none" };
}

/** What part of its source a base is. */
export const shareOf = ({ share, divided_by: by }: BaseDocument): Fraction => {
  const part = share ?? one;
  return by === undefined || by.n === 0n ? part : over(part, by);
};
