import { type Finding, finding } from "../../finding/finding.ts";
import { momentsOf } from "../../record/history.ts";
import type { Fact } from "../../record/record.ts";
import type { Instant } from "../../time/instant.ts";
import { overlap, type Span, span, subtract, unite } from "../../time/span.ts";
import { fieldValue, type Seen } from "../field-value.ts";
import { relievedTime } from "../granted.ts";
import { judgedAt, type MeasureInput } from "../input.ts";
import type { Reason } from "../measurement.ts";
import { instantsOf } from "../moment-of.ts";
import { isCalledOff, membership, type Population } from "../population.ts";
import { reason } from "../tally.ts";

/** How the time of an outage counts. `excused`: down in the raw figure only; `out`: not at all. */
export type OutageKind = "down" | "excused" | "relieved" | "unknown" | "out";

/** A stretch of one outage that counts in one way. */
export interface Outage {
  readonly fact: Fact;
  readonly kind: OutageKind;
  readonly spans: readonly Span[];
  readonly began: Instant;
  readonly service: string | null;
  readonly component: string | null;
  readonly why: Reason;
  readonly relief: string | null;
}

/** The outages that touch a window of time, cut by what counts, in order of their beginning. */
export function outagesIn(
  input: MeasureInput,
  population: Population,
  window: Span,
): { readonly outages: readonly Outage[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const outages = population.facts.flatMap((fact) => {
    const { spans, isHeadless } = spansOf(input, fact, window);
    if (isHeadless) findings.push(headless(fact));
    return spans.length === 0 ? [] : outageOf(input, population, { fact, spans });
  });
  return { outages: outages.sort((a, b) => a.began - b.began), findings };
}

const headless = (fact: Fact): Finding =>
  finding("outage-without-beginning", { record: fact.id, source: fact.events[0]?.source ?? null });

/**
 * When a record says something was down, clipped to a window. An outage whose end alone is known was down since the
 * start of the window that holds the end (semantics 42).
 */
export function spansOf(
  input: MeasureInput,
  fact: Fact,
  window: Span,
): { readonly spans: readonly Span[]; readonly isHeadless: boolean } {
  const { begins, ends } = turnsOf(input, fact);
  const [first, end] = [begins[0], ends[0]];
  if (end !== undefined && (first === undefined || first > end || (first === end && !isSaidToBegin(input, fact)))) {
    const tail = window.start < end && end <= window.end ? span(window.start, end) : null;
    return { spans: tail ? [tail] : [], isHeadless: tail !== null };
  }
  const spans = paired(begins, ends, input.knownUntil).flatMap((each) => overlap(each, window) ?? []);
  return { spans: unite(spans), isHeadless: false };
}

/** The instants at which an outage (or an incident that stands for one) begins and ends. */
export function turnsOf(input: MeasureInput, fact: Fact): { begins: readonly Instant[]; ends: readonly Instant[] } {
  const stops = input.level.clock?.stops ?? (fact.kind === "outages" ? "ended" : "resolved");
  const begins = [...instantsOf(fact, startOf(input, fact)), ...instantsOf(fact, "reopened")];
  return { begins: begins.sort((a, b) => a - b), ends: instantsOf(fact, stops) };
}

const startOf = ({ level }: MeasureInput, fact: Fact): string =>
  level.clock?.starts ?? (fact.kind === "outages" ? "began" : "opened");

/** False where the beginning is only the first event of the record, which may be its end. */
const isSaidToBegin = (input: MeasureInput, fact: Fact): boolean => momentsOf(fact, startOf(input, fact)).length > 0;

/**
 * Each beginning with the first end after it; one without an end lasts as long as anything is known. The first may end
 * in the second it began, and takes no time; a further one in the second of an end begins after it.
 */
function paired(begins: readonly Instant[], ends: readonly Instant[], known: Instant): Span[] {
  const endOf = (begin: Instant, index: number) => ends.find((end) => (index === 0 ? end >= begin : end > begin));
  return begins.flatMap((begin, index) => span(begin, endOf(begin, index) ?? known) ?? []);
}

function outageOf(
  input: MeasureInput,
  population: Population,
  { fact, spans }: { fact: Fact; spans: readonly Span[] },
): Outage[] {
  const began = (turnsOf(input, fact).begins[0] ?? spans[0]?.start) as Instant;
  const at = Math.min((spans.at(-1) as Span).end, judgedAt(input)) as Instant;
  const seen: Seen = { at, until: judgedAt(input) };
  const { kind, why, relief } = kindOf(input, population, { fact, seen, began });
  const named = { service: fieldValue(fact, "service", seen), component: fieldValue(fact, "component", seen) };
  const whole = { fact, kind, spans, began, ...named, why, relief };
  if (kind !== "down") return [whole];
  return withoutRelief(population, whole);
}

function kindOf(
  input: MeasureInput,
  population: Population,
  { fact, seen, began }: { fact: Fact; seen: Seen; began: Instant },
): { readonly kind: OutageKind; readonly why: Reason; readonly relief: string | null } {
  if (isCalledOff(fact, seen.at)) return { kind: "out", why: reason("called-off"), relief: null };
  const member = membership(input, population, { fact, at: seen.at });
  if (member.kind === "out") {
    const isUnknown = member.why.code === "field-missing" || saysUnknown(member.why);
    const kind = isUnknown
      ? "unknown"
      : !member.isRaw
        ? "out"
        : member.why.code === "relieved"
          ? "relieved"
          : "excused";
    return { kind, why: member.why, relief: member.relief };
  }
  if (member.relief)
    return { kind: "excused", why: reason("relieved-as-good", { relief: member.relief.id }), relief: member.relief.id };
  const isCarried = began < input.span.start && input.level.rules.state_at_start === "unknown";
  return { kind: isCarried ? "unknown" : "down", why: reason(isCarried ? "begun-before" : "down"), relief: null };
}

/** A monitor that could not tell: its record has the impact `unknown`. */
const saysUnknown = ({ code, facts }: Reason): boolean =>
  code === "not-selected" && facts.field === "impact" && facts.value === "unknown";

/** Cuts granted relief that names the outage out of its time. */
function withoutRelief({ granted }: Population, whole: Outage): Outage[] {
  const named = granted.filter(({ records, takesOut }) => takesOut === "time" && records.includes(whole.fact.id));
  const first = named[0];
  if (!first) return [whole];
  const cut = relievedTime(named, whole.fact.id);
  const left = subtract(whole.spans, cut);
  const taken = subtract(whole.spans, left);
  const relieved: Outage = {
    ...whole,
    kind: "relieved",
    spans: taken,
    why: reason("relieved", { relief: first.id }),
    relief: first.id,
  };
  return [{ ...whole, spans: left }, relieved].filter(({ spans }) => spans.length > 0);
}
