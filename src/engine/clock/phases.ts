import { addWorked, isOpen, nextOpening } from "../calendar/service-time.ts";
import { earlier, type Instant } from "../time/instant.ts";
import { overlap, type Span } from "../time/span.ts";
import { allowedSeconds } from "./allowed-seconds.ts";
import type { ClockInput } from "./clock-input.ts";
import { calendarOfRow } from "./clock-row.ts";
import type { Status, StatusAt } from "./status.ts";

/** A status with its span. `wall`: counted by the absolute clock because the terms say so. */
export interface Phase extends Span, Omit<Status, "mode"> {
  readonly mode: Status["mode"] | "relieved";
  readonly event: number | null;
  readonly wall: boolean;
}

/**
 * The statuses as a gapless run of phases from the first event to `at`, after waits that end, early starts and relief.
 * Only the last may be empty: an event at `at` itself has changed the status and nothing has been counted since.
 */
export function phasesOf(input: ClockInput, statuses: readonly StatusAt[], at: Instant): Phase[] {
  const plain = statuses.flatMap((status, index) => {
    const end = earlier(statuses[index + 1]?.at ?? at, at);
    return status.at < end || status.at === at ? [phase(status, end)] : [];
  });
  return plain
    .flatMap((each) => endedWait(input, each))
    .flatMap((each, index, all) => startedAtOnce(input, each, firstRunning(all) === index))
    .flatMap((each) => cut(each, input.relief, "relieved"))
    .flatMap((each) =>
      input.level.rules.on_transfer === "split by time" ? cut(each, input.elsewhere ?? [], "elsewhere") : [each],
    );
}

function phase({ at, ...status }: StatusAt, end: Instant): Phase {
  return { ...status, start: at, end, wall: false };
}

const firstRunning = (all: readonly Phase[]): number => all.findIndex(({ mode }) => mode !== "not started");

/** A wait that ends by its own term runs on from there although the record still waits. */
function endedWait(input: ClockInput, each: Phase): Phase[] {
  const ends = each.mode === "paused" ? input.contract.waiting[each.because]?.endsAfter : null;
  const calendar = calendarOfRow(input, each);
  if (!ends || !calendar) return [each];
  const seconds = allowedSeconds(ends, calendar, each.start, input.level.rules);
  const end = seconds === null ? null : addWorked(calendar, each.start, seconds);
  if (end === null || end >= each.end) return [each];
  const rest: Phase = {
    ...each,
    start: end,
    mode: "running",
    because: `${each.because} ended`,
    bearer: null,
    event: null,
  };
  return [{ ...each, end }, rest];
}

/** With `opened out of hours: at once` the time up to the first opening counts by the absolute clock (semantics 10). */
function startedAtOnce(input: ClockInput, each: Phase, first: boolean): Phase[] {
  const calendar = calendarOfRow(input, each);
  if (!first || each.mode !== "running" || !calendar || input.level.rules.opened_out_of_hours !== "at once")
    return [each];
  if (isOpen(calendar, each.start)) return [each];
  const opening = nextOpening(calendar, each.start) ?? each.end;
  if (opening >= each.end) return [{ ...each, wall: true }];
  return [
    { ...each, end: opening, wall: true },
    { ...each, start: opening },
  ];
}

/** Takes spans out of a running phase and names what they are instead. */
function cut(each: Phase, out: readonly Span[], mode: "relieved" | "elsewhere"): Phase[] {
  if (each.mode !== "running") return [each];
  const pieces: Phase[] = [];
  let start = each.start;
  for (const hole of out) {
    const both = overlap(hole, { start, end: each.end });
    if (!both) continue;
    if (start < both.start) pieces.push({ ...each, start, end: both.start });
    pieces.push({ ...each, ...both, mode, because: mode });
    start = both.end;
  }
  return start < each.end || pieces.length === 0 ? [...pieces, { ...each, start }] : pieces;
}
