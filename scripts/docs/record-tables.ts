import type { MeasureKind, RecordKind } from "../../src/engine/agreement/words.ts";
import { recordKinds } from "../../src/engine/agreement/words.ts";
import { measureWords, momentWords, recordWords } from "../../src/engine/report/words/agreement-words.ts";
import { verdictMeanings, verdicts } from "../../src/engine/report/words/verdict.ts";
import { fieldsOfAll, fieldsOfKind, fieldWords } from "../../src/wire/agreement/check/field-of-records.ts";
import { fieldUses, measureNeeds, measureRecords } from "../../src/wire/agreement/check/measure-whole.ts";
import { heldMoments, momentsOf } from "../../src/wire/agreement/check/moment-of-records.ts";
import { code, table } from "./table.ts";

/** Each measure with the fields that it needs, those that it can use, and the records it can be taken of. */
export function measureTable(): string {
  const measures = Object.keys(measureNeeds) as MeasureKind[];
  const rows = measures.map((measure) => {
    const needs = measureNeeds[measure];
    const more = Object.entries(fieldUses).flatMap(([field, uses]) =>
      uses.includes(measure) && !(needs as readonly string[]).includes(field) ? [field] : [],
    );
    const of = (needs as readonly string[]).includes("of")
      ? (measureRecords[measure]?.join(", ") ?? "any records")
      : "";
    const also = clockOrValue.includes(measure) ? ["`clock` or `value`"] : [];
    return [
      code(measure),
      measureWords[measure],
      [...needs.map(code), ...also].join(" ") || "-",
      more
        .filter((field) => !(also.length > 0 && field === "value"))
        .map(code)
        .join(" ") || "-",
      of || "-",
    ];
  });
  return table(["Measure", "What it is", "Needs", "Can use", "Taken of"], rows);
}

/** A figure of a time needs the clock, one of a value its field. */
const clockOrValue: readonly MeasureKind[] = ["average", "percentile"];

/** What each moment is, and the kinds of records that have it. */
export function momentTable(): string {
  const rows = Object.entries(momentWords).map(([moment, { when }]) => [
    code(moment),
    `when ${when}`,
    heldMoments.includes(moment as (typeof heldMoments)[number])
      ? "all, in an OLA or UC"
      : recordKinds.filter((kind) => momentsOf[kind].some((one) => one === moment)).join(", "),
  ]);
  return table(["Moment", "What it is", "Records"], rows);
}

/** The fields of each kind beside those that all have. */
export function fieldTable(): string {
  return table(
    ["Records", "One of them", "Fields"],
    recordKinds.map((kind) => [code(kind), recordWords[kind].one, list(fieldsOf(kind))]),
  );
}

export const fieldsOfAllRecords = (): string => list(fieldsOfAll);

export const closedFields = (): string =>
  Object.entries(fieldWords)
    .map(([field, words]) => `${code(field)} takes ${words.map(code).join(" or ")}`)
    .join("; ");

export function verdictTable(): string {
  return table(
    ["Verdict", "What it says"],
    verdicts.toReversed().map((verdict) => [code(verdict), verdictMeanings[verdict]]),
  );
}

const fieldsOf = (kind: RecordKind): readonly string[] => fieldsOfKind[kind];
const list = (words: readonly string[]): string => words.map(code).join(" ");
