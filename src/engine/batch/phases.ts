import { firstField, says } from "./columns.ts";
import { cancelledAt, pausedAt, symbolOf } from "./moves.ts";
import type { Run } from "./run.ts";

/** What a clock does in a phase. */
export const modes = { running: 1, paused: 2, stopped: 3, cancelled: 4 } as const;

/** The phases of one clock of one record, oldest first; reused from record to record. */
export interface Phases {
  count: number;
  /** `start[count]` is where the last one ends. */
  start: Int32Array;
  mode: Uint8Array;
  /** Value of the field that picks the row. */
  key: Int32Array;
}

export const noPhases = (): Phases => ({
  count: 0,
  start: new Int32Array(64),
  mode: new Uint8Array(64),
  key: new Int32Array(64),
});

interface Of {
  readonly first: number;
  readonly end: number;
  readonly course: number;
  readonly field: number;
}

/** Reads the events of a record into the phases of a course, parted also where a field takes another value. */
export function phasesOf(run: Run, { first, end, course, field }: Of, into: Phases): void {
  const { columns, base } = run;
  const { happened, what, value } = columns;
  const { keep, set } = run.plan.moves;
  const keyed = firstField + field;
  let status = 0;
  let key = 0;
  into.count = 0;
  for (let i = first; i < end; i += 1) {
    const at = happened[i] as number;
    const said = what[i] as number;
    if (said === keyed) key = value[i] as number;
    else if (said < firstField && said !== says.nothing && !(said === says.answer && i === first)) {
      const symbol = symbolOf(said, value[i] as number);
      status = (status & (keep[symbol] as number)) | (set[symbol] as number);
    }
    if (i + 1 < end && happened[i + 1] === at) continue;
    append(into, at - base, { mode: modeOf(status >>> course), key });
  }
}

const modeOf = (status: number): number =>
  (status >>> cancelledAt) & 1
    ? modes.cancelled
    : status & 1
      ? modes.stopped
      : (status >>> pausedAt) & 1
        ? modes.paused
        : modes.running;

function append(into: Phases, at: number, { mode, key }: { readonly mode: number; readonly key: number }): void {
  const { count } = into;
  if (count > 0 && into.mode[count - 1] === mode && into.key[count - 1] === key) return;
  if (count + 2 > into.mode.length) grow(into);
  into.start[count] = at;
  into.mode[count] = mode;
  into.key[count] = key;
  into.count = count + 1;
}

function grow(into: Phases): void {
  const { start, mode, key } = into;
  into.start = new Int32Array(start.length * 2);
  into.mode = new Uint8Array(start.length * 2);
  into.key = new Int32Array(start.length * 2);
  into.start.set(start);
  into.mode.set(mode);
  into.key.set(key);
}
