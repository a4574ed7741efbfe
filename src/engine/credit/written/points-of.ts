import { one, zero } from "../../number/fraction.ts";
import type { PointsRule } from "../plan/points.ts";
import { rowsOf } from "./edges.ts";
import { giftOf } from "./gift-of.ts";
import { inCurrency, type WrittenPlan } from "./written-plan.ts";

/** What points become; null where the plan says nothing of them. */
export function pointsOf(plan: WrittenPlan): PointsRule | null {
  const { points } = plan.document;
  if (!points) return null;
  const free = points.free ?? zero;
  if (points.rows) {
    const rows = rowsOf(points.rows, "points", (row) => giftOf(plan, row));
    return { kind: "rows", of: points.of ?? null, rows };
  }
  if (points.share_each) return { kind: "share each", ...points.share_each, free };
  const amount = points.money_each ? (inCurrency(plan, points.money_each) ?? zero) : one;
  if (!points.bands) return { kind: "money each", amount, free };
  const bands = points.bands.map(({ upto, factor }) => ({ upto: upto ?? null, give: factor }));
  return { kind: "bands", amount, free, bands };
}
