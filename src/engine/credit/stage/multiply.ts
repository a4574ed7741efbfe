import { times } from "../../number/fraction.ts";
import { factorOf } from "../rule/factor-of.ts";
import { givenBy } from "./trace.ts";
import { type Item, type Staged, type Working, withItems, withStep } from "./working.ts";

/** Stage 8: weights, repeats, flags, counts and shares on what each failure gives. */
export function multiply(working: Working): Staged {
  const items = working.items.map((item) => multiplied(item, working));
  const line = { stage: 8, rule: "factors", inputs: givenBy(working.items), result: givenBy(items) };
  return { value: withItems(working, items), line };
}

const multiplied = (item: Item, working: Working): Item =>
  (item.award?.times ?? []).reduce((now, factor) => {
    const { value, words, inputs } = factorOf(factor, now, working);
    const given = times(now.line.given, value);
    return withStep(now, { stage: 8, rule: factor.kind, inputs: { factor: value, ...inputs }, words, given });
  }, item);
