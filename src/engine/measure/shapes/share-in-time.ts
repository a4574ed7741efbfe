import type { Reading } from "../../clock/reading.ts";
import type { Found } from "../../finding/finding.ts";
import type { Fact } from "../../record/record.ts";
import type { Instant } from "../../time/instant.ts";
import { holds } from "../../time/span.ts";
import { clockOf } from "../clock-of.ts";
import { relievedLife } from "../granted.ts";
import { judgedAt, type MeasureInput } from "../input.ts";
import { inItem, outItem } from "../item.ts";
import { answerOf, type Counted } from "../judged-clock.ts";
import type { Item, Measurement, Reason } from "../measurement.ts";
import { instantsOf } from "../moment-of.ts";
import { type Membership, membership, type Population, populationOf } from "../population.ts";
import { couldEverHold } from "../select.ts";
import { type RawMark, reason, shareOf, type Tally, together } from "../tally.ts";

/** Records whose clock was in time, over all records judged in the period (semantics 52). */
export function shareInTime(input: MeasureInput): Found<Measurement> {
  const population = populationOf(input);
  const tallies = population.facts.map((fact) => tallyOf(input, population, fact));
  return { value: shareOf(together(tallies)), findings: [] };
}

const empty: Tally = { items: [], raw: [] };

/** What one record adds. A record that did not live in the period adds nothing, not even an item. */
function tallyOf(input: MeasureInput, population: Population, fact: Fact): Tally {
  const first = fact.events[0];
  if (!first || first.happened >= judgedAt(input)) return empty;
  const hasNoEvent = (fact.events.at(-1)?.happened ?? first.happened) < input.span.start;
  const isSelectable = couldEverHold(fact, population.where);
  if (hasNoEvent && (!isSelectable || isSettled(input, population, fact))) return empty;
  if (!isSelectable) return { items: [notSelected(input, population, fact)], raw: [] };
  const abandoned = abandonedAt(input, fact);
  if (abandoned !== null) return callTally(input, population, { fact, abandoned });
  return clockTally(input, population, fact);
}

function isSettled(input: MeasureInput, population: Population, fact: Fact): boolean {
  const counted = input.level.rules.counted_by;
  if (counted !== null && counted !== "each event" && counted !== "closing snapshot") return true;
  const relief = relievedLife(population.granted, fact, judgedAt(input));
  const clock = clockOf(input, population, { fact, relief });
  if (counted === "closing snapshot") return input.clocks.read(clock, input.span.start).state === "stopped";
  return input.clocks.settledBefore(clock, input.span.start);
}

function notSelected(input: MeasureInput, population: Population, fact: Fact): Item {
  const member = membership(input, population, { fact, at: judgedAt(input) });
  return outItem(fact, { why: member.kind === "out" ? member.why : reason("not-selected"), at: null });
}

function clockTally(input: MeasureInput, population: Population, fact: Fact): Tally {
  const relief = relievedLife(population.granted, fact, judgedAt(input));
  const answer = answerOf(input, clockOf(input, population, { fact, relief }));
  const { read } = answer;
  const items =
    "none" in answer
      ? [outItem(fact, { why: outOrNone(input, population, { fact, why: answer.none }), at: null, read })]
      : answer.counted.map((counted) => itemOf(input, population, { fact, counted, read }));
  const bare = relief.length > 0 ? answerOf(input, clockOf(input, population, { fact, relief: [] })) : answer;
  return { items, raw: "none" in bare ? [] : rawMarks(input, population, { fact, counted: bare.counted }) };
}

/** A record outside the population is told so, even where its clock gave nothing to the period either. */
function outOrNone(input: MeasureInput, population: Population, { fact, why }: { fact: Fact; why: Reason }): Reason {
  const member = membership(input, population, { fact, at: judgedAt(input) });
  return member.kind === "out" ? member.why : why;
}

function itemOf(
  input: MeasureInput,
  population: Population,
  { fact, counted, read }: { fact: Fact; counted: Counted; read: () => Reading },
): Item {
  const { at } = counted;
  const member = membership(input, population, { fact, at });
  if (member.kind === "out") return outItem(fact, { why: member.why, at, relief: member.relief, read });
  if (counted.why.code === "no-row") return outItem(fact, { why: counted.why, at, read });
  const excused = member.relief !== null;
  const why = excused ? reason("relieved-as-good", { relief: member.relief?.id ?? "" }) : counted.why;
  return inItem(fact, { why, at, good: excused || counted.good, relief: member.relief?.id ?? null, read });
}

/** The judgements of the record without exclusions and relief. */
function rawMarks(
  input: MeasureInput,
  population: Population,
  { fact, counted }: { fact: Fact; counted: readonly Counted[] },
): RawMark[] {
  return counted.flatMap(({ at, good, why }) => {
    const member = membership(input, population, { fact, at });
    const isIn = why.code !== "no-row" && (member.kind === "in" || member.isRaw);
    return isIn ? [{ good, value: null }] : [];
  });
}

/** When a caller gave up before being answered; null for any other record, or where nothing is agreed about it. */
function abandonedAt({ level }: MeasureInput, fact: Fact): Instant | null {
  if (level.of !== "calls" || level.abandoned === null) return null;
  return instantsOf(fact, "answered").length > 0 ? null : (instantsOf(fact, "abandoned")[0] ?? null);
}

/** An abandoned call counts as missed, is left out, or counts as if it had been answered at that instant. */
function callTally(
  input: MeasureInput,
  population: Population,
  { fact, abandoned }: { fact: Fact; abandoned: Instant },
): Tally {
  const why = reason("abandoned", { treated: input.level.abandoned ?? "" });
  if (!holds(input.span, abandoned))
    return { items: [outItem(fact, { why: reason("other-period"), at: abandoned })], raw: [] };
  const member: Membership = membership(input, population, { fact, at: abandoned });
  if (member.kind === "out" && !member.isRaw)
    return { items: [outItem(fact, { why: member.why, at: abandoned })], raw: [] };
  if (input.level.abandoned === "left out") return { items: [outItem(fact, { why, at: abandoned })], raw: [] };
  const clock = clockOf(input, population, { fact, relief: [] });
  const read = () => input.clocks.read(clock, abandoned);
  const good = input.level.abandoned === "answered" && !read().over;
  const raw = [{ good, value: null }];
  if (member.kind === "out")
    return { items: [outItem(fact, { why: member.why, at: abandoned, relief: member.relief })], raw };
  const counted: Counted = { at: abandoned, good, why };
  return { items: [itemOf(input, population, { fact, counted, read })], raw };
}
