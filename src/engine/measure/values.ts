import type { Reading } from "../clock/reading.ts";
import { type Fraction, fraction } from "../number/fraction.ts";
import type { Fact } from "../record/record.ts";
import { holds, type Span } from "../time/span.ts";
import { clockOf } from "./clock-of.ts";
import { type CountedRecord, countRecords, type Mark, momentsFor } from "./counted-records.ts";
import { fieldValue } from "./field-value.ts";
import { relievedLife } from "./granted.ts";
import { judgedAt, type MeasureInput } from "./input.ts";
import { inItem, outItem } from "./item.ts";
import type { Item } from "./measurement.ts";
import { usualMoments } from "./moment-of.ts";
import { membership, type Population, populationOf } from "./population.ts";
import { readValue } from "./read-value.ts";
import { gapItem, sampleItem } from "./sample-items.ts";
import { samplesOf } from "./samples.ts";
import { couldEverHold } from "./select.ts";
import { reason, type Tally, together } from "./tally.ts";
import { unseenStop } from "./unseen-stop.ts";

/** The values a mean or percentile is taken of: what clocks showed when they stopped, samples, or a field of records. */
export function valuesOf(input: MeasureInput): Tally {
  if (input.level.clock !== null && input.level.value === null) return clockValues(input);
  if (input.level.of === "samples") return sampleValues(input);
  const moments = momentsFor(input, input.level.of ? usualMoments[input.level.of] : []);
  return countRecords(input, { moments, mark: (record) => fieldMark(input.level.value ?? "value", record) });
}

function fieldMark(field: string, { fact, at, until }: CountedRecord): Mark {
  const value = readValue(fieldValue(fact, field, { at, until }));
  return value === null
    ? { good: null, value, why: reason("field-missing", { field }) }
    : { good: true, value, why: reason("counted") };
}

function sampleValues(input: MeasureInput): Tally {
  const { samples, gaps } = samplesOf(input);
  const items = samples.map((sample) => sampleItem(sample, sample.value === null ? null : true));
  // A gap's own value is a count of samples; here it stands for values that are not known.
  const missing = gaps.map((gap) => ({ ...gapItem(gap), value: null }));
  const raw = samples.filter(({ out }) => out === null || out.isRaw).map(({ value }) => ({ good: true, value }));
  return { items: [...items, ...missing], raw };
}

function clockValues(input: MeasureInput): Tally {
  const population = populationOf(input);
  return together(population.facts.map((fact) => clockTally(input, population, fact)));
}

const empty: Tally = { items: [], raw: [] };

/** A record whose clock stopped in the period adds what it showed; each exchange adds its own. */
function clockTally(input: MeasureInput, population: Population, fact: Fact): Tally {
  const [first, last] = [fact.events[0], fact.events.at(-1)];
  // A clock stops with an event, so a record without one in the period adds nothing to it.
  if (!first || !last || first.happened >= judgedAt(input) || last.happened < input.span.start) return empty;
  if (!couldEverHold(fact, population.where)) return { items: [notCounted(input, population, fact)], raw: [] };
  const relief = relievedLife(population.granted, fact, judgedAt(input));
  const read = (spans: readonly Span[]): Reading =>
    input.clocks.read(clockOf(input, population, { fact, relief: spans }), judgedAt(input));
  const stops = stopsIn(input.span, read(relief));
  if (stops.length === 0) return { items: [notCounted(input, population, fact)], raw: [] };
  const bare = relief.length > 0 ? stopsIn(input.span, read([])) : stops;
  return {
    items: stops.map((reading) => itemOf(input, population, { fact, reading, read: () => read(relief) })),
    raw: bare.flatMap((reading) =>
      isRaw(input, population, { fact, reading }) ? [{ good: true, value: clockValue(input, fact, reading) }] : [],
    ),
  };
}

/** What the clock showed; null where it had stopped at some time before its record is first seen, after running at all. */
function clockValue(input: MeasureInput, fact: Fact, { stopped, elapsed }: Reading): Fraction | null {
  const stoppedBy = elapsed > 0 ? unseenStop(input.level, fact) : null;
  return stoppedBy !== null && stopped !== null && stopped <= stoppedBy ? null : fraction(elapsed);
}

/** The exchanges or runs of the clock that stopped in the period. */
function stopsIn(period: Span, reading: Reading): Reading[] {
  return [...reading.exchanges, reading].filter(({ stopped }) => stopped !== null && holds(period, stopped));
}

interface Stopped {
  readonly fact: Fact;
  readonly reading: Reading;
}

function itemOf(
  input: MeasureInput,
  population: Population,
  { fact, reading, read }: Stopped & { read: () => Reading },
): Item {
  const at = reading.stopped ?? reading.at;
  const member = membership(input, population, { fact, at });
  if (member.kind === "out") return outItem(fact, { why: member.why, at, relief: member.relief, read });
  const value = clockValue(input, fact, reading);
  if (value === null) return inItem(fact, { why: reason("stop-not-observed"), at, good: null, value, read });
  return inItem(fact, { why: reason("counted"), at, good: true, value, read });
}

function isRaw(input: MeasureInput, population: Population, { fact, reading }: Stopped): boolean {
  const member = membership(input, population, { fact, at: reading.stopped ?? reading.at });
  return member.kind === "in" || member.isRaw;
}

function notCounted(input: MeasureInput, population: Population, fact: Fact): Item {
  const member = membership(input, population, { fact, at: judgedAt(input) });
  return outItem(fact, { why: member.kind === "out" ? member.why : reason("not-stopped"), at: null });
}
