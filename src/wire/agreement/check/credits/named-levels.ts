import type { CreditPlanDocument } from "../../../../engine/agreement/document/credit-plan.ts";

/** A level that a plan names, with where it does. */
interface NamedInPlan {
  readonly path: readonly string[];
  readonly level: string;
}

/** Every level that a plan names, so that each can be looked for. */
export function levelsNamedIn(plan: CreditPlanDocument, path: readonly string[]): readonly NamedInPlan[] {
  const { weights = [], awards, categories = {}, exclusive_groups: groups = [], improve = [] } = plan;
  return [
    ...weights.flatMap(({ shares }, index) => keyed([...path, "weights", String(index), "shares"], shares)),
    ...awards.flatMap(({ level, levels }, index) => [
      ...(level === undefined ? [] : [{ path: [...path, "awards", String(index), "level"], level }]),
      ...listed([...path, "awards", String(index), "levels"], levels),
    ]),
    ...Object.entries(categories).flatMap(([category, levels]) => listed([...path, "categories", category], levels)),
    ...keyed([...path, "free_until"], plan.free_until),
    ...keyed([...path, "score", "of"], plan.score?.of),
    ...groups.flatMap((group, index) => listed([...path, "exclusive_groups", String(index)], group)),
    ...listed([...path, "earn_back", "not_for"], plan.earn_back?.not_for),
    ...listed([...path, "bonus", "levels"], plan.bonus?.levels),
    ...improve.flatMap(({ levels }, index) => listed([...path, "improve", String(index), "levels"], levels)),
  ];
}

const listed = (path: readonly string[], levels: readonly string[] | undefined): readonly NamedInPlan[] =>
  (levels ?? []).map((level, index) => ({ path: [...path, String(index)], level }));

const keyed = (path: readonly string[], map: object | undefined): readonly NamedInPlan[] =>
  Object.keys(map ?? {}).map((level) => ({ path: [...path, level], level }));
