import type { LevelTerms } from "../agreement/terms.ts";
import type { Moment } from "../agreement/words.ts";
import { momentsOf } from "../record/history.ts";
import { indexOf } from "../record/index-of.ts";
import type { Fact, State } from "../record/record.ts";
import { atTheLatest, unseenOf } from "../record/unseen.ts";
import type { Instant } from "../time/instant.ts";

/**
 * The instant by which a clock had stopped whose stop nobody saw: the record is first seen then with its clock stopped,
 * and it may have stopped at any time since its opening. Null where the stop was seen, or where the agreement takes
 * what is recorded for the stop (`begun_unseen`). A record that is never seen to be answered may have been, unseen:
 * then its end is that instant, or infinity while it is open. The whole history is asked, so that every period gives
 * one answer.
 */
export function unseenStop({ clock, rules }: LevelTerms, fact: Fact): Instant | null {
  if (clock === null || rules.begun_unseen === "as recorded" || saidByFirstRow.has(clock.stops)) return null;
  const unseen = unseenOf(fact);
  if (unseen === null) return null;
  const latest = momentsOf(fact, atTheLatest(clock.stops))[0]?.at;
  const end = firstEnd(fact, clock.stops);
  const known = [momentsOf(fact, clock.stops)[0]?.at, latest, end];
  const by = known.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
  if (by === undefined) return clock.stops === "responded" ? never : null;
  const isUnseen = by === unseen.end || by === latest || (clock.stops === "responded" && by === end);
  return isUnseen && by > unseen.start ? by : null;
}

const never = Number.POSITIVE_INFINITY as Instant;

/** Stops made by messages or holders: the first row of a record says them in full. */
const saidByFirstRow: ReadonlySet<Moment> = new Set(["reply", "handed on"]);

/** The first state that stops the clock by itself. */
function firstEnd(fact: Fact, stops: Moment): Instant | undefined {
  const { at, values } = indexOf(fact).states;
  const ends = endsOf[stops] ?? [];
  return at[values.findIndex(({ kind }) => ends.includes(kind))];
}

const endsOf: Readonly<Partial<Record<Moment, readonly State["kind"][]>>> = {
  responded: ["resolved", "closed"],
  resolved: ["resolved", "closed"],
  fulfilled: ["resolved", "closed"],
  closed: ["closed"],
};
