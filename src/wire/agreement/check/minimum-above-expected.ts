import type { Mark } from "../../../engine/agreement/quantity.ts";
import { compare } from "../../../engine/number/fraction.ts";
import type { Complaint } from "../problem.ts";
import { atValue, eachLevel } from "./rule.ts";
import { writeMark, writeQuantity } from "./text.ts";

/** A minimum looks the same way as the expected mark, and is easier to reach. */
export const minimumAboveExpected = eachLevel(({ level, path }) => [
  ...targetComplaints(path, level.expected, level.minimum),
  ...(level.stages ?? []).flatMap(({ expected, minimum }, index) =>
    targetComplaints([...path, "stages", String(index)], expected, minimum),
  ),
]);

function targetComplaints(
  path: readonly string[],
  expected: Mark | undefined,
  minimum: Mark | undefined,
): readonly Complaint[] {
  if (expected === undefined || minimum === undefined) return [];
  const at = [...path, "minimum"];
  const upwards = looksUp(expected);
  if (upwards !== looksUp(minimum)) {
    const message = `'${writeMark(minimum)}' looks the other way than '${writeMark(expected)}'.`;
    return [atValue(at, { code: "direction-differs", message, way_out: `Write '${expected.direction} …' for both.` })];
  }
  if (expected.quantity.unit !== minimum.quantity.unit) {
    const message = `'${writeMark(minimum)}' and '${writeMark(expected)}' are counted in different units.`;
    return [atValue(at, { code: "unit-differs", message, way_out: "Give both the same unit." })];
  }
  const difference = compare(minimum.quantity.value, expected.quantity.value);
  if (upwards ? difference <= 0 : difference >= 0) return [];
  const message = `minimum ${writeQuantity(minimum.quantity)} is stricter than expected ${writeQuantity(expected.quantity)}.`;
  return [atValue(at, { code: "minimum-above-expected", message, way_out: "Exchange them, or drop the minimum." })];
}

const looksUp = ({ direction }: Mark): boolean => direction === "at least" || direction === "more than";
