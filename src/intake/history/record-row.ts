import type { RecordEvent, State } from "../../engine/record/record.ts";
import type { Instant } from "../../engine/time/instant.ts";
import type { Entry, Gathered } from "../entry.ts";
import type { Ledger } from "../ledger.ts";
import type { Plan } from "../plan.ts";
import { sameState } from "../read-state.ts";
import { type Events, fieldChange, momentChange, openEvents, stateChange } from "./events.ts";

/** Kinds of record whose moments imply a state; the others are spans or single facts. */
const withStates = new Set(["incidents", "problems", "changes", "releases", "requests"]);

const opening: State = { kind: "open", name: "new" };
const inProgress: State = { kind: "open", name: "in progress" };
const implied: Readonly<Record<string, State>> = {
  opened: opening,
  responded: inProgress,
  reopened: inProgress,
  resolved: { kind: "resolved" },
  fulfilled: { kind: "resolved" },
  closed: { kind: "closed" },
};

/**
 * The history of one record from the one row that tells its present: moments at their stamps, and the states that
 * follow from them. Null when no stamp says when anything happened; the record is then held.
 */
export function recordHistory(plan: Plan, record: Gathered, ledger: Ledger): readonly RecordEvent[] | null {
  const entry = record.entries.at(-1);
  if (!entry) return [];
  const stamps = stampsOf(plan, entry);
  const first = stamps.length > 0 ? Math.min(...stamps.map(({ at }) => at)) : entry.at;
  if (first === null) {
    ledger.add({ code: "no-time", weight: "error", row: entry.row, record: record.id });
    return null;
  }
  const events = openEvents(plan.file);
  events.from(entry, 0);
  const from = (entry.opened ?? first) as Instant;
  backwards({ record, entry, stamps, ledger });
  plan.fields.forEach(({ name }, i) => {
    const value = entry.fields[i] ?? null;
    if (value !== null) events.add(from, fieldChange(name, value));
  });
  for (const { moment, at } of stamps) events.add(at, momentChange(moment));
  if (withStates.has(plan.mapping.gives)) statesOf({ plan, entry, ledger, record, stamps, events });
  if (entry.message) events.add(entry.at ?? from, { kind: "message", ...entry.message });
  return events.done();
}

interface Stamp {
  readonly moment: string;
  readonly at: Instant;
}

function stampsOf(plan: Plan, entry: Entry): Stamp[] {
  const stamps = plan.stamped.flatMap(({ moment }, i) => {
    const at = entry.stamped[i] ?? null;
    return at === null ? [] : [{ moment, at }];
  });
  return entry.opened === null ? stamps : [{ moment: "opened", at: entry.opened }, ...stamps];
}

const begins = new Set(["opened", "began", "queued", "received", "start"]);
const ends = new Set([
  "responded",
  "resolved",
  "closed",
  "fulfilled",
  "ended",
  "answered",
  "abandoned",
  "handed on",
  "implemented",
]);

/** Stamps that end what had not begun, and outages that last no time at all. */
function backwards({ record, entry, stamps, ledger }: Omit<Story, "plan" | "events">): void {
  const { row } = entry;
  const start = stamps.find(({ moment }) => begins.has(moment));
  if (!start) return;
  for (const { moment, at } of stamps) {
    if (!ends.has(moment)) continue;
    const facts = { begins: start.moment, ends: moment };
    if (at < start.at) ledger.add({ code: "ends-before-it-begins", about: moment, row, record: record.id, facts });
    if (at === start.at && moment === "ended")
      ledger.add({ code: "no-length", weight: "note", row, record: record.id, facts });
  }
}

interface Story {
  readonly plan: Plan;
  readonly entry: Entry;
  readonly ledger: Ledger;
  readonly record: Gathered;
  readonly stamps: readonly Stamp[];
  readonly events: Events;
}

/** The states that the stamps imply, the last of them corrected by the state the tool shows now. */
function statesOf(story: Story): void {
  const { entry, events } = story;
  const turns = story.stamps
    .flatMap(({ moment, at }) => (implied[moment] ? [{ at, state: implied[moment] }] : []))
    .sort((a, b) => a.at - b.at);
  const now = entry.state?.state ?? null;
  const last = turns.at(-1);
  if (now !== null && now.kind !== "unknown" && last !== undefined && isEnd(now) && isEnd(last.state)) {
    turns[turns.length - 1] = { at: last.at, state: now };
  }
  for (const { at, state } of turns) events.add(at, stateChange(state));
  if (now === null || now.kind === "unknown") return;
  const shown = turns.at(-1)?.state;
  if (shown === undefined || !sameState(shown, now)) sinceUnknown(story, now, turns.at(-1)?.at ?? null);
}

/** The tool shows a state that no stamp explains: it holds from the row's own stamp, where it has one. */
function sinceUnknown({ entry, events, ledger, record }: Story, now: State, after: Instant | null): void {
  const facts = { state: entry.state?.text ?? "" };
  if (entry.at !== null && (after === null || entry.at >= after)) {
    ledger.add({
      code: "state-since-row",
      about: facts.state,
      weight: "note",
      row: entry.row,
      record: record.id,
      facts,
    });
    events.add(entry.at, stateChange(now));
  } else {
    ledger.add({ code: "state-without-stamp", about: facts.state, row: entry.row, record: record.id, facts });
  }
}

const isEnd = ({ kind }: State): boolean =>
  kind === "resolved" || kind === "closed" || kind === "cancelled" || kind === "merged";
