import type { LevelDocument } from "../../../engine/agreement/document/level.ts";
import type { Mark, Unit } from "../../../engine/agreement/quantity.ts";
import type { MeasureKind } from "../../../engine/agreement/words.ts";
import type { Complaint } from "../problem.ts";
import { atValue, eachLevel } from "./rule.ts";
import { writeMark, writeQuantity } from "./text.ts";

/** A share is promised in percent, a time in hours and minutes, a number and a score bare. */
export const markUnit = eachLevel(({ level, path }) => {
  const units = unitsOf(level);
  const marks = [
    { at: [...path, "expected"], mark: level.expected },
    { at: [...path, "minimum"], mark: level.minimum },
    ...(level.stages ?? []).flatMap((stage, index) => [
      { at: [...path, "stages", String(index), "expected"], mark: stage.expected },
      { at: [...path, "stages", String(index), "minimum"], mark: stage.minimum },
    ]),
  ];
  return marks.flatMap(({ at, mark }) => (mark === undefined ? [] : complaints(at, mark, units)));
});

function complaints(path: readonly string[], mark: Mark, units: readonly Unit[]): readonly Complaint[] {
  const { unit } = mark.quantity;
  if (units.includes(unit)) return [];
  const said = `'${writeMark(mark)}'`;
  if (unit === "number" && units.includes("share")) {
    const way_out = `Write '${mark.direction} ${writeQuantity(mark.quantity)}%'.`;
    return [atValue(path, { code: "unit-missing", message: `${said} has no unit.`, way_out })];
  }
  const way_out = `Write ${units.map((one) => examples[one]).join(" or ")}.`;
  return [atValue(path, { code: "wrong-unit", message: `${said} does not fit what is measured.`, way_out })];
}

const examples: Readonly<Record<Unit, string>> = {
  share: "a share such as 95%",
  time: "a time such as 4h",
  number: "a bare number",
  points: "a bare number",
};

const ofMeasure: Readonly<Record<MeasureKind, readonly Unit[]>> = {
  "share in time": ["share"],
  "share of records": ["share"],
  "share of time": ["share"],
  "share of samples": ["share"],
  "share of answers": ["share"],
  average: ["time"],
  percentile: ["time"],
  number: ["number"],
  rate: ["share", "number"],
  "time between failures": ["time"],
  "time to restore": ["time"],
  "time between incidents": ["time"],
  backlog: ["number"],
  score: ["number"],
  entered: ["share", "time", "number"],
};

/** A figure of a field is counted as the field is. */
function unitsOf({ measure, clock, value }: LevelDocument): readonly Unit[] {
  const isOfField = (measure === "average" || measure === "percentile") && value !== undefined && clock === undefined;
  if (isOfField) return ["number", "time", "share"];
  return measure === "number" && value !== undefined ? ["number", "time", "share"] : ofMeasure[measure];
}
