import { type Block, blockSlots, blockTurns, goesOnOpen, mostStretches, push, turnWord } from "./block.ts";
import { firstField, says } from "./columns.ts";
import { isOver, running, stopped, symbolOf } from "./moves.ts";
import { periodAt, type Run } from "./run.ts";
import { fieldBit } from "./selections.ts";
import { beginRecord, goOn, goOnTo, noSlot } from "./stretch.ts";

/** The records to read, and the place of the first of them; by record the courses that are asked of it. */
interface From {
  readonly records: Int32Array;
  readonly first: number;
  readonly left: Int16Array;
  readonly until: number;
}

/** Where the reading of a record stands; instants are epoch seconds. */
interface Reader {
  readonly until: number;
  /** The event at hand, its instant, and those of the events before and after it. */
  event: number;
  before: number;
  at: number;
  next: number;
  /** The first event, the one after the last, the first slot and the first turn of the record. */
  first: number;
  end: number;
  firstSlot: number;
  firstTurn: number;
  slot: number;
  turns: number;
  courses: number;
  status: number;
  /** The status before the instant at hand. */
  told: number;
  /** The end of the period at hand, and the instant at which the last row began. */
  edge: number;
  rowFrom: number;
  /** Stretches do not tell the record. */
  isOdd: boolean;
}

/**
 * Reads records into a block, as many as have room: one look-up moves the clocks of all courses, and the events of one
 * instant give its last status. Events at or after `until` are not read. Gives the place of the first record that is
 * not read.
 */
export function readBlock(run: Run, block: Block, { records, first, left, until }: From): number {
  const { offsets } = run.columns;
  const reader = readerUntil(until);
  let place = first;
  block.odd.count = 0;
  for (; place < records.length && hasRoom(block, reader); place += 1) {
    const record = records[place] as number;
    reader.first = offsets[record] as number;
    reader.end = offsets[record + 1] as number;
    reader.courses = left[record] as number;
    if (reader.end - reader.first > blockTurns) push(block.odd, record);
    else if (reader.turns + reader.end - reader.first > blockTurns) break;
    else if (begin(run, block, { reader, record })) {
      while (reader.next < until) readEvent(run, block, reader);
      finish(run, block, reader);
    }
  }
  block.turnFrom[reader.slot] = reader.turns;
  block.size = reader.slot;
  block.turns = reader.turns;
  return place;
}

const readerUntil = (until: number): Reader => ({
  until,
  event: 0,
  before: 0,
  at: 0,
  next: 0,
  first: 0,
  end: 0,
  firstSlot: 0,
  firstTurn: 0,
  slot: 0,
  turns: 0,
  courses: 0,
  status: 0,
  told: -1,
  edge: 0,
  rowFrom: 0,
  isOdd: false,
});

const hasRoom = ({ odd }: Block, { slot }: Reader): boolean =>
  slot + mostStretches <= blockSlots && odd.count < blockSlots;

/** Begins to read a record; false where none of it is known. */
function begin(
  run: Run,
  block: Block,
  { reader, record }: { readonly reader: Reader; readonly record: number },
): boolean {
  const { happened } = run.columns;
  const { slot, turns, first, end, until, courses } = reader;
  const opened = first < end ? (happened[first] as number) : until;
  if (opened >= until) return false;
  const period = periodAt(run, opened - run.base);
  beginRecord(block, slot, { record, courses, period });
  block.turnFrom[slot] = turns;
  reader.event = first;
  reader.at = -1;
  reader.next = opened;
  reader.firstSlot = slot;
  reader.firstTurn = turns;
  reader.status = 0;
  reader.told = -1;
  reader.edge = (run.periods.ends[period] as number) + run.base;
  reader.rowFrom = opened;
  reader.isOdd = opened - run.base < (run.periods.starts[period] as number);
  return true;
}

function readEvent(run: Run, block: Block, reader: Reader): void {
  const { happened, what, value } = run.columns;
  const { event, first } = reader;
  reader.before = reader.at;
  reader.at = reader.next;
  reader.event += 1;
  reader.next = reader.event < reader.end ? (happened[reader.event] as number) : reader.until;
  if (reader.at >= reader.edge && !reader.isOdd) passEdge(run, block, reader);
  const said = what[event] as number;
  if (said >= firstField) setField(run, block, { reader, field: said - firstField, code: value[event] as number });
  else if (said !== says.nothing && !(said === says.answer && event === first)) {
    const { keep, set } = run.plan.moves;
    const symbol = symbolOf(said, value[event] as number);
    reader.status = (reader.status & (keep[symbol] as number)) | (set[symbol] as number);
  }
  if (reader.status !== reader.told && reader.next !== reader.at) addTurn(run, block, reader);
}

function passEdge(run: Run, block: Block, reader: Reader): void {
  const { slot, at, firstSlot, told, turns } = reader;
  const reached = goOnTo(run, block, { slot, at: at - run.base, first: firstSlot, status: told, turns });
  reader.isOdd = reached === noSlot;
  if (reader.isOdd) return;
  reader.slot = reached;
  reader.edge = (run.periods.ends[block.period[reached] as number] as number) + run.base;
}

/** A field that picks rows begins a stretch where it takes another value; one that a selection asks for is odd. */
function setField(
  { plan, base, columns }: Run,
  block: Block,
  { reader, field, code }: { readonly reader: Reader; readonly field: number; readonly code: number },
): void {
  const { slot, at, firstSlot, told, turns } = reader;
  const place = field * blockSlots;
  if (at === columns.happened[reader.first]) {
    block.codes[place + slot] = code;
    return;
  }
  if (reader.isOdd || block.codes[place + slot] === code) return;
  const bit = fieldBit(field);
  if ((bit & plan.selections.bits) !== 0 || slot + 2 - firstSlot >= mostStretches) reader.isOdd = true;
  else if ((bit & plan.keys.bits) !== 0) {
    if (reader.rowFrom !== at) {
      block.changedAt[slot] = at - base;
      block.isAlone[slot] = reader.before !== at && reader.next !== at ? 1 : 0;
      reader.slot = goOn(block, slot, { first: firstSlot, status: told, turns });
      reader.rowFrom = at;
    }
    block.codes[place + reader.slot] = code;
  }
}

function addTurn({ plan, base }: Run, block: Block, reader: Reader): void {
  const { status, told, turns, slot, courses } = reader;
  const runs = running(status) & ((1 << plan.courses) - 1);
  block.at[turns] = reader.at - base;
  block.status[turns] = status;
  block.word[turns] = turnWord(slot, runs, (runs ^ running(told)) & courses);
  reader.turns = turns + 1;
  reader.told = status;
}

/** Ends a record. One that is odd leaves its slots, and is told by its phases unless it was over before any period. */
function finish({ plan, periods, columns, base }: Run, block: Block, reader: Reader): void {
  const { told, firstSlot, event, end, until } = reader;
  const all = (1 << plan.courses) - 1;
  const isStopped = (stopped(told) & all) === all;
  const isAtUntil = event < end && columns.happened[event] === until;
  if (!isStopped && isAtUntil) reader.isOdd = true;
  for (const field of plan.keys.fields) {
    if (block.codes[field * blockSlots + firstSlot] === 0) reader.isOdd = true;
  }
  if (reader.isOdd) {
    const start = periods.starts[block.period[firstSlot] as number] as number;
    if (!isStopped || reader.at - base >= start) push(block.odd, block.record[firstSlot] as number);
    reader.slot = firstSlot;
    reader.turns = reader.firstTurn;
    return;
  }
  if (!isStopped && !isOver(told, all)) block.changedAt[reader.slot] = goesOnOpen;
  block.endStatus[reader.slot] = told;
  reader.slot += 1;
}
