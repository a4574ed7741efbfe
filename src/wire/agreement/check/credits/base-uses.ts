import type { CreditPlanDocument } from "../../../../engine/agreement/document/credit-plan.ts";

/** A place where a base is named. */
export interface BaseUse {
  readonly path: readonly string[];
  readonly base: string;
  /** Whether `weight` may stand there for the weight of the level. */
  readonly mayBeWeight: boolean;
}

/** Every place of a plan where a base is named by something else than another base. */
export function baseUses(plan: CreditPlanDocument, path: readonly string[]): readonly BaseUse[] {
  const { awards, limits = [], weight_rules, override, points, bonus } = plan;
  return [
    ...awards.flatMap(({ gives, at_most }, index) => {
      const at = [...path, "awards", String(index)];
      const inGives = use([...at, "gives", "of"], gives.of).map((one) => ({ ...one, mayBeWeight: true }));
      return [...inGives, ...ofShare([...at, "at_most"], at_most)];
    }),
    ...limits.flatMap(({ at_most }, index) => ofShare([...path, "limits", String(index), "at_most"], at_most)),
    ...use([...path, "weight_rules", "divide"], weight_rules?.divide),
    ...use([...path, "override", "gives", "of"], override?.gives.of),
    ...use([...path, "points", "of"], points?.of),
    ...ofShare([...path, "points", "share_each"], points?.share_each),
    ...use([...path, "bonus", "of"], bonus?.of),
    ...ofShare([...path, "bonus", "at_most"], bonus?.at_most),
  ];
}

const use = (path: readonly string[], base: string | undefined): readonly BaseUse[] =>
  base === undefined ? [] : [{ path, base, mayBeWeight: false }];

const ofShare = (path: readonly string[], said: object | undefined): readonly BaseUse[] =>
  said && "of" in said && typeof said.of === "string" ? use([...path, "of"], said.of) : [];
