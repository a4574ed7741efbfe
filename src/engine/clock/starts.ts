import type { RecordEvent, State } from "../record/record.ts";
import { type Instant, instant } from "../time/instant.ts";
import type { ClockInput } from "./clock-input.ts";
import { spokenMoment } from "./spoken-moment.ts";

/** When the clock starts and the event that says so (null: the record's first event). Null: not yet. */
export function startOf(input: ClockInput, events: readonly RecordEvent[]): { readonly at: Instant } | null {
  const starts = input.level.clock?.starts ?? "opened";
  if (starts === "opened") return opened(input, events);
  if (starts === "received") return received(input, events);
  if (starts === "client message") return messaged(events);
  if (starts === "approved" && needsNoApproval(input, events))
    return momentIn(events, "approved") ?? opened(input, events);
  return momentIn(events, starts) ?? enteredIn(events, starts);
}

/** The moment `opened`, else the first event; with `merged: earliest start` the earliest of the records merged into it. */
function opened(input: ClockInput, events: readonly RecordEvent[]): { readonly at: Instant } | null {
  const at = spokenMoment(input, events, "opened") ?? events[0]?.happened ?? null;
  if (at === null || input.level.rules.merged !== "earliest start") return at === null ? null : { at };
  const inherited = events.flatMap(({ change }) =>
    change.kind === "field" && change.field === "merged_start" && change.value !== null ? [Number(change.value)] : [],
  );
  return { at: instant(Math.min(at, ...inherited)) };
}

/** The first time the provider of the level held the record. */
function received(input: ClockInput, events: readonly RecordEvent[]): { readonly at: Instant } | null {
  return first(
    events,
    ({ change }) => change.kind === "field" && change.field === "holder" && change.value === input.level.provider,
  );
}

/** The first message of the client; the creation of a record is none. */
const messaged = (events: readonly RecordEvent[]): { readonly at: Instant } | null =>
  first(events, ({ change }) => change.kind === "message" && change.by === "client");

function needsNoApproval(input: ClockInput, events: readonly RecordEvent[]): boolean {
  const named = events.find(({ change }) => change.kind === "field" && change.field === "offering")?.change;
  const offering =
    named?.kind === "field" && named.value !== null ? input.contract.offerings?.[named.value] : undefined;
  return offering === undefined || offering.approvedBy === "none";
}

const momentIn = (events: readonly RecordEvent[], moment: string): { readonly at: Instant } | null =>
  first(events, ({ change }) => change.kind === "moment" && change.moment === moment);

/** Tools that write states instead of moments: resolved and closed when the state is entered, reopened when it is left. */
function enteredIn(events: readonly RecordEvent[], moment: string): { readonly at: Instant } | null {
  if (moment === "resolved" || moment === "fulfilled") return first(events, (event) => isIn(event, over));
  if (moment === "closed") return first(events, (event) => isIn(event, ["closed"]));
  if (moment !== "reopened") return null;
  const end = events.findIndex((event) => isIn(event, over));
  return end < 0 ? null : first(events.slice(end), (event) => isIn(event, ["open", "waiting"]));
}

const over: readonly State["kind"][] = ["resolved", "closed"];

const isIn = ({ change }: RecordEvent, kinds: readonly State["kind"][]): boolean =>
  change.kind === "state" && kinds.includes(change.state.kind);

function first(events: readonly RecordEvent[], is: (event: RecordEvent) => boolean): { readonly at: Instant } | null {
  const event = events.find(is);
  return event ? { at: event.happened } : null;
}
