import type { LiveClock } from "../../engine/watch/live-clock.ts";

/** A clock as its row has it. `stage`: the step from 1, 0 for a level without steps. */
export interface ClockRow {
  readonly agreement: string;
  readonly level: string;
  readonly kind: string;
  readonly tool: string;
  readonly record: string;
  readonly stage: number;
  readonly cycle: number;
  readonly state: string;
  readonly holder: string | null;
  readonly due: number | null;
  /** When something matters if nothing happens, or the oldest warning that was passed and not told. */
  readonly nextAt: number | null;
  readonly nextWhat: string | null;
  readonly clock: LiveClock;
}

/** Which clock. */
export type ClockKey = Pick<ClockRow, "agreement" | "level" | "kind" | "tool" | "record" | "stage">;

/** The key of a clock's row. */
export const clockKey = ({ agreement, level, recordKind, tool, record, stage }: LiveClock): ClockKey => ({
  ...{ agreement, level, kind: recordKind, tool, record },
  stage: stage === null ? 0 : stage + 1,
});

/** A clock as a text. */
export const clockText = ({ agreement, level, kind, tool, record, stage }: ClockKey): string =>
  JSON.stringify([agreement, level, kind, tool, record, stage]);
