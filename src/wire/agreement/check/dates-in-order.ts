import { type Day, writeDay } from "../../../engine/time/civil.ts";
import type { Complaint } from "../problem.ts";
import { atValue, type Rule } from "./rule.ts";

/** Dated amounts and dated sets of weights follow each other, each valid until the next. */
export const datesInOrder: Rule = ({ charges, credit_plans }) => [
  ...Object.entries(charges).flatMap(([id, { amounts }]) => complaints(["charges", id, "amounts"], amounts)),
  ...Object.entries(credit_plans).flatMap(([id, { weights }]) =>
    complaints(["credit_plans", id, "weights"], weights ?? []),
  ),
];

function complaints(path: readonly string[], dated: readonly { readonly from: Day }[]): readonly Complaint[] {
  return dated.flatMap(({ from }, index) => {
    const before = dated[index - 1]?.from;
    if (before === undefined || before < from) return [];
    const message = `${writeDay(from)} does not come after ${writeDay(before)}, which stands above it.`;
    return [
      atValue([...path, String(index), "from"], { code: "out-of-order", message, way_out: "Put the earliest first." }),
    ];
  });
}
