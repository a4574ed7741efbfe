import { says } from "../../../engine/batch/columns.ts";
import { noStamp } from "../../../intake/bulk/byte-stamps.ts";
import type { Grouped } from "../../../intake/bulk/group.ts";
import { add, type EventColumns, makeRoom } from "./events.ts";
import type { FieldWords, StateWords, Words } from "./row-words.ts";

/** The rows of a file of changes as numbers, and what their words mean. */
export interface Rows {
  readonly grouped: Grouped;
  readonly happened: Int32Array;
  /** Null where the mapping names no order. */
  readonly order: Int32Array | null;
  readonly words: Words;
  /** True where the first row is the creation whatever it says. */
  readonly beginsAnyway: boolean;
}

/**
 * Adds the events of one record, as its history has them. False, and nothing added, for a record of which anything is
 * to be found or that columns cannot tell: rows out of order, a beginning nobody saw, a reopening against the state,
 * or events of one second that a level reads in another order.
 */
export function walkRows(rows: Rows, events: EventColumns, record: number): boolean {
  const { words, grouped } = rows;
  const begin = grouped.starts[record] as number;
  const end = grouped.starts[record + 1] as number;
  if (!isInOrder(rows, begin, end) || !isBegun(rows, begin)) return false;
  const size = events.size;
  makeRoom(events, 1 + (end - begin) * (words.fields.length + 1 + words.entered.length));
  const walk: Walk = { state: -1, isOpen: true, seen: 0 };
  for (let i = begin; i < end; i += 1) {
    const row = grouped.sorted[i] as number;
    const before = i === begin ? -1 : (grouped.sorted[i - 1] as number);
    if (walkRow(rows, events, { row, before, walk })) continue;
    events.size = size;
    return false;
  }
  return true;
}

/** Where a record stands: its state, whether it is open, and the moments that begin once and have. */
interface Walk {
  state: number;
  isOpen: boolean;
  seen: number;
}

/** By stamp, and where an order is named truly by that order too. */
function isInOrder({ happened, order, grouped }: Rows, begin: number, end: number): boolean {
  let [at, place] = [0, noStamp];
  for (let i = begin; i < end; i += 1) {
    const row = grouped.sorted[i] as number;
    const next = happened[row] as number;
    if (next < at) return false;
    at = next;
    if (order === null) continue;
    const placed = order[row] as number;
    if (placed <= place) return false;
    place = placed;
  }
  return true;
}

function isBegun({ words, beginsAnyway, grouped }: Rows, begin: number): boolean {
  const { state } = words;
  return beginsAnyway || state === null || state.isNew[wordIn(state, grouped.sorted[begin] as number)] === 1;
}

/** The word of a row, or the place after all words for none. */
function wordIn({ codes, same }: StateWords, row: number): number {
  const code = codes[row] as number;
  return code < 0 ? same.length - 1 : code;
}

interface Step {
  readonly row: number;
  readonly before: number;
  readonly walk: Walk;
}

function walkRow({ words, happened }: Rows, events: EventColumns, { row, before, walk }: Step): boolean {
  const at = happened[row] as number;
  const size = events.size;
  if (before < 0) add(events, at, opened);
  for (let i = 0; i < words.fields.length; i += 1) {
    const field = words.fields[i] as FieldWords;
    const value = valueIn(field, row);
    if (value === (before < 0 ? 0 : valueIn(field, before))) continue;
    add(events, at, { what: field.what, value: field.isKept ? value : 0 });
  }
  const isFirstOrSet = events.size > size ? 1 : 0;
  const { state } = words;
  const word = state === null ? -1 : (state.codes[row] as number);
  if (state === null || word < 0 || state.same[word] === walk.state || state.same[word] === -1) return true;
  walk.state = state.same[word] as number;
  walk.isOpen = state.isOpen[word] === 1;
  add(events, at, { what: says.state, value: state.value[word] as number });
  const entered = enter(words, events, { at, bits: state.enters[word] as number, walk });
  return entered >= 0 && (events.size === size + 1 || words.isInOrder({ isFirstOrSet, word, entered }));
}

const opened = { what: says.nothing, value: 0 };

function valueIn({ codes, values }: FieldWords, row: number): number {
  if (codes === null) return values[0] as number;
  const code = codes[row] as number;
  return values[code < 0 ? values.length - 1 : code] as number;
}

/** Adds the moments that begin with a state; which they are, or -1 for a reopening of what is not open. */
function enter(
  { entered }: Words,
  events: EventColumns,
  { at, bits, walk }: { readonly at: number; readonly bits: number; readonly walk: Walk },
): number {
  if (bits === 0) return 0;
  let begun = 0;
  for (const [rule, { what, bit, once }] of entered.entries()) {
    if (((bits >> rule) & 1) === 0 || (walk.seen & bit) !== 0) continue;
    if (once) walk.seen |= bit;
    if (what === says.reopened && !walk.isOpen) return -1;
    add(events, at, { what, value: 0 });
    begun |= 1 << rule;
  }
  return begun;
}
