import type { Instant } from "../../engine/time/instant.ts";
import type { LiveClock, Passed } from "../../engine/watch/live-clock.ts";
import { warningsPassed } from "../../engine/watch/warnings-due.ts";
import { type ClockRow, clockKey } from "../../store/clocks/clock-row.ts";
import { type WarningRow, warningText } from "../../store/clocks/warnings.ts";

/** True for a clock that nothing moves any more. */
export const isOver = ({ state, next }: LiveClock): boolean =>
  (state === "stopped" || state === "cancelled") && next === null;

/** A warning that a clock has passed, as its row and with who is to be told. */
export interface PassedWarning {
  readonly row: WarningRow;
  readonly passed: Passed;
  readonly clock: LiveClock;
}

/** What a clock has passed by an instant. `known`: when anything of the record was first learned. */
export const passedBy = (clock: LiveClock, now: Instant, known: Instant): readonly PassedWarning[] =>
  warningsPassed(clock, now).map((passed) => ({
    row: {
      ...clockKey(clock),
      cycle: passed.cycle,
      warning: passed.id,
      passedAt: passed.at,
      late: passed.at < known,
    },
    passed,
    clock,
  }));

/** The row of a clock that goes on. It wants to be looked at when something comes, or at once for what was not told. */
export function clockRow(clock: LiveClock, untold: readonly WarningRow[]): ClockRow {
  const { cycle, state, holder, due } = clock;
  const [first] = untold.toSorted((a, b) => a.passedAt - b.passedAt);
  const next = first ? { at: first.passedAt, what: first.warning } : clock.next;
  const nextAt = next?.at ?? null;
  return { ...clockKey(clock), cycle, state, holder, due, nextAt, nextWhat: next?.what ?? null, clock };
}

/** The warnings that are not among those found before. */
export const notFound = (all: readonly PassedWarning[], before: ReadonlySet<string>): readonly PassedWarning[] =>
  all.filter(({ row }) => !before.has(warningText(row)));
