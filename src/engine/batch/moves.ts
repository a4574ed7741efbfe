import type { ClockTerms } from "../agreement/terms.ts";
import type { State } from "../record/record.ts";
import { says } from "./columns.ts";

/** Clocks that start, pause and stop alike, whatever they count: a course has one bit in every word of status. */
export type Course = Pick<ClockTerms, "stops" | "pauses">;

/** So many courses share one word: a bit each for stopped, paused and called off. */
export const mostCourses = 10;
export const pausedAt = 10;
export const cancelledAt = 20;

/**
 * What an event does to all clocks at once: `status & keep[symbol] | set[symbol]`. The symbol of an event is what it
 * says, and the code of its state from the fifth bit on.
 */
export interface Moves {
  readonly keep: Int32Array;
  readonly set: Int32Array;
}

export const symbolOf = (said: number, code: number): number => said | (code << 4);

/** Bits of the courses that run; bits beyond theirs are set. */
export const running = (status: number): number => ~(status | (status >>> pausedAt) | (status >>> cancelledAt));

/** Bits of the courses that stand stopped and are not called off; bits beyond theirs may be set. */
export const stopped = (status: number): number => status & ~(status >>> cancelledAt);

/** True where every course of some bits is stopped or called off. */
export const isOver = (status: number, courses: number): boolean =>
  ((status | (status >>> cancelledAt)) & courses) === courses;

export const isCancelled = (status: number, course: number): boolean => ((status >>> (course + cancelledAt)) & 1) === 1;

/** The moves of every event that is no field. */
export function movesOf(courses: readonly Course[], states: readonly State[]): Moves {
  const length = symbolOf(0, states.length + 1);
  const moves = { keep: new Int32Array(length).fill(-1), set: new Int32Array(length) };
  for (const [bit, course] of courses.entries()) {
    for (const [code, state] of states.entries()) addState(moves, symbolOf(says.state, code), { bit, course, state });
    for (const said of [says.responded, says.resolved, says.closed, says.answer]) {
      if (stopsBy(course, said)) addTo(moves.set, said, 1 << bit);
    }
    if (course.stops !== "responded") takeFrom(moves.keep, says.reopened, 1 << bit);
  }
  return moves;
}

/** A response is once and for all; a resolution and a closure are undone by a reopening. */
function stopsBy({ stops }: Course, said: number): boolean {
  if (stops === "responded") return said === says.responded || said === says.answer;
  return said === says.closed || (said === says.resolved && stops === "resolved");
}

function addState(
  { keep, set }: Moves,
  symbol: number,
  { bit, course, state }: { readonly bit: number; readonly course: Course; readonly state: State },
): void {
  const { stops, pauses } = course;
  const isOpen = state.kind === "open" || state.kind === "waiting";
  takeFrom(keep, symbol, (1 << (bit + pausedAt)) | (1 << (bit + cancelledAt)));
  if (isOpen && stops !== "responded") takeFrom(keep, symbol, 1 << bit);
  if (state.kind === "waiting" && pauses.includes(state.reason)) addTo(set, symbol, 1 << (bit + pausedAt));
  if (state.kind === "cancelled" || state.kind === "merged") addTo(set, symbol, 1 << (bit + cancelledAt));
  const ends = state.kind === "closed" || state.kind === "merged" || (state.kind === "resolved" && stops !== "closed");
  if (ends) addTo(set, symbol, 1 << bit);
}

const addTo = (words: Int32Array, symbol: number, bits: number): void => {
  words[symbol] = (words[symbol] as number) | bits;
};

const takeFrom = (words: Int32Array, symbol: number, bits: number): void => {
  words[symbol] = (words[symbol] as number) & ~bits;
};
