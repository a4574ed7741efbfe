import type { Cycle } from "../clock/cycles.ts";
import type { Read } from "../clock/judge.ts";
import { goesOn, type Phase } from "../clock/phases.ts";
import type { Span } from "../time/span.ts";

/** A stretch in which a clock is on its way to one stop: a reopening begins the next one, as a fresh clock does. */
export interface Run extends Span {
  /** From 1, over all cycles of the clock. */
  readonly number: number;
}

/** The runs of each cycle, in order. A record that only changes hands has not stopped. */
export function runsOf(reads: readonly Read[]): readonly (readonly Run[])[] {
  let number = 0;
  return reads.map(({ cycle }) => {
    const starts = startsOf(cycle);
    const { end } = cycle.phases.at(-1) as Phase;
    return starts.map((start, index) => {
      number += 1;
      return { start, end: starts[index + 1] ?? end, number };
    });
  });
}

function startsOf({ phases }: Cycle) {
  const starts = [(phases[0] as Phase).start];
  let stopped = false;
  for (const each of phases) {
    if (stopped && goesOn(each) && each.decided === null) {
      starts.push(each.start);
      stopped = false;
    } else if (each.mode === "stopped" || each.decided !== null) stopped = true;
  }
  return starts;
}
