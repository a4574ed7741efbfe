import type { Fact } from "../../engine/record/record.ts";

/** A record with all its events as they were taken in, whenever they were learned. */
export interface History extends Fact {
  /** Several files tell of it, so that the same change at the same instant is one event. */
  readonly joined: boolean;
}

/** How many events histories have together. */
export const eventsOf = (histories: readonly History[]): number =>
  histories.reduce((total, { events }) => total + events.length, 0);
