import { compare } from "../../number/fraction.ts";
import type { Cap } from "../plan/limit.ts";
import { capAmount } from "../rule/cap-amount.ts";
import { givenBy } from "./trace.ts";
import { type Item, type Staged, type Working, withItems, withStep } from "./working.ts";

/** Stage 9: no failure gives more than the cap of its award and those of each failure. */
export function capEach(working: Working): Staged {
  const each = working.plan.limits.flatMap((limit) =>
    limit.kind === "at most" && limit.scope === "failure" ? [limit.cap] : [],
  );
  const items = working.items.map((item) => {
    const own = item.award?.atMost ? [item.award.atMost] : [];
    return item.line.unit === "money" ? [...own, ...each].reduce((now, cap) => within(now, cap, working), item) : item;
  });
  const line = { stage: 9, rule: "cap of each award", inputs: givenBy(working.items), result: givenBy(items) };
  return { value: withItems(working, items), line };
}

function within(item: Item, of: Cap, { statement }: Working): Item {
  const cap = capAmount(of, { ...statement.bases, ...item.result.bases });
  if (cap === null || compare(item.line.given, cap) <= 0) return item;
  return withStep(item, { stage: 9, rule: "cap of the award", inputs: { cap }, given: cap });
}
