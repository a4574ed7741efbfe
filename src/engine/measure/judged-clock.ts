import type { Judgement, Reading } from "../clock/reading.ts";
import type { Fact } from "../record/record.ts";
import { unseenOf } from "../record/unseen.ts";
import type { Instant } from "../time/instant.ts";
import { holds } from "../time/span.ts";
import type { ClockOf } from "./clock-reader.ts";
import { fieldValue } from "./field-value.ts";
import { judgedAt, type MeasureInput } from "./input.ts";
import type { Reason } from "./measurement.ts";
import { instantsOf } from "./moment-of.ts";
import { reason } from "./tally.ts";
import { unseenStop } from "./unseen-stop.ts";

/** One judgement of a record's clock that belongs to the period; `good` null where it cannot be told. */
export interface Counted {
  readonly at: Instant;
  readonly good: boolean | null;
  readonly why: Reason;
}

/** What a record's clock gives the period: its judgements, or the reason why there is none. */
type Answer = { readonly counted: readonly Counted[] } | { readonly none: Reason };

/** The answer with the way to read the clock again, since keeping the readings of a year would fill the memory. */
export type ClockAnswer = Answer & { readonly read: () => Reading };

/** Reads a record's clock for the period. */
export function answerOf(input: MeasureInput, clock: ClockOf): ClockAnswer {
  const { level, clocks, knownUntil } = input;
  const { fact } = clock;
  const reading = clocks.read(clock, judgedAt(input));
  const read = (): Reading => clocks.read(clock, judgedAt(input));
  switch (level.rules.counted_by) {
    case null:
    case "each event":
      return { ...inPeriod(input, fact, reading), read };
    case "closing snapshot":
      return { ...atClose(input, fact, reading), read };
    default: {
      const later = clocks.read(clock, knownUntil);
      return { ...byMoment(input, fact, { reading, later }), read: () => clocks.read(clock, knownUntil) };
    }
  }
}

/** Judgements whose instant lies in the period (semantics 52). */
function inPeriod(input: MeasureInput, fact: Fact, reading: Reading): Answer {
  const counted = reading.judgements.filter(({ at }) => holds(input.span, at)).map((each) => judged(input, fact, each));
  return counted.length > 0 ? { counted } : unjudged(input, fact, reading);
}

function judged(input: MeasureInput, fact: Fact, each: Judgement): Counted {
  const { at } = each;
  if (each.target === null) return { at, good: null, why: missingTarget(input, fact, at) };
  const facts = { ...used(fact, each), ...(each.reopened ? { reopened: "yes" } : {}) };
  const stoppedBy = each.inTime ? null : unseenStop(input.level, fact);
  if (stoppedBy !== null && at <= stoppedBy) return { at, good: null, why: notObserved(facts, stoppedBy) };
  return { at, good: each.inTime, why: reason(codeOf(each), facts) };
}

type Facts = Reason["facts"];

/** The figures of a judgement; of a record whose beginning is missing also since when it is seen. */
function used(fact: Fact, { elapsed, target }: Pick<Reading, "elapsed" | "target">): Facts {
  const unseen = unseenOf(fact);
  const isShort = unseen !== null && unseen.start < unseen.end;
  const times = { elapsed: String(elapsed), target: String(target) };
  return isShort ? { ...times, seen_from: String(unseen.end) } : times;
}

/** A clock that was over its target when it is first seen stopped: it may have stopped in time, unseen. */
const notObserved = (facts: Facts, by: Instant): Reason =>
  reason("not-observed", Number.isFinite(by) ? { ...facts, stopped_by: String(by) } : facts);

function codeOf({ inTime, because }: Judgement): string {
  if (inTime) return "in-time";
  return because === "over target by change of priority" ? "over-target-by-change" : "over-target";
}

/** Why a stop cannot be judged: no row for the record, the row's field unknown, or no due moment. */
function missingTarget({ level, span, knownUntil }: MeasureInput, fact: Fact, at: Instant): Reason {
  const clock = level.clock;
  if (!clock) return reason("no-clock");
  if (clock.by) return reason("due-missing", { moment: clock.by });
  if (clock.per === null) return reason("no-time-agreed");
  const value = fieldValue(fact, clock.per, { at, until: judgedAt({ span, knownUntil }) });
  return value === null ? reason("row-unknown", { field: clock.per }) : reason("no-row", { field: clock.per, value });
}

/** A clock that stopped in the period without a target is not known; any other is told by its state. */
function unjudged(input: MeasureInput, fact: Fact, reading: Reading): Answer {
  const { stopped, started, missedAt, state } = reading;
  if (started === null) return { none: reason("not-started") };
  if (state === "cancelled") return { none: reason("called-off") };
  if (stopped !== null && holds(input.span, stopped) && reading.judgements.length === 0) {
    return { counted: [{ at: stopped, good: null, why: missingTarget(input, fact, stopped) }] };
  }
  const last = reading.judgements.at(-1);
  if (missedAt !== null && missedAt < input.span.start) {
    const stoppedBy = unseenStop(input.level, fact);
    const code = stoppedBy !== null && missedAt <= stoppedBy ? "judged-before" : "missed-before";
    return { none: reason(code, { at: String(missedAt) }) };
  }
  if (last && last.at < input.span.start) return { none: reason("judged-before", { at: String(last.at) }) };
  return { none: reason("still-running") };
}

/** Every record alive at the end of the period, and every one that stopped in it, as it stands there. */
function atClose(input: MeasureInput, fact: Fact, reading: Reading): Answer {
  const { stopped, started, state } = reading;
  if (started === null) return { none: reason("not-started") };
  if (state === "cancelled") return { none: reason("called-off") };
  if (stopped !== null && stopped < input.span.start) return { none: reason("judged-before", { at: String(stopped) }) };
  const at = stopped ?? (judgedAt(input) as Instant);
  if (reading.target === null) return { counted: [{ at, good: null, why: missingTarget(input, fact, at) }] };
  const facts = used(fact, reading);
  const isGood = !reading.over && reading.missedAt === null;
  const stoppedBy = isGood ? null : unseenStop(input.level, fact);
  const missedAt = reading.missedAt ?? at;
  if (stoppedBy !== null && missedAt <= stoppedBy)
    return { counted: [{ at, good: null, why: notObserved(facts, stoppedBy) }] };
  return { counted: [{ at, good: isGood, why: reason(isGood ? "in-time" : "over-target", facts) }] };
}

/** Counted where an agreed moment of the record lies; judged at the end of the period, or by what became known after it. */
function byMoment(
  input: MeasureInput,
  fact: Fact,
  { reading, later }: { readonly reading: Reading; readonly later: Reading },
): Answer {
  const moment = input.level.rules.counted_by ?? "opened";
  const at = instantsOf(fact, moment)[0];
  if (at === undefined || !holds(input.span, at)) return { none: reason("other-period", { moment }) };
  if (later.state === "cancelled" && later.judgements.length === 0) return { none: reason("called-off") };
  const each = reading.judgements.at(-1) ?? later.judgements[0];
  if (!each) return { counted: [{ at, good: null, why: reason("not-yet-judged") }] };
  return { counted: [{ ...judged(input, fact, each), at }] };
}
