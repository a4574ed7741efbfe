import type { PointsOfPlan } from "../../../../engine/agreement/document/credit-limit.ts";
import type { Complaint } from "../../problem.ts";
import { atKey } from "../rule.ts";
import { giftAt, giftsOf } from "./gifts-of.ts";
import { eachPlan } from "./plan-place.ts";

/** Points become money in exactly one way, and there is a way where there are points. */
export const pointsWhole = eachPlan(({ plan, path }) => {
  const inPoints = plan.awards.findIndex(
    ({ gives }) => gives.units === undefined && giftsOf(gives, []).some(({ kinds }) => kinds.includes("points")),
  );
  const at = [...path, "points"];
  if (plan.points === undefined) return inPoints < 0 ? [] : [conversionMissing(path, inPoints)];
  return [...wayComplaints(at, plan.points), ...(inPoints < 0 ? [withoutPoints(at)] : [])];
});

function conversionMissing(path: readonly string[], index: number): Complaint {
  const message = "this award gives points, and nothing says what points become.";
  const at = [...path, "awards", String(index), "gives"];
  return atKey(at, { code: "points-not-converted", message, way_out: "Add 'points' to the plan.", names: "points" });
}

function withoutPoints(path: readonly string[]): Complaint {
  const message = "no award gives points.";
  return atKey(path, { code: "field-without-use", message, way_out: "Remove it, or give points.", weight: "warning" });
}

function wayComplaints(path: readonly string[], points: PointsOfPlan): readonly Complaint[] {
  const ways = (["money_each", "share_each", "rows"] as const).filter((way) => points[way] !== undefined);
  if (ways.length !== 1) {
    const message = "points become 'money_each', 'share_each' or what 'rows' give, one of them.";
    return [atKey(path, { code: "points-unclear", message, way_out: ways.length === 0 ? "Add one." : "Keep one." })];
  }
  const idle = [
    { field: "bands", isIdle: points.bands !== undefined && points.money_each === undefined, needs: "money_each" },
    {
      field: "free",
      isIdle: points.free !== undefined && points.rows !== undefined,
      needs: "money_each or share_each",
    },
    { field: "of", isIdle: points.of !== undefined && points.rows === undefined, needs: "rows" },
  ];
  const useless = idle
    .filter(({ isIdle }) => isIdle)
    .map(({ field, needs }) => {
      const message = `'${field}' means nothing without '${needs}'.`;
      return atKey([...path, field], { code: "field-without-use", message, way_out: "Remove it." });
    });
  return [...useless, ...rowComplaints(path, points)];
}

/** Rows of points give shares of one base, or money. */
function rowComplaints(path: readonly string[], { rows = [], of }: PointsOfPlan): readonly Complaint[] {
  const gifts = rows.map((row, index) => giftAt(row, [...path, "rows", String(index)]));
  const wanted = of === undefined ? "amount" : "share";
  return gifts
    .filter(({ kinds }) => kinds.length !== 1 || kinds[0] !== wanted)
    .map(({ path: at }) => {
      const message = of === undefined ? "without 'of' each row gives an amount." : "with 'of' each row gives a share.";
      const way_out = of === undefined ? "Write an amount, or add 'of' to points." : "Write a share.";
      return atKey(at, { code: "gives-unclear", message, way_out });
    });
}
