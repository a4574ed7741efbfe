import type { Calendar } from "../calendar/calendar.ts";
import { addWorked, isOpen, nextOpening } from "../calendar/service-time.ts";
import { whyClosed } from "../calendar/why-closed.ts";
import type { Phase } from "../clock/phases.ts";
import { duration, type Instant, later, shift } from "../time/instant.ts";
import type { OutOfHours } from "./live-clock.ts";

/** Why a running clock stands still at an instant; null where it counts, or does not run. */
export function outOfHoursAt(calendar: Calendar | null, phase: Phase, at: Instant): OutOfHours | null {
  if (phase.mode !== "running" || phase.early !== null || calendar === null || isOpen(calendar, at)) return null;
  const last = addWorked(calendar, at, duration(-1));
  const why = whyClosed(calendar, at);
  return {
    since: last === null ? phase.start : later(shift(last, duration(1)), phase.start),
    until: nextOpening(calendar, at),
    because: why === null || why.kind === "hours" ? "out of hours" : why.name,
  };
}
