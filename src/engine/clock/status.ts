import type { ClockRow } from "../agreement/terms.ts";
import type { Bearer } from "../agreement/words.ts";
import type { RecordEvent, State } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";
import type { ClockInput } from "./clock-input.ts";
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
  readonly fields: Readonly<Record<string, string | null>>;
  /** Stopped by a moment or a state; null while it is not. */
  readonly stopped: string | null;
  readonly begun: boolean;
  readonly cancelled: string | null;
  readonly exchange: number;
}

/** Reads the events once, in order, into the statuses of the clock; events of one instant give its last status. */
export function statusesOf(input: ClockInput, events: readonly RecordEvent[]): StatusAt[] {
  const start = startOf(input, events);
  const statuses: StatusAt[] = [];
  let known: Known = { state: null, fields: {}, stopped: null, begun: false, cancelled: null, exchange: 0 };
  sameSecond(input, events).forEach(({ event, index }) => {
    known = learn(input, known, event);
    if (start !== null && event.happened >= start.at) known = { ...known, begun: true };
    const next = { ...statusOf(input, known), at: event.happened, event: index };
    const last = statuses.at(-1);
    if (last && last.at === next.at) statuses[statuses.length - 1] = next;
    else if (!last || !same(last, next)) statuses.push(next);
  });
  return start === null ? [] : withStart(statuses, start.at);
}

/** A start before the first event (an inherited one) opens the first status earlier. */
function withStart(statuses: StatusAt[], start: Instant): StatusAt[] {
  const begun = statuses.findIndex(({ mode }) => mode !== "not started");
  const first = statuses[begun];
  if (!first || first.at <= start) return statuses;
  return [{ ...first, at: start }, ...statuses.slice(begun + 1)];
}

function learn(input: ClockInput, known: Known, event: RecordEvent): Known {
  const { change } = event;
  const seen: Known =
    change.kind === "state" && change.state.kind !== "unknown"
      ? { ...known, state: change.state }
      : change.kind === "field"
        ? { ...known, fields: { ...known.fields, [change.field]: change.value } }
        : known;
  const stopped = stopsAt(input, known, seen, event);
  return { ...seen, stopped, cancelled: cancelledBy(input, seen, event), exchange: exchangeAfter(input, known, event) };
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
  const holder = known.fields["holder"] ?? null;
  const base = { bearer: null, holder, row: rowOf(input, known), exchange: known.exchange };
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
function rowOf(input: ClockInput, known: Known): string | null {
  const clock = input.level.clock;
  if (!clock) return null;
  if (clock.per === null) return "*";
  const value = known.fields[clock.per] ?? null;
  return value !== null && rowNamed(clock.rows, value) ? value : null;
}

export const rowNamed = (rows: Readonly<Record<string, ClockRow>>, key: string | null): ClockRow | null =>
  key !== null && Object.hasOwn(rows, key) ? (rows[key] as ClockRow) : null;

const same = (a: Status, b: Status): boolean =>
  a.mode === b.mode && a.because === b.because && a.holder === b.holder && a.row === b.row && a.exchange === b.exchange;

/** Events of one instant and one place in the log go by the agreed order: the first named is applied last and wins. */
function sameSecond(input: ClockInput, events: readonly RecordEvent[]): { event: RecordEvent; index: number }[] {
  const order = input.level.rules.same_second;
  const rank = (event: RecordEvent): number => -order.indexOf(effectOf(input, event));
  return events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => {
      const log = a.event.happened - b.event.happened || a.event.sequence - b.event.sequence;
      return log || rank(a.event) - rank(b.event) || a.index - b.index;
    });
}

function effectOf(input: ClockInput, { change }: RecordEvent): "stop" | "pause" | "start" {
  if (change.kind !== "state")
    return change.kind === "moment" && change.moment === input.level.clock?.stops ? "stop" : "start";
  if (change.state.kind === "resolved" || change.state.kind === "closed") return "stop";
  return change.state.kind === "waiting" ? "pause" : "start";
}
