import { roundTo } from "../../number/rounding.ts";
import { written } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 17: the one rounding, half up, to the smallest unit of the currency. */
export function roundMoney(working: Working): Staged {
  const { exact } = working.statement;
  const credit = roundTo(exact, working.plan.minorPlaces);
  const inputs = { exact: written(exact), places: String(working.plan.minorPlaces) };
  return {
    value: withStatement(working, { credit }),
    line: { stage: 17, rule: "half up", inputs, result: { credit: written(credit) } },
  };
}
