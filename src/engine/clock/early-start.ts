import { nextOpening } from "../calendar/service-time.ts";
import type { Instant } from "../time/instant.ts";
import type { ClockInput } from "./clock-input.ts";
import { calendarOfRow } from "./clock-row.ts";
import type { Phase } from "./phases.ts";

/** With `opened out of hours: at once` the time up to the first opening counts by the absolute clock (semantics 10). */
export function startedAtOnce(input: ClockInput, phases: Phase[]): Phase[] {
  const opening = input.level.rules.opened_out_of_hours === "at once" ? firstOpening(input, phases) : null;
  return opening === null ? phases : phases.flatMap((each) => (isBegun(each) ? before(each, opening) : [each]));
}

/** The first opening after a start out of hours, by the calendar of the first row; the start itself within them. */
function firstOpening(input: ClockInput, phases: readonly Phase[]): Instant | null {
  const begun = phases.filter(isBegun);
  const [first] = begun;
  const ruled = begun.find((each) => calendarOfRow(input, each) !== null);
  const calendar = ruled ? calendarOfRow(input, ruled) : null;
  return first && calendar ? nextOpening(calendar, first.start) : null;
}

const isBegun = ({ mode }: Phase): boolean => mode !== "not started";

function before(each: Phase, opening: Instant): Phase[] {
  if (each.start >= opening) return [each];
  if (each.end <= opening) return [{ ...each, early: opening }];
  return [
    { ...each, end: opening, early: opening },
    { ...each, start: opening, event: null },
  ];
}
