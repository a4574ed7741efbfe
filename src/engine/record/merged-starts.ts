import { inOrder } from "./history.ts";
import type { Fact, RecordEvent } from "./record.ts";

/**
 * Tells a record that others were merged into when the earliest of them was opened, as a field `merged_start`
 * (epoch seconds) set at the instant of the merge: only then was it known (semantics 19).
 */
export function withMergedStarts(facts: readonly Fact[]): readonly Fact[] {
  const told = Map.groupBy(facts.flatMap(mergesOf), ({ into }) => into);
  if (told.size === 0) return facts;
  return facts.map((fact) => {
    const merges = told.get(fact.id)?.filter(({ kind, record }) => kind === fact.kind && record !== fact.id) ?? [];
    return merges.length === 0
      ? fact
      : { ...fact, events: inOrder([...fact.events, ...merges.map(({ event }) => event)]) };
  });
}

interface Merge {
  readonly into: string;
  readonly record: string;
  readonly kind: Fact["kind"];
  readonly event: RecordEvent;
}

function mergesOf({ id, kind, events }: Fact): Merge[] {
  const opened = events.find(({ change }) => change.kind === "moment" && change.moment === "opened") ?? events[0];
  return events.flatMap((event) => {
    const state = event.change.kind === "state" ? event.change.state : null;
    if (state?.kind !== "merged" || state.into === null || opened === undefined) return [];
    const change = { kind: "field", field: "merged_start", value: String(opened.happened) } as const;
    return [{ into: state.into, record: id, kind, event: { ...event, change } }];
  });
}
