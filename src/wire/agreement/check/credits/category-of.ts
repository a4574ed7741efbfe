import type { CreditPlanDocument } from "../../../../engine/agreement/document/credit-plan.ts";
import { levelName } from "../../../../engine/credit/written/written-plan.ts";

/** The category of a level by its name in the plan. */
export function categoryOf(plan: CreditPlanDocument, name: string): string | undefined {
  const found = Object.entries(plan.categories ?? {}).find(([, levels]) =>
    levels.some((level) => levelName(plan, level) === name),
  );
  return found?.[0];
}
