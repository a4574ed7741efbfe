import type { RecordKind } from "../agreement/words.ts";
import { momentsOf } from "../record/history.ts";
import type { Fact, State } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";

/**
 * Every instant at which a moment of a record happened, oldest first. Tools that write states instead of moments
 * are read by them: resolved and closed when that state is entered, reopened when it is left, opened with the
 * first event.
 */
export function instantsOf(fact: Fact, moment: string): readonly Instant[] {
  const said = momentsOf(fact, moment).map(({ at }) => at);
  if (said.length > 0) return said;
  const first = fact.events[0];
  if (moment === "opened" || moment === "began") return first ? [first.happened] : [];
  if (moment === "resolved" || moment === "fulfilled" || moment === "ended") return entered(fact, isOver);
  if (moment === "closed") return entered(fact, ({ kind }) => kind === "closed");
  if (moment === "reopened") return entered(fact, (state) => !isOver(state)).slice(1);
  return [];
}

/** Moments by which records of a kind are counted when nothing is agreed; the first that a record has. */
export const usualMoments: Readonly<Record<RecordKind, readonly string[]>> = {
  incidents: ["resolved"],
  problems: ["closed", "resolved"],
  changes: ["implemented", "closed"],
  releases: ["implemented", "closed"],
  requests: ["fulfilled", "closed"],
  outages: ["began"],
  samples: ["opened"],
  calls: ["queued", "opened"],
  surveys: ["received", "opened"],
  deliveries: ["delivered", "due"],
};

/** The first instant of the first of several moments that a record has; null where it has none of them. */
export function firstOf(fact: Fact, moments: readonly string[]): Instant | null {
  for (const moment of moments) {
    const at = instantsOf(fact, moment)[0];
    if (at !== undefined) return at;
  }
  return null;
}

const isOver = ({ kind }: State): boolean => kind === "resolved" || kind === "closed";

/** Instants at which the state came to satisfy `is`, having not done so before. */
function entered(fact: Fact, is: (state: State) => boolean): Instant[] {
  const instants: Instant[] = [];
  let inside = false;
  for (const { happened, change } of fact.events) {
    if (change.kind !== "state" || change.state.kind === "unknown") continue;
    const now = is(change.state);
    if (now && !inside) instants.push(happened);
    inside = now;
  }
  return instants;
}
