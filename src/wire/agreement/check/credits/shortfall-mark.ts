import type { Complaint } from "../../problem.ts";
import { atKey } from "../rule.ts";
import { awardReach, heldFor } from "./award-reach.ts";
import { readerOf } from "./ladders.ts";
import { eachPlan } from "./plan-place.ts";

/** A shortfall is counted from a mark that the level has, else from a target of its own. */
export const shortfallMark = eachPlan((place) =>
  awardReach(place).flatMap((reach): readonly Complaint[] => {
    const { shortfall } = reach.award.gives;
    if (shortfall === undefined || shortfall.target !== undefined) return [];
    const mark = shortfall.below ?? "expected";
    const without = heldFor(place, reach)
      .flatMap((one) => readerOf(place, one))
      .find(({ level }) => level[mark] === undefined);
    if (without === undefined) return [];
    const message = `'${without.name}' has no ${mark} mark that it could fall short of, so nothing is given for it.`;
    const way_out = "Write a target, or give the level the mark.";
    const at = [...reach.path, "gives", "shortfall"];
    return [atKey(at, { code: "shortfall-of-nothing", message, way_out, weight: "warning" })];
  }),
);
