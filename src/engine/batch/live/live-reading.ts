import type { Reading } from "../../clock/reading.ts";
import type { Duration, Instant } from "../../time/instant.ts";
import { isCancelled, pausedAt, running, stopped } from "../moves.ts";
import type { LiveClock, LiveLane, LivePlan } from "./live-plan.ts";
import { type LiveRecord, lateFrom } from "./live-record.ts";

/** What a live clock shows, in the words of a reading. `due` is null once the target is used up. */
export type LiveReading = Pick<
  Reading,
  "state" | "started" | "stopped" | "elapsed" | "target" | "row" | "due" | "missedAt"
>;

/** What the clock at a place of the plan shows just before an instant after the last event. */
export function liveReading(
  plan: LivePlan,
  record: LiveRecord,
  { clock: place, at }: { readonly clock: number; readonly at: Instant },
): LiveReading {
  const clock = plan.clocks[place] as LiveClock;
  const row = clock.rows[record.row[place] as number] ?? null;
  const state = stateOf(record.status, clock.course);
  const lane = row && (plan.lanes[row.lane] as LiveLane);
  const before = row === null ? 0 : (record.counted[row.lane] as number);
  const elapsed = before + (lane !== null && state === "running" ? lane.calendar.elapsed(record.since, at) : 0);
  const isDue = lane !== null && row !== null && state === "running" && elapsed < row.target;
  const last = isDue ? lane.calendar.firstAfter(record.since, row.target - before - 1) : null;
  const missedAt = Math.min(record.missedAt[place] as number, lateBefore(plan, record, { place, at }));
  return {
    state,
    started: record.opened as Instant,
    stopped: state === "stopped" ? stoppedAt(record, clock.course) : null,
    elapsed: elapsed as Duration,
    target: row === null ? null : (row.target as Duration),
    row: row?.name ?? null,
    due: last === null ? null : ((last + 1) as Instant),
    missedAt: missedAt === Number.POSITIVE_INFINITY ? null : (missedAt as Instant),
  };
}

function lateBefore(plan: LivePlan, record: LiveRecord, { place, at }: { place: number; at: Instant }): number {
  const late = lateFrom(plan, record, place);
  return late < at ? late : Number.POSITIVE_INFINITY;
}

function stateOf(status: number, course: number): LiveReading["state"] {
  if (isCancelled(status, course)) return "cancelled";
  if ((running(status) >>> course) & 1) return "running";
  return (status >>> course) & 1 ? "stopped" : ((status >>> (course + pausedAt)) & 1) === 1 ? "paused" : "running";
}

function stoppedAt({ status, statusBefore, since, stoppedAt: known }: LiveRecord, course: number): Instant {
  const hasBegun = ((stopped(status) & ~stopped(statusBefore)) >>> course) & 1;
  return (hasBegun ? since : (known[course] as number)) as Instant;
}
