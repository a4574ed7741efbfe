import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { type AwardReach, awardReach } from "./award-reach.ts";
import { eachPlan } from "./plan-place.ts";

/** The first award that fits a failure holds: none may stand behind another that takes all of its failures. */
export const awardNeverHolds = eachPlan((place) => awardReach(place).flatMap(complaints));

/** Named levels are told one by one; where levels are meant together, only when none of them is left. */
function complaints(reach: AwardReach): readonly Complaint[] {
  const { award, path, isGeneral, reached } = reach;
  const impossible = reached.filter(({ possible }) => possible.length === 0);
  const shadowed = reached.filter(({ possible, left }) => possible.length > 0 && left.length === 0);
  if (!isGeneral && award.category === undefined) {
    return [
      ...impossible.map(({ name, path: at }) => noMinimum(at, `'${name}' has no minimum`)),
      ...shadowed.map(({ name, path: at }) => second(at, `for '${name}'`, award.verdict)),
    ];
  }
  if (reached.length === 0 || impossible.length + shadowed.length < reached.length) return [];
  const whom = isGeneral ? "the agreement" : "the category";
  if (shadowed.length > 0) return [second(path, `for each level of ${whom}`, award.verdict)];
  return [noMinimum([...path, "verdict"], `no level of ${whom} has a minimum`)];
}

function second(path: readonly string[], whom: string, verdict: string | undefined): Complaint {
  const said = verdict === undefined ? "" : ` and the verdict '${verdict}'`;
  const message = `another award ${whom}${said} comes first, so this one never holds.`;
  const way_out = "Keep one, or give each its own verdict.";
  return atValue(path, { code: "award-never-holds", message, way_out });
}

function noMinimum(path: readonly string[], why: string): Complaint {
  const message = `${why}, so it is never at minimum and this award never holds.`;
  const way_out = "Write 'verdict: missed', or give the level a minimum.";
  return atKey(path, { code: "verdict-never-reached", message, way_out, weight: "warning" });
}
