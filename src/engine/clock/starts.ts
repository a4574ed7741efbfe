import type { RecordEvent } from "../record/record.ts";
import { type Instant, instant } from "../time/instant.ts";
import type { ClockInput } from "./clock-input.ts";

/** When the clock starts and the event that says so (null: the record's first event). Null: not yet. */
export function startOf(input: ClockInput, events: readonly RecordEvent[]): { readonly at: Instant } | null {
  const starts = input.level.clock?.starts ?? "opened";
  if (starts === "opened") return opened(input, events);
  if (starts === "received") return received(input, events);
  if (starts === "client message") return messaged(events);
  if (starts === "approved" && needsNoApproval(input, events))
    return momentIn(events, "approved") ?? opened(input, events);
  return momentIn(events, starts);
}

/** The moment `opened`, else the first event; with `merged: earliest start` the earliest of the records merged into it. */
function opened(input: ClockInput, events: readonly RecordEvent[]): { readonly at: Instant } | null {
  const first = momentIn(events, "opened") ?? (events[0] ? { at: events[0].happened } : null);
  if (first === null || input.level.rules.merged !== "earliest start") return first;
  const inherited = events.flatMap(({ change }) =>
    change.kind === "field" && change.field === "merged_start" && change.value !== null ? [Number(change.value)] : [],
  );
  return { at: instant(Math.min(first.at, ...inherited)) };
}

/** The first time the provider of the level held the record. */
function received(input: ClockInput, events: readonly RecordEvent[]): { readonly at: Instant } | null {
  const event = events.find(
    ({ change }) => change.kind === "field" && change.field === "holder" && change.value === input.level.provider,
  );
  return event ? { at: event.happened } : null;
}

/** The first message of the client; the creation of a record is none. */
function messaged(events: readonly RecordEvent[]): { readonly at: Instant } | null {
  const event = events.find(({ change }) => change.kind === "message" && change.by === "client");
  return event ? { at: event.happened } : null;
}

function needsNoApproval(input: ClockInput, events: readonly RecordEvent[]): boolean {
  const named = events.find(({ change }) => change.kind === "field" && change.field === "offering")?.change;
  const offering =
    named?.kind === "field" && named.value !== null ? input.contract.offerings?.[named.value] : undefined;
  return offering === undefined || offering.approvedBy === "none";
}

function momentIn(events: readonly RecordEvent[], moment: string): { readonly at: Instant } | null {
  const event = events.find(({ change }) => change.kind === "moment" && change.moment === moment);
  return event ? { at: event.happened } : null;
}
