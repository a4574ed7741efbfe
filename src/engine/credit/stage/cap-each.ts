import { least } from "../../number/fraction.ts";
import { capAmount } from "../rule/cap-amount.ts";
import { givenBy } from "./trace.ts";
import { type Staged, type Working, withItems } from "./working.ts";

/** Stage 9: no failure gives more than its award's own cap. */
export function capEach(working: Working): Staged {
  const items = working.items.map((item) => {
    const cap = item.award?.atMost ? capAmount(item.award.atMost, working.statement.bases) : null;
    return cap === null ? item : { ...item, line: { ...item.line, given: least(item.line.given, cap) } };
  });
  const line = { stage: 9, rule: "cap of each award", inputs: givenBy(working.items), result: givenBy(items) };
  return { value: withItems(working, items), line };
}
