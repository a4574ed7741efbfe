import type { Fraction } from "../../../../engine/number/fraction.ts";
import type { Complaint } from "../../problem.ts";
import { atValue } from "../rule.ts";
import { eachPlan } from "./plan-place.ts";

/** Nothing that a plan gives, counts or multiplies by is below zero: a credit would turn into a charge. */
export const belowZero = eachPlan(({ plan, path }) =>
  (["awards", "points", "repeat", "override", "limits", "bonus", "rates"] as const).flatMap((part) =>
    negatives(plan[part], [...path, part]),
  ),
);

function negatives(value: unknown, path: readonly string[]): readonly Complaint[] {
  if (typeof value !== "object" || value === null) return [];
  if (isNumber(value)) return value.n < 0n ? [complaint(path)] : [];
  if (isMoney(value)) return negatives(value.amount, path);
  return Object.entries(value).flatMap(([name, one]) => (edges.includes(name) ? [] : negatives(one, [...path, name])));
}

/** A row may begin below zero: it is a place on a scale, nothing that is given. */
const edges: readonly string[] = ["from", "upto", "target", "above"];

const isNumber = (value: object): value is Fraction => "n" in value && typeof value.n === "bigint";
const isMoney = (value: object): value is { readonly amount: Fraction } => "currency" in value && "amount" in value;

function complaint(path: readonly string[]): Complaint {
  const message = "it is below zero: the credit would be a charge.";
  return atValue(path, { code: "below-zero", message, way_out: "Write zero or more." });
}
