import { inOrder } from "./history.ts";
import type { RecordEvent } from "./record.ts";

/** The same change at the same instant is one event, whoever tells it twice: the first in order is kept. */
export function eachOnce<T extends RecordEvent>(events: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return inOrder(events).filter(({ happened, change }) => {
    const key = sayingOf({ happened, change });
    return !seen.has(key) && seen.add(key);
  });
}

/** What an event says and when, as a text that is the same for the same. */
export const sayingOf = ({ happened, change }: Pick<RecordEvent, "happened" | "change">): string => {
  switch (change.kind) {
    case "state": {
      const { state } = change;
      const more = state.kind === "open" ? state.name : state.kind === "waiting" ? state.reason : "";
      const into = state.kind === "merged" ? state.into : "";
      return JSON.stringify([happened, "state", state.kind, more, into]);
    }
    case "field":
      return JSON.stringify([happened, "field", change.field, change.value]);
    case "moment":
      return JSON.stringify([happened, "moment", change.moment]);
    case "message":
      return JSON.stringify([happened, "message", change.by, change.open]);
    case "value":
      return JSON.stringify([happened, "value", change.value]);
  }
};
