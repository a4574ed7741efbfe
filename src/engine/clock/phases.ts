import { earlier, type Instant } from "../time/instant.ts";
import { overlap, type Span } from "../time/span.ts";
import { pausedSinceAttached } from "./attached.ts";
import type { ClockInput } from "./clock-input.ts";
import { startedAtOnce } from "./early-start.ts";
import type { Status, StatusAt } from "./status.ts";
import { endedWaits } from "./waits.ts";

/** A status with its span. */
export interface Phase extends Span, Omit<Status, "mode"> {
  readonly mode: Status["mode"] | "relieved";
  readonly event: number | null;
  /** The first opening, for a phase before it whose time counts by the absolute clock (semantics 10); null for any other. */
  readonly early: Instant | null;
  /** The reopening that made closed time count; no miss in it is older than that (semantics 1). Null for any other. */
  readonly decided: Instant | null;
  /** True for a pause or a stop within granted relief: should it come to count as running, relief takes it out. */
  readonly excused: boolean;
}

/** What a phase is once the terms have it count after all: running, but for relief. */
export const madeToCount = ({ excused }: Phase): "running" | "relieved" => (excused ? "relieved" : "running");

/** True for a phase in which the clock is on its way to a stop. */
export const goesOn = ({ mode }: Phase): boolean => mode === "running" || mode === "paused" || mode === "relieved";

/**
 * The statuses as a gapless run of phases from the first event to `at`, after waits that end, early starts and relief.
 * Only the last may be empty: an event at `at` itself has changed the status and nothing has been counted since.
 */
export function phasesOf(input: ClockInput, statuses: readonly StatusAt[], at: Instant): Phase[] {
  const plain = statuses.flatMap((status, index) => {
    const end = earlier(statuses[index + 1]?.at ?? at, at);
    return status.at < end || status.at === at ? [phase(status, end)] : [];
  });
  const elsewhere = transferred(input);
  const counting = startedAtOnce(input, pausedSinceAttached(input, endedWaits(input, plain)));
  if (input.relief.length === 0 && elsewhere.length === 0) return counting;
  return counting
    .flatMap((each) => (each.mode === "running" || each.mode === "paused" ? cut(each, elsewhere, "elsewhere") : [each]))
    .flatMap((each) => relieved(input, each));
}

/** Relief is cut out of running time, and marked where the terms may yet make a pause or a stop count. */
function relieved({ level, relief }: ClockInput, each: Phase): Phase[] {
  if (each.mode === "running") return cut(each, relief, "relieved");
  const mayCount = each.mode === "paused" ? level.rules.earlier_pauses === "ignored" : each.mode === "stopped";
  if (!mayCount || (each.mode === "stopped" && level.rules.on_reopen !== "count the closed time")) return [each];
  return cut(each, relief, "relieved").map((piece) =>
    piece.mode === "relieved"
      ? { ...piece, mode: each.mode, because: each.because, bearer: each.bearer, excused: true }
      : piece,
  );
}

function phase({ at, ...status }: StatusAt, end: Instant): Phase {
  return { ...status, start: at, end, early: null, decided: null, excused: false };
}

/** The time under another agreement, where the terms do not count it here (semantics 15). */
function transferred({ level, elsewhere }: ClockInput): readonly Span[] {
  const { on_transfer } = level.rules;
  return on_transfer === "split by time" || on_transfer === "starts afresh" ? (elsewhere ?? []) : [];
}

/** Takes spans out of a phase and names what they are instead. */
function cut(each: Phase, out: readonly Span[], mode: "relieved" | "elsewhere"): Phase[] {
  const pieces: Phase[] = [];
  let start = each.start;
  for (const hole of out) {
    const both = overlap(hole, { start, end: each.end });
    if (!both) continue;
    if (start < both.start) pieces.push(pieceOf(each, start, both.start));
    pieces.push({ ...pieceOf(each, both.start, both.end), mode, because: mode, bearer: null });
    start = both.end;
  }
  return start < each.end || pieces.length === 0 ? [...pieces, pieceOf(each, start, each.end)] : pieces;
}

const pieceOf = (each: Phase, start: Instant, end: Instant): Phase => ({
  ...each,
  start,
  end,
  event: start === each.start ? each.event : null,
});
