import type { CreditPlanDocument } from "../../../../engine/agreement/document/credit-plan.ts";
import type { ContractDocument } from "../../../../engine/agreement/document/document.ts";
import { entry } from "../../../../engine/agreement/document/written.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { baseUses } from "./base-uses.ts";
import { eachPlan } from "./plan-place.ts";

/** No base is made of itself, and each is used by something. */
export const basesReached = eachPlan(({ id, plan, path, document }) => {
  const names = Object.keys(plan.bases);
  const inCircle = names.filter((name) => madeOf(plan, partsOf(plan, name)).has(name));
  const used = [...baseUses(plan, path).map(({ base }) => base), ...usedByTriggers(document, id)];
  const reached = new Set([...used, ...madeOf(plan, used)]);
  return [
    ...inCircle.slice(0, 1).map((name) => circle([...path, "bases", name], name)),
    ...names
      .filter((name) => !reached.has(name) && !inCircle.includes(name))
      .map((name) => unused([...path, "bases", name], name)),
  ];
});

/** The bases that one is made of, named in itself. */
function partsOf({ bases }: Pick<CreditPlanDocument, "bases">, name: string): readonly string[] {
  const base = entry(bases, name);
  if (base === undefined || base.charges !== undefined) return [];
  return [...(base.sum ?? []), ...(base.of === undefined ? [] : [base.of])];
}

/** These bases and all that they are made of. */
function madeOf(plan: CreditPlanDocument, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    open.push(...partsOf(plan, name));
  }
  return found;
}

const usedByTriggers = ({ improvement }: ContractDocument, id: string): readonly string[] =>
  Object.values(improvement.triggers ?? {}).flatMap(({ credits }) =>
    credits?.plan === id && credits.at_least && "of" in credits.at_least ? [credits.at_least.of] : [],
  );

function circle(path: readonly string[], name: string): Complaint {
  const message = `'${name}' is made of itself, by way of others or not.`;
  return atValue(path, { code: "circle", message, way_out: "Remove one of these references." });
}

function unused(path: readonly string[], name: string): Complaint {
  const message = `nothing is taken of '${name}'.`;
  return atKey(path, { code: "base-unused", message, way_out: "Use it, or remove it.", weight: "warning" });
}
