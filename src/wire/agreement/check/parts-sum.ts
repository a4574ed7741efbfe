import { exactDecimal } from "../../../engine/number/decimal.ts";
import { compare, fraction, one, sum, times } from "../../../engine/number/fraction.ts";
import { atValue, eachLevel } from "./rule.ts";

/** The parts of a score add up to 100%. */
export const partsSum = eachLevel(({ level, path }) => {
  if (level.parts === undefined) return [];
  const total = sum(Object.values(level.parts));
  if (compare(total, one) === 0) return [];
  const message = `the parts add up to ${exactDecimal(times(total, fraction(100)))}%, not to 100%.`;
  return [atValue([...path, "parts"], { code: "parts-sum", message, way_out: "Raise or lower some of them." })];
});
