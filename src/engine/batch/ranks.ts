import { kindCount, kinds } from "./kinds.ts";
import type { ClockClass } from "./plan.ts";

/**
 * Members of a class differ in their limits alone. With the limits of a row in order, a number of seconds is late for
 * the first so many of them: its rank. A record adds one to one cell of (row, period, kind, rank before, rank), and
 * what this means for each level is told once, at the end.
 */
export interface Ranks {
  /** Four numbers a class: its course, its selection, its field, and nothing. */
  readonly heads: Int32Array;
  /** By `class * values + code` of the field: where the row stands in `rows`, or one of `noRow` and `closer`. */
  readonly rowAt: Int32Array;
  /** A row: its lane, its calendar, its first cell, how many limits, and these in order. */
  readonly rows: Int32Array;
  /** By `row's first cell + (rank before * (limits + 1) + rank) * slots + period * rankedCount + kind`. */
  readonly cells: Int32Array;
  /** Periods times `rankedCount`. */
  readonly slots: number;
  /** What a cell tells: the levels in order of their limits. */
  readonly told: readonly { readonly cell: number; readonly levels: readonly number[] }[];
}

export const noRow = -1;
/** The field that picks the row is empty: whether it is set later is for the phases to tell. */
export const closer = -2;

const rankedKinds = [kinds.inTime, kinds.running, kinds.nothing] as const;
export const rankedCount = rankedKinds.length;
/** The place of a kind among those that are ranked. */
export const ranked = { inTime: 0, running: 1, nothing: 2 } as const;

export function ranksOf(classes: readonly ClockClass[], periods: number): Ranks {
  const rows: number[] = [];
  const told: { cell: number; levels: number[] }[] = [];
  const rowAt: number[] = [];
  const slots = periods * rankedCount;
  let cells = 0;
  for (const clock of classes) {
    const places = [...clock.lanes.keys()].map((row) => {
      const order = inOrder(clock, row);
      const at = rows.length;
      const limits = order.map((member) => limitAt(clock, row, member));
      rows.push(clock.lanes[row] as number, clock.calendars[row] as number, cells, limits.length, ...limits);
      told.push({ cell: cells, levels: order.map((member) => clock.levels[member] as number) });
      cells += slots * (limits.length + 1) ** 2;
      return at;
    });
    for (const [code, row] of clock.rowOf.entries()) rowAt.push(places[row] ?? (code === 0 ? closer : noRow));
  }
  const heads = classes.flatMap(({ course, selection, field }) => [course, selection, field, 0]);
  return {
    heads: Int32Array.from(heads),
    rowAt: Int32Array.from(rowAt),
    rows: Int32Array.from(rows),
    cells: new Int32Array(cells),
    slots,
    told,
  };
}

const limitAt = ({ limits, levels }: ClockClass, row: number, member: number): number =>
  limits[row * levels.length + member] as number;

const inOrder = (clock: ClockClass, row: number): number[] =>
  [...clock.levels.keys()].sort((a, b) => limitAt(clock, row, a) - limitAt(clock, row, b));

/** Adds what the cells tell to the counters, by `(period * kindCount + kind) * levels + level`. */
export function tellCells(
  { cells, told, slots }: Ranks,
  { counters, levels: all }: { readonly counters: Int32Array; readonly levels: number },
): void {
  for (const { cell, levels } of told) {
    const width = levels.length + 1;
    for (let i = 0; i < width * width * slots; i += 1) {
      const seen = cells[cell + i] as number;
      if (seen === 0) continue;
      const slot = i % slots;
      const rank = Math.floor(i / slots) % width;
      for (let at = Math.floor(i / slots / width); at < levels.length; at += 1) {
        const kind = at < rank ? kinds.late : (rankedKinds[slot % rankedCount] as number);
        const index = (Math.floor(slot / rankedCount) * kindCount + kind) * all + (levels[at] as number);
        counters[index] = (counters[index] as number) + seen;
      }
    }
  }
}
