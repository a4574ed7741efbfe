import type { Selection } from "../agreement/selection.ts";
import type { RecordKind } from "../agreement/words.ts";
import type { Fraction } from "../number/fraction.ts";
import { stateAt } from "../record/history.ts";
import type { Fact } from "../record/record.ts";
import type { Relief } from "../record/relief.ts";
import type { Instant } from "../time/instant.ts";
import { holds } from "../time/span.ts";
import { judgedAt, type MeasureInput } from "./input.ts";
import { inItem, outItem } from "./item.ts";
import type { Item, Reason } from "./measurement.ts";
import { firstOf, instantsOf } from "./moment-of.ts";
import { isCalledOff, membership, type Population, populationOf } from "./population.ts";
import { type RawMark, reason, type Tally, together } from "./tally.ts";

/** A record at the instant at which it is counted. */
export interface CountedRecord {
  readonly fact: Fact;
  readonly at: Instant;
  readonly until: Instant;
}

/** What a shape says of one counted record. */
export interface Mark {
  readonly good: boolean | null;
  readonly value: Fraction | null;
  readonly why: Reason;
}

/** How a shape counts records: by which moments, and what it says of each. */
export interface Counting {
  readonly moments: readonly string[];
  readonly mark: (record: CountedRecord) => Mark;
  /** Records of another kind, where a rate divides by them. */
  readonly other?: { readonly of: RecordKind; readonly where: Selection };
}

/** The records counted in the period by a moment of theirs, each with what the shape says of it. */
export function countRecords(input: MeasureInput, counting: Counting): Tally {
  const population = populationOf(input, counting.other);
  return together(population.facts.map((fact) => tallyOf(input, { counting, population, fact })));
}

/** The agreed moment by which records are counted, or the usual ones of a kind. */
export function momentsFor(input: MeasureInput, usual: readonly string[]): readonly string[] {
  const agreed = input.level.rules.counted_by;
  return agreed === null || agreed === "each event" || agreed === "closing snapshot" ? usual : [agreed];
}

interface One {
  readonly counting: Counting;
  readonly population: Population;
  readonly fact: Fact;
}

const empty: Tally = { items: [], raw: [] };

function tallyOf(input: MeasureInput, one: One): Tally {
  const { fact } = one;
  const first = fact.events[0];
  const end = judgedAt(input);
  if (!first || first.happened >= end) return empty;
  const instants = instantsIn(input, one);
  if (instants.length > 0) return together(instants.map((at) => countedAt(input, one, at)));
  const isElsewhere = (fact.events.at(-1) ?? first).happened < input.span.start;
  return isElsewhere ? empty : { items: [notCounted(input, one, end)], raw: [] };
}

/** The instants of the period at which the record is counted: its moment, each of them, or the close of the period. */
function instantsIn(input: MeasureInput, { fact, counting }: One): readonly Instant[] {
  const end = judgedAt(input);
  const inside = (at: Instant): boolean => holds(input.span, at) && at < end;
  const { counted_by } = input.level.rules;
  if (counted_by === "closing snapshot") return isInSnapshot(input, fact, end) ? [(end - 1) as Instant] : [];
  if (counted_by === "each event") return counting.moments.flatMap((moment) => instantsOf(fact, moment)).filter(inside);
  const at = firstOf(fact, counting.moments);
  return at !== null && inside(at) ? [at] : [];
}

/** The picture at the close of the period holds what is still open, and what something happened to in the period. */
function isInSnapshot({ span }: MeasureInput, fact: Fact, end: Instant): boolean {
  const state = stateAt(fact, end)?.kind;
  if (state === "cancelled" || state === "merged") return false;
  const isTouched = fact.events.some(({ happened }) => span.start <= happened && happened < end);
  return isTouched || state === "open" || state === "waiting";
}

function notCounted(input: MeasureInput, { fact, population, counting }: One, end: Instant): Item {
  const member = membership(input, population, { fact, at: end });
  if (member.kind === "out") return outItem(fact, { why: member.why, at: null, relief: member.relief });
  if (isCalledOff(fact, end)) return outItem(fact, { why: reason("called-off"), at: null });
  const at = firstOf(fact, counting.moments);
  const isYetToCome = at === null || at >= end;
  const why = reason(isYetToCome ? "not-yet-counted" : "other-period", { moment: counting.moments.join(", ") });
  return outItem(fact, { why, at: isYetToCome ? null : at });
}

function countedAt(input: MeasureInput, { counting, population, fact }: One, at: Instant): Tally {
  if (isCalledOff(fact, at)) return { items: [outItem(fact, { why: reason("called-off"), at })], raw: [] };
  const member = membership(input, population, { fact, at });
  if (member.kind === "out" && !member.isRaw) return { items: [outItem(fact, { why: member.why, at })], raw: [] };
  const mark = counting.mark({ fact, at, until: population.until });
  const raw: readonly RawMark[] = [mark];
  if (member.kind === "out") return { items: [outItem(fact, { why: member.why, at, relief: member.relief })], raw };
  return { items: [inItem(fact, excused({ ...mark, at }, member.relief))], raw };
}

/** Relief that counts a record as good makes it so, whatever became of it. */
function excused(mark: Mark & { readonly at: Instant }, relief: Relief | null) {
  if (relief === null) return mark;
  return { ...mark, good: true, why: reason("relieved-as-good", { relief: relief.id }), relief: relief.id };
}
