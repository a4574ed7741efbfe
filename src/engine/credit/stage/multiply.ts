import { times } from "../../number/fraction.ts";
import { factorOf } from "../rule/factor-of.ts";
import { givenBy } from "./trace.ts";
import { type Staged, type Working, withItems } from "./working.ts";

/** Stage 8: repeats, flags, counts and shares on what each failure gives. */
export function multiply(working: Working): Staged {
  const items = working.items.map((item) => {
    const given = (item.award?.times ?? []).map((factor) => factorOf(factor, item)).reduce(times, item.line.given);
    return { ...item, line: { ...item.line, given } };
  });
  const line = { stage: 8, rule: "factors", inputs: givenBy(working.items), result: givenBy(items) };
  return { value: withItems(working, items), line };
}
