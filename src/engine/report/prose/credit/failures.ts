import { entry } from "../../../agreement/document/written.ts";
import { longDay } from "../../words/dates.ts";
import { all } from "../../words/list.ts";
import { awardText, isNamed } from "./award-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { defined, levelNames, levelTitle, type ToldPlan } from "./told-plan.ts";

/** Groups of levels that the plan speaks of; nothing for a plan without any. */
export function categoryParts(told: ToldPlan): readonly PlanPart[] {
  const categories = Object.entries(told.plan.categories ?? {});
  if (categories.length === 0) return [];
  const said = categories.map(([id, levels]) => `${defined(id)} means ${all(levelNames(told, levels))}.`);
  return [part("Categories", said)];
}

/** What a failure is, and what each award gives for it, in the order in which awards are looked at. */
export function awardPart(told: ToldPlan): PlanPart {
  const { awards } = told.plan;
  const ordered = [...awards.filter(isNamed), ...awards.filter((award) => !isNamed(award))];
  return part("Credits", [
    "A failure is a result that is at minimum or missed, by the terms of its service level.",
    ...(isJudgedApart(told)
      ? [
          "A service level that is judged for several services, components, sites or priorities fails for each by itself.",
        ]
      : []),
    ...(ordered.length > 1 ? ["Of the rules that follow, the first that fits a failure holds for it."] : []),
    ...ordered.map((award) => awardText(told, award)),
    ...(awards.some(({ gives }) => gives.units !== undefined)
      ? ["Credits in transactions or days are stated as such and are no part of the money of the month."]
      : []),
    ...freeText(told),
  ]);
}

/** Whether an award reaches a level that is judged for each of several things. */
function isJudgedApart({ contract, plan }: ToldPlan): boolean {
  const levels = entry(contract.agreements, plan.for)?.service_levels ?? {};
  const named = plan.awards.flatMap(({ level, levels: some = [], category }) => [
    ...(level === undefined ? [] : [level]),
    ...some,
    ...(entry(plan.categories, category ?? "") ?? []),
  ]);
  const reached = plan.awards.some((award) => !isNamed(award)) ? Object.keys(levels) : named;
  return reached.some((id) => (entry(levels, id)?.judged_per ?? "all together") !== "all together");
}

/** Levels whose failures cost nothing at the start. */
const freeText = (told: ToldPlan): readonly string[] =>
  Object.entries(told.plan.free_until ?? {}).map(
    ([level, day]) =>
      `Failures of “${levelTitle(told, level)}” cost nothing in months that begin on or before ${longDay(day)}.`,
  );
