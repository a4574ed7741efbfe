import type { Found } from "../../finding/finding.ts";
import { fraction, one, sum } from "../../number/fraction.ts";
import { countRecords, momentsFor } from "../counted-records.ts";
import { fieldValue } from "../field-value.ts";
import type { MeasureInput } from "../input.ts";
import type { Measurement } from "../measurement.ts";
import { readValue } from "../read-value.ts";
import { figureOf, reason } from "../tally.ts";
import { unitOf } from "../unit-of.ts";

/** How many records were counted in the period, or the sum of a field of theirs; 0 where there were none. */
export function numberOf(input: MeasureInput): Found<Measurement> {
  const { level } = input;
  const field = level.value;
  const tally = countRecords(input, {
    moments: momentsFor(input, ["opened"]),
    mark: ({ fact, at, until }) => {
      const value = field === null ? one : readValue(fieldValue(fact, field, { at, until }));
      const why = value === null ? reason("field-missing", { field: field ?? "" }) : reason("counted");
      return { good: value === null ? null : true, value, why };
    },
  });
  const value = figureOf(unitOf(level), tally, (values) => {
    const total = sum(values);
    return { figure: total, part: total, whole: fraction(values.length) };
  });
  return { value, findings: [] };
}
