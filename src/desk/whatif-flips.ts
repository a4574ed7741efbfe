import type { Reading } from "../engine/clock/reading.ts";
import type { Item } from "../engine/measure/measurement.ts";
import { writeInstant } from "./read-instant.ts";

/** Where a record stands in a figure. */
export type Standing = "in time" | "late" | "good" | "not good" | "counted" | "out";

/** A record that a change moves, with its clock before and after. */
export interface FlippedRecord {
  readonly record: string;
  readonly before: Standing;
  readonly after: Standing;
  /** Null where nothing was read: the measure has no clock, or the record is not looked at. */
  readonly clockBefore: ClockLine | null;
  readonly clockAfter: ClockLine | null;
}

/** What a clock shows: seconds, and instants written in UTC. */
export interface ClockLine {
  readonly elapsed: number;
  readonly allowed: number | null;
  readonly row: string | null;
  readonly calendar: string | null;
  readonly started: string | null;
  readonly due: string | null;
  readonly stopped: string | null;
  readonly missedAt: string | null;
}

/** The records whose standing is not the same, in the order in which they are told. */
export function flips(before: readonly Item[], after: readonly Item[]): readonly FlippedRecord[] {
  const [old, changed] = [numbered(before), numbered(after)];
  return [...new Set([...old.keys(), ...changed.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key) ?? null, changed.get(key) ?? null];
    const one = is ?? was;
    if (one === null || isAlike(was, is)) return [];
    const [clockBefore, clockAfter] = [clockLine(was), clockLine(is)];
    return [{ record: one.record, before: standingOf(was), after: standingOf(is), clockBefore, clockAfter }];
  });
}

/** Items by record; a record with several, such as its exchanges, has them in order. */
function numbered(items: readonly Item[]): ReadonlyMap<string, Item> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const count = (seen.get(item.record) ?? 0) + 1;
      seen.set(item.record, count);
      return [`${count} ${item.record}`, item];
    }),
  );
}

/** Compared without a look at the clocks, which are read only where they are shown. */
function isAlike(was: Item | null, is: Item | null): boolean {
  const [old, changed] = [was?.counted ?? false, is?.counted ?? false];
  return old === changed && (!old || was?.good === is?.good);
}

function standingOf(item: Item | null): Standing {
  if (item === null || !item.counted) return "out";
  if (item.good === null) return "counted";
  if (item.reading === null) return item.good ? "good" : "not good";
  return item.good ? "in time" : "late";
}

function clockLine(item: Item | null): ClockLine | null {
  const reading = item?.reading ?? null;
  if (reading === null) return null;
  const { elapsed, target, row, calendar, started, due, stopped, missedAt } = reading;
  return {
    ...{ elapsed, allowed: target, row, calendar },
    ...{ started: said(started), due: said(due), stopped: said(stopped), missedAt: said(missedAt) },
  };
}

const said = (at: Reading["due"]): string | null => (at === null ? null : writeInstant(at));
