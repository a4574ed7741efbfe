import type { LevelTerms } from "../../engine/agreement/terms.ts";
import type { Change, Fact, RecordEvent } from "../../engine/record/record.ts";

/** Which effect wins within one second, and the moment that stops the clock: what puts the events of one row in order. */
export interface TieRule {
  readonly stops: string;
  readonly order: readonly string[];
}

/** The rules of some levels, each once. */
export const tieRules = (levels: readonly LevelTerms[]): readonly TieRule[] => [
  ...new Map(
    levels.flatMap(({ clock, rules }) => {
      const rule = { stops: clock?.stops ?? "", order: rules.same_second };
      return [[JSON.stringify(rule), rule] as const];
    }),
  ).values(),
];

/**
 * The record with a place of its own for every event, where that says the same: where all rules read the events of
 * one second and one place in the order in which they stand (semantics 20). Any other record is given back as it is.
 */
export function untied(fact: Fact, rules: readonly TieRule[]): Fact {
  const { events } = fact;
  let hasTie = false;
  for (let i = 1; i < events.length; i += 1) {
    const [a, b] = [events[i - 1] as RecordEvent, events[i] as RecordEvent];
    if (a.happened !== b.happened || a.sequence !== b.sequence) continue;
    hasTie = true;
    if (!inOrderAsTheyStand([a.change, b.change], rules)) return fact;
  }
  return hasTie ? { ...fact, events: events.map((event, sequence) => ({ ...event, sequence })) } : fact;
}

/** True where all rules read changes of one second in the order in which they stand. */
export const inOrderAsTheyStand = (changes: readonly Change[], rules: readonly TieRule[]): boolean =>
  rules.every((rule) =>
    changes.every((change, i) => i === 0 || placeOf(changes[i - 1] as Change, rule) <= placeOf(change, rule)),
  );

/** What is named first is applied last. */
const placeOf = (change: Change, { stops, order }: TieRule): number => -order.indexOf(effectOf(change, stops));

function effectOf(change: Change, stops: string): string {
  switch (change.kind) {
    case "moment":
      return change.moment === stops ? "stop" : "start";
    case "message":
      return change.by === "supplier" && stops === "responded" ? "stop" : "start";
    case "state":
      return effectsOfStates[change.state.kind] ?? "start";
    case "field":
    case "value":
      return "start";
  }
}

const effectsOfStates: Readonly<Record<string, string>> = { resolved: "stop", closed: "stop", waiting: "pause" };
