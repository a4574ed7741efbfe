import { countedBefore } from "../clock/account.ts";
import type { ClockInput } from "../clock/clock-input.ts";
import { dueOf } from "../clock/due.ts";
import type { Read } from "../clock/judge.ts";
import { lastInTime } from "../clock/over-target.ts";
import { goesOn, type Phase } from "../clock/phases.ts";
import { readCycles } from "../clock/read-clock.ts";
import { duration, earlier, type Instant, shift } from "../time/instant.ts";
import { type Course, coursesOf } from "./courses.ts";
import type { Passed } from "./live-clock.ts";
import { passedIn, type Walk } from "./passed.ts";
import { thresholdOf } from "./threshold.ts";

/** How far a clock is looked ahead. */
export const farthest = duration(6 * 366 * 86_400);

/** What time alone will bring, and what is already known to come. */
export interface Ahead {
  readonly passed: readonly Passed[];
  /** When the clock will pause, run on or stop by itself: a wait that ends, relief, an event known before it happens. */
  readonly turn: Instant | null;
}

/**
 * What a clock will pass if nothing more is learned: the same walk over a later reading, so that what is foretold is
 * what will be found. Nothing for a clock that stands until somebody acts.
 */
export function aheadOf(input: ClockInput, now: Walk): Ahead {
  const end = shift(now.until, farthest);
  let { reads, until } = now;
  for (let [step, isLast] = [86_400, false]; until < end && !isLast; step *= 4) {
    const next = horizonOf(input, { ...now, reads, until });
    if (next.at !== null && next.at <= until) break;
    until = earlier(next.at ?? shift(until, duration(step)), end);
    isLast = next.isLast;
    reads = (isLast ? runningOn(input, reads, until) : null) ?? readCycles(input, until);
  }
  if (until === now.until) return { passed: [], turn: null };
  const passed = passedIn(input, { ...now, reads, until }).filter(({ at }) => at >= now.until);
  return { passed, turn: turnOf(reads, now.until) };
}

/** How far to look next (null: not known) and whether there is nothing to look for beyond. */
interface Horizon {
  readonly at: Instant | null;
  readonly isLast: boolean;
}

function horizonOf(input: ClockInput, walk: Walk): Horizon {
  const known = input.fact.events.at(-1)?.happened ?? walk.until;
  if (known >= walk.until) return { at: shift(known, duration(1)), isLast: false };
  const last = walk.reads.at(-1);
  const phase = last?.cycle.phases.at(-1);
  if (!last || !phase || !goesOn(phase)) return { at: walk.until, isLast: true };
  if (phase.mode === "paused" && !input.level.clock?.by) {
    const ends = (input.contract.waiting[phase.because]?.endsAfter ?? null) !== null;
    return ends ? { at: null, isLast: false } : { at: walk.until, isLast: true };
  }
  return { at: usedUp(input, walk, last), isLast: true };
}

/** The same cycles, the last phase of which goes on: what a later reading would be where nothing can cut it. */
function runningOn({ relief }: ClockInput, reads: readonly Read[], until: Instant): readonly Read[] | null {
  const last = reads.at(-1);
  const phase = last?.cycle.phases.at(-1);
  const account = last?.accounts.at(-1);
  if (!last || !phase || !account || phase.mode !== "running" || phase.early !== null) return null;
  if (relief.some(({ end }) => end > phase.end)) return null;
  const cycle = { ...last.cycle, phases: endingAt(last.cycle.phases, until) };
  const counting = { ...account, phases: endingAt(account.phases, until) };
  return [...reads.slice(0, -1), { cycle, accounts: [...last.accounts.slice(0, -1), counting] }];
}

const endingAt = (phases: readonly Phase[], end: Instant): readonly Phase[] =>
  phases.map((each, index) => (index === phases.length - 1 ? { ...each, end } : each));

/** Just after the last warning and the miss, for a clock that runs on. */
function usedUp(input: ClockInput, walk: Walk, last: Read): Instant {
  const course = coursesOf(input, last).at(-1);
  const target = course?.steps.at(-1)?.target;
  if (course === undefined || target === undefined) return walk.until;
  const { account } = course;
  const elapsed = countedBefore(account, walk.until);
  const most = duration(mostOf(input, walk, { course, target }));
  if (!input.level.clock?.by && elapsed >= most) return walk.until;
  const due = dueOf(input, { account, elapsed, target: most, from: walk.until });
  return due === null ? walk.until : shift(due, duration(1));
}

/** The seconds shown when everything has been passed. */
function mostOf(
  input: ClockInput,
  { warnings }: Walk,
  { course, target }: { course: Course; target: Parameters<typeof lastInTime>[1] },
): number {
  const marks = warnings.map(({ at }) => thresholdOf(input, course, at)?.(target) ?? 0);
  return Math.max(lastInTime(input, target) + 1, ...marks);
}

/** When the clock first comes to be in another mode than at the end of what has been. */
function turnOf(reads: readonly Read[], until: Instant): Instant | null {
  const phases = reads.flatMap(({ cycle }) => cycle.phases);
  const here = phases.findLast(({ start }) => start < until);
  const next = phases.find(({ start, mode }: Phase) => start >= until && mode !== here?.mode);
  return next?.start ?? null;
}
