import type { LimitDocument, ShareOf } from "../../../../engine/agreement/document/credit-limit.ts";
import { entry } from "../../../../engine/agreement/document/written.ts";
import type { Money } from "../../../../engine/agreement/quantity.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { eachPlan } from "./plan-place.ts";

/** A limit is an upper or a lower one, and an upper one is above zero. */
export const limitsWhole = eachPlan(({ plan, path }) => [
  ...(plan.limits ?? []).flatMap((limit, index) => {
    const at = [...path, "limits", String(index)];
    return [
      ...limitComplaints(at, limit),
      ...capComplaints([...at, "at_most"], limit.at_most),
      ...emptyCategory(at, limit, plan.categories),
    ];
  }),
  ...plan.awards.flatMap(({ at_most }, index) => capComplaints([...path, "awards", String(index), "at_most"], at_most)),
  ...capComplaints([...path, "bonus", "at_most"], plan.bonus?.at_most),
]);

const carrying: readonly LimitDocument["per"][] = ["month", "quarter", "year", "contract year"];

function limitComplaints(path: readonly string[], limit: LimitDocument): readonly Complaint[] {
  const { per, category, at_most, at_least } = limit;
  if ((at_most === undefined) === (at_least === undefined)) {
    const message = "a limit says 'at_most' or 'at_least', one of them.";
    return [atKey(path, { code: "limit-unclear", message, way_out: at_most ? "Make two limits of it." : "Add one." })];
  }
  const idle = [
    { field: "category", isIdle: category !== undefined && per !== "category", needs: "'per: category'" },
    { field: "excess", isIdle: limit.excess !== undefined && at_most === undefined, needs: "'at_most'" },
    {
      field: "excess",
      isIdle: limit.excess === "carried" && !carrying.includes(per),
      needs: "a limit per month, quarter, year or contract year: above another one it lapses",
    },
    { field: "below", isIdle: limit.below !== undefined && at_least === undefined, needs: "'at_least'" },
  ];
  return [
    ...idle
      .filter(({ isIdle }) => isIdle)
      .map(({ field, needs }) => {
        const message = `'${field}' means nothing without ${needs}.`;
        return atKey([...path, field], { code: "field-without-use", message, way_out: "Remove it." });
      }),
    ...(at_least !== undefined && per !== "month" ? [leastOfMonth(path)] : []),
  ];
}

function leastOfMonth(path: readonly string[]): Complaint {
  const message = "the least that is paid is held against the credit of a month.";
  return atValue([...path, "per"], { code: "limit-unclear", message, way_out: "Write 'per: month'." });
}

function capComplaints(path: readonly string[], cap: ShareOf | Money | undefined): readonly Complaint[] {
  const size = cap && ("share" in cap ? cap.share : cap.amount);
  if (size === undefined || size.n > 0n) return [];
  const message = "nothing at all would be paid.";
  return [atValue(path, { code: "limit-zero", message, way_out: "Write more than zero." })];
}

function emptyCategory(
  path: readonly string[],
  { per, category }: LimitDocument,
  categories: Readonly<Record<string, readonly string[]>> | undefined,
): readonly Complaint[] {
  if (per !== "category" || categories !== undefined || (category && entry(categories, category))) return [];
  const message = "this plan has no categories, so this limit never holds.";
  return [
    atValue([...path, "per"], { code: "categories-missing", message, way_out: "Add categories.", names: "categories" }),
  ];
}
