import type { AwardDocument } from "../../../../engine/agreement/document/credit-award.ts";
import { entry } from "../../../../engine/agreement/document/written.ts";
import { levelName } from "../../../../engine/credit/written/written-plan.ts";
import { hasMinimum, type PlanPlace } from "./plan-place.ts";

type Verdict = "at minimum" | "missed";

/** A level that an award is about, with the verdicts it asks for, those the level can have, and those left to it. */
interface Reached {
  readonly name: string;
  readonly path: readonly string[];
  readonly possible: readonly Verdict[];
  /** Without those that an award before it takes. */
  readonly left: readonly Verdict[];
}

export interface AwardReach {
  readonly award: AwardDocument;
  readonly path: readonly string[];
  /** For no level by name; such awards come after those for named levels. */
  readonly isGeneral: boolean;
  readonly reached: readonly Reached[];
}

/** What each award of a plan comes to hold for: named levels first, then in the order in which they are written. */
export function awardReach(place: PlanPlace): readonly AwardReach[] {
  const taken = new Map<string, readonly Verdict[]>();
  const all = place.plan.awards.map((award, index) => aboutOf(place, award, [...place.path, "awards", String(index)]));
  const inOrder = [...all.filter(({ isGeneral }) => !isGeneral), ...all.filter(({ isGeneral }) => isGeneral)];
  return inOrder.map(({ about, ...reach }) => {
    const reached = about.map(({ name, path }) => {
      const possible = possibleFor(place, name, reach.award.verdict);
      const before = taken.get(name) ?? [];
      taken.set(name, [...before, ...possible]);
      return { name, path, possible, left: possible.filter((verdict) => !before.includes(verdict)) };
    });
    return { ...reach, reached };
  });
}

/** The levels that an award still holds for in some verdict; an award by weight holds for levels with one. */
export function heldFor(place: PlanPlace, { award, isGeneral, reached }: AwardReach): readonly Reached[] {
  const left = reached.filter((one) => one.left.length > 0);
  if (!isGeneral || award.gives.of !== "weight") return left;
  const weighted = weightedLevels(place);
  return left.filter(({ name }) => weighted.has(name));
}

/** Levels with a weight above zero in some set. */
export function weightedLevels({ plan }: PlanPlace): ReadonlySet<string> {
  const shares = (plan.weights ?? []).flatMap((set) => Object.entries(set.shares));
  return new Set(shares.filter(([, share]) => share.n > 0n).map(([level]) => levelName(plan, level)));
}

interface About extends Omit<AwardReach, "reached"> {
  readonly about: readonly Pick<Reached, "name" | "path">[];
}

function aboutOf({ plan, levels }: PlanPlace, award: AwardDocument, path: readonly string[]): About {
  if (award.gives.by === "score") return { award, path, isGeneral: false, about: [{ name: "score", path }] };
  const { level, levels: several, category } = award;
  const isGeneral = level === undefined && several === undefined && category === undefined;
  const named = [
    ...(level === undefined ? [] : [{ level, path: [...path, "level"] }]),
    ...(several ?? []).map((one, index) => ({ level: one, path: [...path, "levels", String(index)] })),
    ...(category === undefined ? [] : (entry(plan.categories, category) ?? [])).map((one) => ({
      level: one,
      path: [...path, "category"],
    })),
  ];
  const about = isGeneral
    ? [...levels.keys()].map((name) => ({ name, path }))
    : named.map((one) => ({ name: levelName(plan, one.level), path: one.path }));
  return { award, path, isGeneral, about };
}

function possibleFor({ levels }: PlanPlace, name: string, verdict: Verdict | undefined): readonly Verdict[] {
  const level = levels.get(name);
  const can: readonly Verdict[] = level && !hasMinimum(level) ? ["missed"] : ["at minimum", "missed"];
  return verdict === undefined ? can : can.filter((one) => one === verdict);
}
