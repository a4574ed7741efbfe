import { levelName } from "../../../../engine/credit/written/written-plan.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { type AwardReach, awardReach, weightedLevels } from "./award-reach.ts";
import { eachPlan, type PlanPlace } from "./plan-place.ts";

/** A weight is there to be paid by, and a level that is paid by its weight has one. */
export const weightedLevelsPaid = eachPlan((place) => {
  if (place.plan.weights === undefined) return [];
  const reach = awardReach(place);
  return [...unpaid(place, reach), ...unweighted(place, reach)];
});

const paysByWeight = ({ award: { gives, times } }: AwardReach): boolean =>
  gives.of === "weight" || gives.by === "weight" || (times ?? []).some(({ by }) => by === "weight");

/** Told once for each level, in the first set that names it. */
function unpaid({ plan, path }: PlanPlace, reach: readonly AwardReach[]): readonly Complaint[] {
  const paid = new Set(
    reach
      .filter(paysByWeight)
      .flatMap(({ reached }) => reached.filter(({ left }) => left.length > 0).map(({ name }) => name)),
  );
  const told = new Set(paid);
  return (plan.weights ?? []).flatMap((set, index) =>
    Object.entries(set.shares).flatMap(([level, share]) => {
      const name = levelName(plan, level);
      if (share.n === 0n || told.has(name)) return [];
      told.add(name);
      const message = `no award gives '${level}' a share of its weight.`;
      const way_out = "Add an award with 'of: weight' for it, or take the weight away.";
      const at = [...path, "weights", String(index), "shares", level];
      return [atKey(at, { code: "weight-without-award", message, way_out, weight: "warning" })];
    }),
  );
}

function unweighted(place: PlanPlace, reach: readonly AwardReach[]): readonly Complaint[] {
  const weighted = weightedLevels(place);
  return reach
    .filter(({ award, isGeneral }) => !isGeneral && award.gives.of === "weight")
    .flatMap(({ reached }) => reached.filter(({ name }) => name !== "score" && !weighted.has(name)))
    .map(({ name, path }) => {
      const message = `'${name}' has no weight in any set, so this award gives it nothing.`;
      return atValue(path, {
        ...{ code: "award-without-weight", message, weight: "warning" },
        way_out: "Give it a weight, or award it otherwise.",
      });
    });
}
