import { closest } from "../../closest.ts";
import { atKey, atValue } from "../rule.ts";
import { eachPlan } from "./plan-place.ts";

/** A category that is named is one of the plan's. */
export const unknownCategory = eachPlan(({ plan, path }) => {
  const known = Object.keys(plan.categories ?? {});
  const named = [
    ...plan.awards.map(({ category }, index) => ({ category, at: [...path, "awards", String(index), "category"] })),
    ...(plan.limits ?? []).map(({ category }, index) => ({
      category,
      at: [...path, "limits", String(index), "category"],
    })),
  ].map(({ category, at }) => ({ category, complain: (fault: Fault) => atValue(at, fault) }));
  const weighted = (plan.weights ?? []).flatMap(({ categories }, index) =>
    Object.keys(categories ?? {}).map((category) => ({
      category,
      complain: (fault: Fault) => atKey([...path, "weights", String(index), "categories", category], fault),
    })),
  );
  return [...named, ...weighted].flatMap(({ category, complain }) =>
    category === undefined || known.includes(category) ? [] : [complain(unknown(category, known))],
  );
});

type Fault = Parameters<typeof atValue>[1];

function unknown(category: string, known: readonly string[]): Fault {
  const close = closest(category, known);
  const way_out = close ? `Did you mean '${close}'?` : "Define it under categories of the plan.";
  return {
    code: "unknown-category",
    names: category,
    message: `'${category}' is not a category of this plan.`,
    way_out,
  };
}
