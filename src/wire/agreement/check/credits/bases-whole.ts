import type { BaseDocument } from "../../../../engine/agreement/document/credit-plan.ts";
import { closest } from "../../closest.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { eachPlan } from "./plan-place.ts";

/** A base has exactly one source, and only the fields that its source can use. */
export const basesWhole = eachPlan(({ plan, path }) =>
  Object.entries(plan.bases).flatMap(([id, base]) => {
    const at = [...path, "bases", id];
    const unclear = sourceComplaints(at, base);
    return unclear.length > 0 ? unclear : [...idle(at, base), ...monthComplaints(at, base), ...divisor(at, base)];
  }),
);

/** The words for the months of charges. */
export const chargeMonths: readonly string[] = [
  ...["month of the miss", "month before", "month after"],
  ...["quarter of the miss", "quarter after", "contract year"],
];

function sourceComplaints(path: readonly string[], base: BaseDocument): readonly Complaint[] {
  const sources = (["charges", "sum", "amount", "entered"] as const).filter((field) => base[field] !== undefined);
  const written = [...sources, ...(base.of !== undefined && base.charges === undefined ? ["of"] : [])];
  if (written.length === 1) return [];
  const message =
    written.length === 0
      ? "nothing says what this base is."
      : `${written.map((one) => `'${one}'`).join(" and ")} both say what this base is.`;
  const way_out = written.length === 0 ? "Add one of charges, of, sum, amount and entered." : "Keep one of them.";
  return [atKey(path, { code: "base-unclear", message, way_out })];
}

/** Fields that need a source of their kind. */
function idle(path: readonly string[], base: BaseDocument): readonly Complaint[] {
  const rules = [
    { fields: ["part", "prorated"], needs: "charges", fits: base.charges !== undefined },
    { fields: ["missing"], needs: "entered", fits: base.entered !== undefined },
    { fields: ["share", "divided_by"], needs: "charges, of, amount or entered", fits: base.sum === undefined },
  ] as const;
  return rules.flatMap(({ fields, needs, fits }) =>
    fields
      .filter((field) => !fits && base[field] !== undefined)
      .map((field) => {
        const message = `'${field}' means nothing to this base: it belongs to one with ${needs}.`;
        return atKey([...path, field], { code: "field-without-use", message, way_out: "Remove it." });
      }),
  );
}

function monthComplaints(path: readonly string[], { charges, of }: BaseDocument): readonly Complaint[] {
  if (of === undefined || chargeMonths.includes(of) === (charges !== undefined)) return [];
  if (charges === undefined) {
    const message = `'${of}' is a month of charges, and no charges are named.`;
    return [atValue([...path, "of"], { code: "charges-missing", message, way_out: "Add 'charges', or name a base." })];
  }
  const close = closest(of, chargeMonths);
  const way_out = close ? `Did you mean '${close}'?` : `Write one of: ${chargeMonths.join(", ")}.`;
  const message = `'${of}' does not say which month's charges are meant.`;
  return [atValue([...path, "of"], { code: "unknown-word", message, way_out })];
}

function divisor(path: readonly string[], { divided_by: by }: BaseDocument): readonly Complaint[] {
  if (by === undefined || by.n > 0n) return [];
  const message = by.n === 0n ? "nothing can be divided by 0." : "a base is not divided by less than 0.";
  return [atValue([...path, "divided_by"], { code: "count-too-small", message, way_out: "Write more than 0." })];
}
