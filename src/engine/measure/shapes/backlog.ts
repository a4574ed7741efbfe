import type { Found } from "../../finding/finding.ts";
import { fraction, one } from "../../number/fraction.ts";
import { stateAt } from "../../record/history.ts";
import type { Fact } from "../../record/record.ts";
import type { Instant } from "../../time/instant.ts";
import { judgedAt, type MeasureInput } from "../input.ts";
import { inItem, outItem } from "../item.ts";
import type { Item, Measurement } from "../measurement.ts";
import { instantsOf } from "../moment-of.ts";
import { membership, type Population, populationOf } from "../population.ts";
import { figureOf, reason, type Tally } from "../tally.ts";
import { unitOf } from "../unit-of.ts";

/** Records still open just before the end of the period. */
export function backlog(input: MeasureInput): Found<Measurement> {
  const population = populationOf(input);
  const at = (judgedAt(input) - 1) as Instant;
  const items = population.facts.flatMap((fact) => itemOf(input, population, { fact, at }));
  const raw = items.filter(({ counted, relief }) => counted || relief !== null).map(() => ({ good: true, value: one }));
  const tally: Tally = { items, raw };
  const value = figureOf(unitOf(input.level), tally, (values) => {
    const count = fraction(values.length);
    return { figure: count, part: count, whole: count };
  });
  return { value, findings: [] };
}

function itemOf(input: MeasureInput, population: Population, { fact, at }: { fact: Fact; at: Instant }): Item[] {
  const first = fact.events[0];
  if (!first || first.happened > at) return [];
  if (!isOpen(fact, at)) {
    const isOld = (fact.events.at(-1) ?? first).happened < input.span.start;
    return isOld ? [] : [outItem(fact, { why: reason("not-open"), at })];
  }
  const member = membership(input, population, { fact, at });
  if (member.kind === "out") return [outItem(fact, { why: member.why, at, relief: member.relief })];
  return [inItem(fact, { why: reason("open"), at, good: true, value: one })];
}

/** Open by its state; a tool without states says so by moments. */
function isOpen(fact: Fact, at: Instant): boolean {
  const state = stateAt(fact, at)?.kind;
  if (state !== undefined && state !== "unknown") return state === "open" || state === "waiting";
  return ![...instantsOf(fact, "resolved"), ...instantsOf(fact, "closed")].some((end) => end <= at);
}
