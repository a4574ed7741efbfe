import type { ClockRow } from "../agreement/terms.ts";
import type { Bearer } from "../agreement/words.ts";
import type { RecordEvent, State } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";
import type { ClockInput } from "./clock-input.ts";
import { orderOf } from "./same-second.ts";
import { startOf } from "./starts.ts";
import { stopsAt } from "./stops.ts";

/** What the clock's rules say of a record from one event to the next. */
export interface Status {
  readonly mode: "not started" | "running" | "paused" | "stopped" | "cancelled" | "elsewhere";
  /** The reason of waiting, the state or the moment that decided. */
  readonly because: string;
  readonly bearer: Bearer | null;
  readonly holder: string | null;
  readonly row: string | null;
  /** The site whose calendar has a say; null where the agreement gives it none (semantics 37). */
  readonly site: string | null;
  /** Counts the exchanges of a next-response clock; 0 for every other. */
  readonly exchange: number;
}

/** A status from an instant on, with the index of the event that brought it. */
export interface StatusAt extends Status {
  readonly at: Instant;
  readonly event: number;
}

/** Everything about a record that a clock looks at, after some of its events. */
export interface Known {
  readonly state: State | null;
  readonly holder: string | null;
  /** The value of the field that picks the clock's row. */
  readonly key: string | null;
  readonly site: string | null;
  /** Stopped by a moment or a state; null while it is not. */
  readonly stopped: string | null;
  readonly begun: boolean;
  readonly cancelled: string | null;
  readonly exchange: number;
}

const nothing = { state: null, holder: null, key: null, site: null };
const unknown: Known = { ...nothing, stopped: null, begun: false, cancelled: null, exchange: 0 };

/** Reads the events once, in order, into the statuses of the clock; events of one instant give its last status. */
export function statusesOf(input: ClockInput, events: readonly RecordEvent[]): StatusAt[] {
  const start = startOf(input, events);
  if (start === null) return [];
  const statuses: StatusAt[] = [];
  let known = unknown;
  for (const index of orderOf(input, events)) {
    const event = events[index] as RecordEvent;
    known = learn(input, known, event);
    if (!known.begun && event.happened >= start.at) known = { ...known, begun: true };
    if (statuses.at(-1)?.at === event.happened) statuses.pop();
    const next = statusOf(input, known);
    const last = statuses.at(-1);
    if (!last || !same(last, next)) statuses.push({ ...next, at: event.happened, event: index });
  }
  return withStart(statuses, start.at);
}

/** A start before the first event (an inherited one) opens the first status earlier. */
function withStart(statuses: StatusAt[], start: Instant): StatusAt[] {
  const begun = statuses.findIndex(({ mode }) => mode !== "not started");
  const first = statuses[begun];
  if (!first || first.at <= start) return statuses;
  return [{ ...first, at: start }, ...statuses.slice(begun + 1)];
}

function learn(input: ClockInput, known: Known, event: RecordEvent): Known {
  const seen = see(input, known, event);
  const stopped = stopsAt(input, { before: known, now: seen, event });
  const cancelled = cancelledBy(input, seen, event);
  const exchange = exchangeAfter(input, known, event);
  return { ...seen, stopped, cancelled, exchange };
}

/** The record after the event, before the clock's own rules; an unknown state is taken as it was before. */
function see(input: ClockInput, known: Known, { change }: RecordEvent): Known {
  if (change.kind === "state") return change.state.kind === "unknown" ? known : { ...known, state: change.state };
  if (change.kind !== "field") return known;
  const { field, value } = change;
  return {
    ...known,
    holder: field === "holder" ? value : known.holder,
    key: field === input.level.clock?.per ? value : known.key,
    site: field === "site" && input.level.rules.whose_calendar !== "service level" ? value : known.site,
  };
}

/** A client's message opens an exchange where none is open; with `restarts it` every one of them does (semantics 14). */
function exchangeAfter(input: ClockInput, known: Known, { change }: RecordEvent): number {
  if (!isExchange(input) || change.kind !== "message" || change.by !== "client") return known.exchange;
  const open = known.exchange > 0 && known.stopped === null;
  return open && input.level.rules.repeated_message === "keeps the clock" ? known.exchange : known.exchange + 1;
}

/** True for a clock that runs from a client's message to the reply. */
export const isExchange = (input: ClockInput): boolean => input.level.clock?.starts === "client message";

function cancelledBy(input: ClockInput, known: Known, { change }: RecordEvent): string | null {
  if (known.state?.kind === "cancelled") return "cancelled";
  if (known.state?.kind === "merged" && input.level.rules.merged !== "closed") return "merged";
  if (change.kind === "moment" && change.moment === "abandoned") return "abandoned";
  return known.cancelled === "abandoned" ? "abandoned" : null;
}

function statusOf(input: ClockInput, known: Known): Status {
  const { holder, site, exchange } = known;
  const base = { bearer: null, holder, row: rowOf(input, known), site, exchange };
  if (!known.begun) return { ...base, mode: "not started", because: "not started" };
  if (known.cancelled !== null) return { ...base, mode: "cancelled", because: known.cancelled };
  if (known.stopped !== null) return { ...base, mode: "stopped", because: known.stopped };
  if (holds(input) && holder !== input.level.provider)
    return { ...base, mode: "elsewhere", because: holder ?? "nobody" };
  const waiting = known.state?.kind === "waiting" ? known.state.reason : null;
  if (waiting !== null && input.level.clock?.pauses.includes(waiting)) {
    return { ...base, mode: "paused", because: waiting, bearer: input.contract.waiting[waiting]?.bearer ?? "nobody" };
  }
  return { ...base, mode: "running", because: waiting ?? known.state?.kind ?? "opened" };
}

/** True for a clock that runs while its provider holds the record. */
export const holds = (input: ClockInput): boolean => input.level.clock?.starts === "received";

/** The key of the clock's row for what is known of the record; null: no row, so the level promises nothing here. */
function rowOf(input: ClockInput, { key }: Known): string | null {
  const clock = input.level.clock;
  if (!clock) return null;
  if (clock.per === null) return "*";
  return rowNamed(clock.rows, key) ? key : null;
}

export const rowNamed = (rows: Readonly<Record<string, ClockRow>>, key: string | null): ClockRow | null =>
  key !== null && Object.hasOwn(rows, key) ? (rows[key] as ClockRow) : null;

const same = (a: Status, b: Status): boolean =>
  a.mode === b.mode &&
  a.because === b.because &&
  a.holder === b.holder &&
  a.row === b.row &&
  a.site === b.site &&
  a.exchange === b.exchange;
