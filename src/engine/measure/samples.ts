import { openSpans } from "../calendar/service-time.ts";
import type { Fraction } from "../number/fraction.ts";
import { fieldAt } from "../record/history.ts";
import type { Fact } from "../record/record.ts";
import type { SourceRef } from "../source/source.ts";
import type { Instant } from "../time/instant.ts";
import { holds, type Span, subtract } from "../time/span.ts";
import { relievedTime } from "./granted.ts";
import { judgedAt, type MeasureInput } from "./input.ts";
import type { Reason } from "./measurement.ts";
import { membership, type Population, populationOf } from "./population.ts";
import { readValue } from "./read-value.ts";
import { reason } from "./tally.ts";

/** One value read at an instant. */
export interface Sample {
  readonly fact: Fact;
  readonly at: Instant;
  readonly text: string | null;
  readonly value: Fraction | null;
  readonly source: SourceRef;
  /** Why it is not counted; null: it is. `isRaw`: it would be, without exclusions and relief. */
  readonly out: { readonly why: Reason; readonly isRaw: boolean; readonly relief: string | null } | null;
}

/** What should have been sampled and was not: how many samples are missing in a row. */
export interface Gap extends Span {
  readonly series: string;
  readonly missing: number;
}

/** Samples of the period within service time, and what is missing between them. */
export interface Sampled {
  readonly samples: readonly Sample[];
  readonly gaps: readonly Gap[];
}

/** Reads the samples of a period. A record is one series of values, or one sample of its own. */
export function samplesOf(input: MeasureInput): Sampled {
  const population = populationOf(input);
  const calendar = input.calendars.get(input.level.calendar);
  const open = calendar ? openSpans(calendar, input.span) : [];
  const samples = population.facts.flatMap((fact) => inService(samplesIn(input, population, fact), open));
  return { samples, gaps: gapsOf(input, { samples, open, population }) };
}

function samplesIn(input: MeasureInput, population: Population, fact: Fact): Sample[] {
  const end = judgedAt(input);
  const values = fact.events.flatMap(({ change, happened, source }) => {
    const isInside = holds(input.span, happened) && happened < end;
    return change.kind === "value" && isInside ? [{ at: happened, text: change.value, source }] : [];
  });
  const own =
    values.length > 0 || fact.events.some(({ change }) => change.kind === "value") ? values : single(fact, input.span);
  const last = own.at(-1);
  if (!last || last.at >= end) return [];
  const member = membership(input, population, { fact, at: last.at });
  const out = member.kind === "out" ? { why: member.why, isRaw: member.isRaw, relief: member.relief } : null;
  const relief = population.granted.filter(({ takesOut }) => takesOut === "time");
  const cut = relievedTime(relief, fact.id);
  return own.map(({ at, text, source }) => {
    const isRelieved = out === null && cut.some((each) => holds(each, at));
    const why = isRelieved ? { why: reason("relieved"), isRaw: true, relief: relief[0]?.id ?? null } : out;
    return { fact, at, text, value: readValue(text), source, out: why };
  });
}

/** A record without a series of values is one sample, taken when it begins. */
function single(fact: Fact, span: Span): { at: Instant; text: string | null; source: SourceRef }[] {
  const first = fact.events[0];
  if (!first || !holds(span, first.happened)) return [];
  return [{ at: first.happened, text: fieldAt(fact, "value", first.happened), source: first.source }];
}

const inService = (samples: readonly Sample[], open: readonly Span[]): readonly Sample[] =>
  samples.filter(({ at }) => open.some((each) => holds(each, at)));

interface Expected {
  readonly samples: readonly Sample[];
  readonly open: readonly Span[];
  readonly population: Population;
}

function gapsOf(input: MeasureInput, { samples, open, population }: Expected): Gap[] {
  const every = input.level.sampledEvery;
  if (every?.kind !== "time") return [];
  const expected = subtract(
    open,
    relievedTime(
      population.granted.filter(({ records }) => records.length === 0),
      "",
    ),
  );
  const series = Map.groupBy(
    samples.filter(({ out }) => out === null || out.isRaw),
    seriesOf,
  );
  const lists = series.size > 0 ? [...series] : [["", []] as const];
  return lists.flatMap(([name, own]) => {
    const instants = own.map(({ at }) => at).sort((a, b) => a - b);
    return expected
      .flatMap((each) =>
        gapsIn(
          each,
          instants.filter((at) => holds(each, at)),
          every.seconds,
        ),
      )
      .map((gap) => ({ ...gap, series: name }));
  });
}

/** Samples of one metric of one thing belong together, whether they came as one record or as many. */
function seriesOf({ fact, at }: Sample): string {
  const named = ["service", "component", "metric"].map((field) => fieldAt(fact, field, at) ?? "");
  return named.some((each) => each !== "") ? named.filter((each) => each !== "").join(" ") : "samples";
}

/**
 * How many samples are missing before, between and after those there are. Between two samples as many are missing as
 * further steps would have fitted, rounded, so that a sample may come a little early or late.
 */
function gapsIn(open: Span, instants: readonly Instant[], step: number): Omit<Gap, "series">[] {
  const edges = [open.start, ...instants, open.end];
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index] as Instant;
    const missing = missingIn((end - start) / step, { isFirst: index === 0, isLast: index === edges.length - 2 });
    return missing > 0 ? [{ start, end, missing }] : [];
  });
}

function missingIn(steps: number, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): number {
  if (isFirst && isLast) return Math.ceil(steps);
  if (isFirst) return Math.floor(steps);
  return isLast ? Math.ceil(steps) - 1 : Math.round(steps) - 1;
}
