import type { Instant } from "../time/instant.ts";
import { firstMoment } from "./history.ts";
import { indexOf } from "./index-of.ts";
import type { Fact } from "./record.ts";

/** The event, at its opening, of a record whose beginning is not in the records. */
export const historyIncomplete = "history incomplete";

/** The event of a moment that came at its instant or at any time before it, unseen. */
export const atTheLatest = (moment: string): string => `${moment} at the latest`;

/** The part of a record of which nothing is known: from its opening to the first state it is seen in. */
export interface Unseen {
  readonly start: Instant;
  readonly end: Instant;
}

/** What is unseen of a record; null where its beginning is known, or where it is never seen in a state. */
export function unseenOf(fact: Fact): Unseen | null {
  const opened = firstMoment(fact, historyIncomplete);
  if (opened === null) return null;
  const { at, values } = indexOf(fact).states;
  const first = at[values.findIndex(({ kind }) => kind !== "unknown")];
  return first === undefined ? null : { start: opened.at, end: first };
}
