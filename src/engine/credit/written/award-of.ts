import type { AwardDocument, GivesDocument } from "../../agreement/document/credit-award.ts";
import type { Term } from "../../agreement/document/written.ts";
import type { Award, Counts } from "../plan/award.ts";
import type { LevelRules } from "../plan/level.ts";
import { amountOfGives } from "./amount-of-gives.ts";
import { capOf } from "./cap-of.ts";
import { factorsOf } from "./factors-of.ts";
import { statesOf } from "./states.ts";
import { levelName, type WrittenPlan } from "./written-plan.ts";

/** An award of the plan, its levels by name. Awards for named levels are sorted before general ones by the plan. */
export function awardOf(
  plan: WrittenPlan,
  written: AwardDocument,
  levels: Readonly<Record<string, LevelRules>>,
): Award {
  const names = namesOf(plan, written);
  const better = levels[names?.[0] ?? ""]?.better ?? "higher";
  return {
    levels: names,
    states: written.verdict ? statesOf[written.verdict] : null,
    counts: written.counts ? countsOf(written.counts) : null,
    per: perOf(written.gives),
    unit: unitOf(written.gives),
    amount: amountOfGives(plan, written.gives, better),
    times: factorsOf(plan, written),
    atMost: written.at_most ? capOf(plan, written.at_most) : null,
  };
}

/** The level `score` stands for the score of the plan: rows by score are given for it, whatever failed. */
export const scoreLevel = "score";

function namesOf(
  { document }: WrittenPlan,
  { level, levels, category, gives }: AwardDocument,
): readonly string[] | null {
  if (gives.by === "score") return [scoreLevel];
  const named = [
    ...(level ? [level] : []),
    ...(levels ?? []),
    ...(category ? (document.categories?.[category] ?? []) : []),
  ];
  const isGeneral = level === undefined && levels === undefined && category === undefined;
  return isGeneral ? null : named.map((one) => levelName(document, one));
}

function perOf({ for_each: each }: GivesDocument): Award["per"] {
  if (each === "outage") return "outage";
  return each === "month" ? "period" : "failure";
}

const countsOf = ({ count, within, how = "from the nth" }: NonNullable<AwardDocument["counts"]>): Counts => ({
  count,
  months: within ? monthsOf(within) : 12,
  how,
});

/** Windows are counted in whole months, the month of the failure included. */
export function monthsOf(term: Term): number {
  if (term.kind === "months") return term.count;
  const days = term.kind === "time" ? Math.ceil(term.seconds / 86_400) : term.count;
  return Math.max(1, Math.round(days / 30));
}

function unitOf({ units, points, rows, shortfall, per_unit, bands }: GivesDocument): Award["unit"] {
  if (units) return units;
  const inside = [
    ...(rows ?? []),
    ...(bands ?? []),
    ...(shortfall ? [shortfall] : []),
    ...(per_unit ? [per_unit] : []),
  ];
  return points !== undefined || inside.some((gift) => gift.points !== undefined) ? "points" : "money";
}
