import type { Found } from "../../finding/finding.ts";
import { compare } from "../../number/fraction.ts";
import { type CountedRecord, countRecords, type Mark, momentsFor } from "../counted-records.ts";
import { fieldValue } from "../field-value.ts";
import type { MeasureInput } from "../input.ts";
import type { Measurement } from "../measurement.ts";
import { usualMoments } from "../moment-of.ts";
import { readValue } from "../read-value.ts";
import { select } from "../select.ts";
import { reason, shareOf } from "../tally.ts";

/** Good records over all counted in the period; also the share of answers that are good. */
export function shareOfRecords(input: MeasureInput): Found<Measurement> {
  const moments = momentsFor(input, input.level.of ? usualMoments[input.level.of] : []);
  const tally = countRecords(input, { moments, mark: (record) => markOf(input, record) });
  return { value: shareOf(tally), findings: [] };
}

/** Good as the level says; without a definition of good every counted record is. */
function markOf({ level }: MeasureInput, record: CountedRecord): Mark {
  const { fact, at, until } = record;
  const off = scoreOffScale(level, record);
  if (off !== null) return { good: null, value: null, why: reason("off-scale", { field: "score", value: off }) };
  const selected = select(fact, level.good ?? {}, { at, until });
  if (selected.kind === "holds") return { good: true, value: null, why: reason("good") };
  if (selected.kind === "missing")
    return { good: null, value: null, why: reason("field-missing", { field: selected.field }) };
  const facts = { field: selected.field, value: selected.value ?? "" };
  return { good: false, value: null, why: reason("not-good", facts) };
}

/** The score of an answer that lies outside of the agreed scale: nobody knows what was meant. */
function scoreOffScale({ scale }: MeasureInput["level"], { fact, at, until }: CountedRecord): string | null {
  const text = scale && fieldValue(fact, "score", { at, until });
  const score = readValue(text);
  if (!scale || score === null) return null;
  return compare(score, scale.from) < 0 || compare(score, scale.to) > 0 ? text : null;
}
