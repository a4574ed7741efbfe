import type { AwardDocument } from "../../../../engine/agreement/document/credit-award.ts";
import type { CreditFact } from "../../../../engine/agreement/document/credit-words.ts";
import type { Complaint } from "../../problem.ts";
import { atValue } from "../rule.ts";
import { awardReach, heldFor } from "./award-reach.ts";
import { type Reader, readerOf } from "./ladders.ts";
import { eachPlan } from "./plan-place.ts";

/** A fact that the results of a level cannot give has to be entered each month; that is told before it is missed. */
export const factsGiven = eachPlan((place) =>
  awardReach(place).flatMap((reach) => {
    const readers = heldFor(place, reach).flatMap((one) => readerOf(place, one));
    return factsOf(reach.award, reach.path).flatMap((fact) => complaints(fact, readers));
  }),
);

interface FactPlace {
  readonly path: readonly string[];
  readonly fact: CreditFact | undefined;
}

function factsOf({ gives, times = [] }: AwardDocument, path: readonly string[]): readonly FactPlace[] {
  return [
    { path: [...path, "gives", "by"], fact: gives.by },
    { path: [...path, "gives", "per_unit", "count"], fact: gives.per_unit?.count },
    {
      path: [...path, "gives", "for_each"],
      fact: gives.for_each === "record out of time" ? "records out of time" : undefined,
    },
    ...times.flatMap(({ by, over }, index) => [
      { path: [...path, "times", String(index), "by"], fact: by },
      { path: [...path, "times", String(index), "over"], fact: over },
    ]),
  ];
}

const ofOutages: readonly CreditFact[] = ["outage minutes", "outage hours", "minutes beyond the allowance"];

function complaints({ path, fact }: FactPlace, readers: readonly Reader[]): readonly Complaint[] {
  if (fact === undefined) return [];
  const other = readers.find(({ level: { measure } }) => {
    const isOfTime = measure === "share of time";
    return fact === "records out of time" ? isOfTime : ofOutages.includes(fact) && !isOfTime;
  });
  if (other === undefined) return [];
  const message = `'${other.name}' measures '${other.level.measure}', which does not give '${fact}'.`;
  const way_out = "A person has to enter it each month under credit_entries; else nothing is given.";
  return [atValue(path, { code: "fact-not-measured", message, way_out, weight: "warning" })];
}
