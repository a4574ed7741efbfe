import { type ClockClass, does } from "./clock-class.ts";
import { type Columns, says } from "./columns.ts";

/** What a clock does in a phase. */
export const modes = { running: 1, paused: 2, stopped: 3, cancelled: 4 } as const;

/** The phases of one record's clock, oldest first; reused from record to record. */
export interface Phases {
  count: number;
  /** `start[count]` is where the last one ends. */
  start: Float64Array;
  mode: Uint8Array;
  /** The row that rules each; -1: none. */
  row: Int32Array;
}

export const noPhases = (): Phases => ({
  count: 0,
  start: new Float64Array(64),
  mode: new Uint8Array(64),
  row: new Int32Array(64),
});

/** Reads the events of a record that happened before `until` into phases: events of one instant give its last status. */
export function walk(columns: Columns, record: number, of: { clock: ClockClass; until: number; into: Phases }): void {
  const { clock, until, into } = of;
  const { happened, what, value, offsets } = columns;
  const responds = clock.stops === "responded";
  const end = offsets[record + 1] as number;
  const first = offsets[record] as number;
  into.count = 0;
  let [state, key, stopped] = [0, 0, 0];
  for (let i = first; i < end; i += 1) {
    const at = happened[i] as number;
    if (at >= until) break;
    const said = what[i] as number;
    if (said === says.state) {
      state = clock.does[value[i] as number] as number;
      stopped = state & does.end || (!responds && state & does.open ? 0 : stopped);
    } else if (said === clock.keyed) key = value[i] as number;
    else if (said !== says.nothing && said < 16) stopped = afterMoment(clock, stopped, { said, isFirst: i === first });
    if (i + 1 < end && happened[i + 1] === at) continue;
    const mode = state & does.cancel ? 4 : stopped ? 3 : state & does.pause ? 2 : 1;
    append(into, at, { mode, row: clock.rowOf[key] as number });
  }
  into.start[into.count] = until;
}

/** A response is once and for all; a resolution and a closure are undone by a reopening. */
function afterMoment({ stops }: ClockClass, stopped: number, of: { said: number; isFirst: boolean }): number {
  const { said, isFirst } = of;
  if (stops === "responded") return said === says.responded || (said === says.answer && !isFirst) ? 1 : stopped;
  if (said === says.reopened) return 0;
  return said === says.closed || (said === says.resolved && stops === "resolved") ? 1 : stopped;
}

function append(into: Phases, at: number, { mode, row }: { mode: number; row: number }): void {
  const { count } = into;
  if (count > 0 && into.mode[count - 1] === mode && into.row[count - 1] === row) return;
  if (count + 2 > into.mode.length) grow(into);
  into.start[count] = at;
  into.mode[count] = mode;
  into.row[count] = row;
  into.count = count + 1;
}

function grow(into: Phases): void {
  const { start, mode, row } = into;
  into.start = new Float64Array(start.length * 2);
  into.mode = new Uint8Array(start.length * 2);
  into.row = new Int32Array(start.length * 2);
  into.start.set(start);
  into.mode.set(mode);
  into.row.set(row);
}
