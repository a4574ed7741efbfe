import type { Change, RecordEvent, State } from "../../engine/record/record.ts";
import type { SourceRef } from "../../engine/source/source.ts";
import type { Instant } from "../../engine/time/instant.ts";
import type { Entry } from "../entry.ts";

/** Collects the events of one record; events of one row share its place in the order. */
export interface Events {
  readonly add: (at: Instant, change: Change) => void;
  /** The row that the next events come from. */
  readonly from: (entry: Entry, sequence: number) => void;
  readonly done: () => readonly RecordEvent[];
}

export function openEvents(file: string): Events {
  const events: RecordEvent[] = [];
  let source: SourceRef = { file, row: 0 };
  let learned = 0 as Instant;
  let sequence = 0;
  return {
    from: (entry, place) => {
      if (source.row !== entry.row) source = { file, row: entry.row };
      [learned, sequence] = [entry.learned, place];
    },
    add: (happened, change) => events.push({ happened, learned, sequence, source, change }),
    done: () => events.sort((a, b) => a.happened - b.happened || a.sequence - b.sequence),
  };
}

const states = new WeakMap<State, Change>();
const moments = new Map<string, Change>();

/** Changes are shared values: the same state or moment is one object however often it happens. */
export function stateChange(state: State): Change {
  const found = states.get(state);
  if (found) return found;
  const made: Change = { kind: "state", state };
  states.set(state, made);
  return made;
}

export function momentChange(moment: string): Change {
  const found = moments.get(moment);
  if (found) return found;
  const made: Change = { kind: "moment", moment };
  moments.set(moment, made);
  return made;
}

export const fieldChange = (field: string, value: string | null): Change => ({ kind: "field", field, value });
