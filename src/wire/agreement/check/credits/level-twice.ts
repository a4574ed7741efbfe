import { levelName } from "../../../../engine/credit/written/written-plan.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { eachPlan } from "./plan-place.ts";

/** A level has one weight in a set and lies in one category, whether by its bare or its full id. */
export const levelTwice = eachPlan(({ plan, path }) => [
  ...(plan.weights ?? []).flatMap(({ shares }, index) => {
    const levels = Object.keys(shares).map((level) => ({
      level,
      at: [...path, "weights", String(index), "shares", level],
    }));
    return twice(plan, levels, "a weight in this set");
  }),
  ...twice(
    plan,
    Object.entries(plan.categories ?? {}).flatMap(([category, levels]) =>
      levels.map((level, index) => ({ level, at: [...path, "categories", category, String(index)] })),
    ),
    "a category",
  ),
]);

interface Named {
  readonly level: string;
  readonly at: readonly string[];
}

function twice(plan: { readonly for: string }, named: readonly Named[], what: string): readonly Complaint[] {
  const names = named.map(({ level }) => levelName(plan, level));
  return named.flatMap(({ level, at }, index) => {
    if (names.indexOf(names[index] ?? "") === index) return [];
    const message = `'${level}' has ${what} already.`;
    const fault = { code: "level-twice", message, way_out: "Keep one of them." };
    return [what === "a category" ? atValue(at, fault) : atKey(at, fault)];
  });
}
