import type { ClockInput } from "../clock/clock-input.ts";
import { judgementsOf, type Read } from "../clock/judge.ts";
import { duration, earlier, type Instant, later } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import { type Course, coursesOf } from "./courses.ts";
import type { Passed } from "./live-clock.ts";
import { type Run, runsOf } from "./runs.ts";
import { type Threshold, thresholdOf } from "./threshold.ts";
import { missed, type Warning, type WarningMark } from "./warning-terms.ts";

/** The cycles of a clock read up to an instant, and what is warned of. */
export interface Walk {
  readonly reads: readonly Read[];
  readonly warnings: readonly Warning[];
  /** Nothing at or after it is told. */
  readonly until: Instant;
}

/**
 * Everything a clock has passed, in order. A warning is passed at the first instant at which a clock that goes on shows
 * as many seconds as its threshold: by counting, by a change of the row (at the change), or by a reopening (at the
 * reopening, in the cycle it begins). Each is passed at most once a cycle. A miss is passed once, at the engine's own
 * first second over target; after it nothing is passed but marks beyond the target, each once.
 */
export function passedIn(input: ClockInput, { reads, warnings, until }: Walk): readonly Passed[] {
  const tell = [...new Set(warnings.flatMap((each) => each.tell))];
  const runs = runsOf(reads);
  const all = reads.flatMap((read, index) => {
    const own = runs[index] as readonly Run[];
    const miss = missOf(input, read, until);
    const missedRun = own.findLast(({ start }) => miss !== null && start <= miss) ?? own[0];
    const passed = warningsIn(coursesOf(input, read), { input, warnings, runs: own, miss, until });
    return miss === null || !missedRun ? passed : [...passed, { id: missed, at: miss, cycle: missedRun.number, tell }];
  });
  return all.sort((a, b) => a.at - b.at || a.cycle - b.cycle);
}

/** The first second over target of a cycle, as the engine judges it. */
function missOf(input: ClockInput, read: Read, until: Instant): Instant | null {
  const over = judgementsOf(input, [read], until).find(({ inTime, because }) => !inTime && because !== "stopped");
  return over?.at ?? null;
}

interface Cycle extends Pick<Walk, "warnings" | "until"> {
  readonly input: ClockInput;
  readonly runs: readonly Run[];
  readonly miss: Instant | null;
}

function warningsIn(courses: readonly Course[], { input, warnings, runs, miss, until }: Cycle): Passed[] {
  return warnings.flatMap(({ id, at: mark, tell }) => {
    const thresholds = courses.map((course) => thresholdOf(input, course, mark));
    const passed: Passed[] = [];
    for (const run of runs) {
      if (passed.length > 0 && miss !== null && miss < run.start) continue;
      const at = firstIn(courses, thresholds, { start: run.start, end: earlier(run.end, until) });
      const isTooLate = at !== null && miss !== null && miss < at && !isBeyond(mark);
      if (at !== null && !isTooLate) passed.push({ id, at, cycle: run.number, tell });
    }
    return passed;
  });
}

/** True for a mark after the target: all others are of no use once the clock was missed. */
const isBeyond = (mark: WarningMark): boolean => mark.kind === "share" && mark.share.n > mark.share.d;

/** The first instant of a span at which the row that rules then finds its threshold reached. */
function firstIn(courses: readonly Course[], thresholds: readonly (Threshold | null)[], within: Span): Instant | null {
  for (const [index, course] of courses.entries()) {
    const threshold = thresholds[index];
    const end = earlier(courses[index + 1]?.from ?? within.end, within.end);
    const at = threshold ? reached(course, threshold, { start: later(course.from, within.start), end }) : null;
    if (at !== null) return at;
  }
  return null;
}

function reached({ steps }: Course, threshold: Threshold, { start, end }: Span): Instant | null {
  for (const step of steps) {
    if (step.start < start || !step.goesOn) continue;
    if (step.start >= end) return null;
    const left = threshold(step.target) - step.shown;
    if (left > step.adds) continue;
    const at = later(left <= 0 ? step.start : step.reach(duration(left)), step.notBefore);
    return at < end ? at : null;
  }
  return null;
}
