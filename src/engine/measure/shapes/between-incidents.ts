import { worked } from "../../calendar/service-time.ts";
import type { Found } from "../../finding/finding.ts";
import { fraction, one } from "../../number/fraction.ts";
import { countRecords, momentsFor } from "../counted-records.ts";
import { judgedAt, type MeasureInput } from "../input.ts";
import type { Measurement } from "../measurement.ts";
import { ratio, reason } from "../tally.ts";

/** Mean service seconds from one incident to the next: service time of the period over the incidents that began in it. */
export function betweenIncidents(input: MeasureInput): Found<Measurement> {
  const { level, span } = input;
  const calendar = input.calendars.get(level.calendar);
  const seconds = calendar ? worked(calendar, span.start, judgedAt(input)) : 0;
  const moments = momentsFor(input, level.of === "outages" ? ["began"] : ["opened"]);
  const tally = countRecords(input, { moments, mark: () => ({ good: true, value: null, why: reason("counted") }) });
  const count = tally.items.filter(({ counted }) => counted).length;
  const [part, whole] = [fraction(seconds), fraction(count)];
  const figure = ratio(seconds, count);
  const value: Measurement = {
    unit: "time",
    figure,
    part,
    whole,
    bounds: figure && { low: figure, high: figure },
    completeness: one,
    raw: { figure: ratio(seconds, tally.raw.length), part, whole: fraction(tally.raw.length) },
    items: tally.items,
    time: null,
    method: null,
  };
  return { value, findings: [] };
}
