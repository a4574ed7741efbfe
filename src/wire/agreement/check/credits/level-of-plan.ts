import type { Complaint } from "../../problem.ts";
import { atValue } from "../rule.ts";
import { awardReach } from "./award-reach.ts";
import { eachPlan } from "./plan-place.ts";

/** A plan pays for the levels of its own agreement: an award for another level never holds. */
export const levelOfPlan = eachPlan((place) => {
  const { plan, levels } = place;
  return awardReach(place).flatMap(({ isGeneral, reached }): readonly Complaint[] =>
    reached
      .filter(({ name }) => !isGeneral && name.includes("/") && !levels.has(name) && !name.startsWith(`${plan.for}/`))
      .map(({ name, path }) => {
        const message = `'${name}' is no level of '${plan.for}', which this plan is for.`;
        return atValue(path, {
          code: "level-of-other-agreement",
          message,
          way_out: "Put it into a plan of its own agreement.",
        });
      }),
  );
});
