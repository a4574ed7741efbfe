import type { LevelDocument } from "../../../engine/agreement/document/level.ts";
import type { MeasureKind, RecordKind } from "../../../engine/agreement/words.ts";
import type { Complaint } from "../problem.ts";
import { atKey, atValue, eachLevel } from "./rule.ts";

/** A measure has the fields it is made of, and none that it cannot use. */
export const measureWhole = eachLevel(({ level, path }) => [
  ...lacking(level).map((field) => missing(path, field, level.measure)),
  ...idle(level).map((field) => useless(path, field, level.measure)),
  ...recordComplaints(path, level),
]);

type Field = keyof LevelDocument;

/** Fields that a measure cannot do without. */
export const measureNeeds: Readonly<Record<MeasureKind, readonly Field[]>> = {
  "share in time": ["of", "clock"],
  "share of records": ["of", "good"],
  "share of time": ["of"],
  "share of samples": ["of", "good"],
  "share of answers": ["of", "good"],
  average: ["of"],
  percentile: ["of", "percent"],
  number: ["of"],
  rate: ["of", "divided_by"],
  "time between failures": ["of"],
  "time to restore": ["of"],
  "time between incidents": ["of"],
  backlog: ["of"],
  score: ["parts", "points"],
  entered: [],
};

/** Fields that only some measures can use. */
export const fieldUses: Partial<Readonly<Record<Field, readonly MeasureKind[]>>> = {
  percent: ["percentile"],
  divided_by: ["rate"],
  weighted_by: ["share of time"],
  parts: ["score"],
  points: ["score"],
  left_out: ["score"],
  agreed_downtime: ["share of time", "time between failures", "time to restore"],
  sampled_every: ["share of samples", "average", "percentile"],
  scale: ["share of records", "share of answers"],
  stages: ["share in time"],
  abandoned: ["share in time"],
  trim: ["average"],
  slot: ["share of time", "share of samples", "average"],
  together: ["share of time", "time between failures", "time to restore"],
  value: ["average", "percentile", "number"],
  good: ["share of records", "share of samples", "share of answers"],
};

/** The kinds of records that a measure can be taken of; any, where it is not named. */
export const measureRecords: Partial<Readonly<Record<MeasureKind, readonly RecordKind[]>>> = {
  "share of time": ["outages", "incidents"],
  "share of samples": ["samples"],
  "share of answers": ["surveys"],
  "time between failures": ["outages", "incidents"],
  "time to restore": ["outages", "incidents"],
};

function lacking(level: LevelDocument): readonly Field[] {
  const lacks = measureNeeds[level.measure].filter((field) => level[field] === undefined);
  const isFigure = level.measure === "average" || level.measure === "percentile";
  const ofNothing = isFigure && level.clock === undefined && level.value === undefined;
  const noTarget = level.expected === undefined && (level.stages ?? []).length === 0;
  return [...lacks, ...(ofNothing ? (["clock"] as const) : []), ...(noTarget ? (["expected"] as const) : [])];
}

function idle(level: LevelDocument): readonly Field[] {
  const fields = (Object.keys(fieldUses) as Field[]).filter(
    (field) => level[field] !== undefined && !fieldUses[field]?.includes(level.measure),
  );
  return level.measure === "score" && level.of !== undefined ? [...fields, "of"] : fields;
}

function missing(path: readonly string[], field: Field, measure: MeasureKind): Complaint {
  const message = `a level that measures '${measure}' needs '${field}'.`;
  return atKey(path, { code: `${field.replaceAll("_", "-")}-missing`, message, way_out: "Add it to this level." });
}

function useless(path: readonly string[], field: Field, measure: MeasureKind): Complaint {
  const uses = fieldUses[field]?.map((word) => `'${word}'`).join(", ");
  const message = `'${field}' means nothing to a level that measures '${measure}'.`;
  const way_out = uses ? `It belongs to ${uses}. Remove it, or measure something else.` : "Remove it.";
  return atKey([...path, field], { code: "field-without-use", message, way_out });
}

function recordComplaints(path: readonly string[], { measure, of }: LevelDocument): readonly Complaint[] {
  const kinds = measureRecords[measure];
  if (of === undefined || kinds === undefined || kinds.includes(of)) return [];
  const message = `'${measure}' cannot be measured of ${of}.`;
  return [
    atValue([...path, "of"], { code: "wrong-records", message, way_out: `It is measured of ${kinds.join(" or ")}.` }),
  ];
}
