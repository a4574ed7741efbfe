import { type Finding, finding } from "../../engine/finding/finding.ts";
import { sayingOf } from "../../engine/record/joined.ts";
import type { RecordEvent } from "../../engine/record/record.ts";
import { byCall, type Telling } from "../../store/records/telling.ts";

/** What is told of one record now, and the stored events that may be the same. */
export interface Told {
  readonly record: string;
  readonly stored: readonly Telling[];
  readonly events: readonly RecordEvent[];
  readonly batch: string;
}

/** What becomes of what is told. Together the three lists are what was told, each once. */
export interface Settled {
  readonly add: readonly Telling[];
  readonly repeated: readonly RecordEvent[];
  readonly held: readonly Held[];
}

/** An event that contradicts what the source said before under the same number. */
export interface Held {
  readonly event: RecordEvent;
  readonly finding: Finding;
}

/**
 * Settles events that a call brought. Their number names them: said again it is a repetition, said otherwise it is
 * held. What a file told already, in the same second, is a repetition too.
 */
export function settleCall({ record, stored, events, batch }: Told): Settled {
  const byNumber = new Map(stored.filter(isOfCall).map((event) => [event.sequence, event] as const));
  const told = new Set(stored.filter((event) => !isOfCall(event)).map(sayingOf));
  const out = { add: [] as Telling[], repeated: [] as RecordEvent[], held: [] as Held[] };
  const place = placesOf(stored);
  for (const event of events) {
    const before = byNumber.get(event.sequence);
    if (before ? sayingOf(before) === sayingOf(event) : told.has(sayingOf(event))) out.repeated.push(event);
    else if (before) out.held.push({ event, finding: contradiction(record, before, event) });
    else {
      const added = { ...event, place: place(event), batch };
      out.add.push(added);
      byNumber.set(event.sequence, added);
    }
  }
  return out;
}

/**
 * Settles events that a file told. Its numbers count rows of that file alone, so the same change at the same instant is
 * one event; one that the new file puts earlier in the order is added beside the other, and rules. The same batch again
 * changes nothing.
 */
export function settleFile({ stored, events, batch }: Told): Settled {
  if (isTaken(stored, batch)) return { add: [], repeated: events, held: [] };
  const isFirst = stored.length === 0;
  const earliest = new Map<string, RecordEvent>();
  for (const event of stored) note(earliest, event);
  const out = { add: [] as Telling[], repeated: [] as RecordEvent[] };
  const place = placesOf(stored);
  for (const event of events) {
    const before = isFirst ? undefined : earliest.get(sayingOf(event));
    if (before && !isEarlier(event, before)) out.repeated.push(event);
    else {
      out.add.push({ ...event, place: place(event), batch });
      if (!isFirst) note(earliest, event);
    }
  }
  return { ...out, held: [] };
}

/** True where a batch brought something of the record already. */
export const isTaken = (stored: readonly Telling[], batch: string): boolean =>
  stored.some((event) => event.batch === batch);

function note(earliest: Map<string, RecordEvent>, event: RecordEvent): void {
  const saying = sayingOf(event);
  const known = earliest.get(saying);
  if (known === undefined || isEarlier(event, known)) earliest.set(saying, event);
}

/** Of two tellings of one event, the one that stands first in a history. */
const isEarlier = (a: RecordEvent, b: RecordEvent): boolean =>
  a.sequence < b.sequence || (a.sequence === b.sequence && a.source.row < b.source.row);

const isOfCall = ({ source }: RecordEvent): boolean => source.file === byCall;

/** Gives each event the first free place among those of its instant, number and row. */
function placesOf(stored: readonly Telling[]): (event: RecordEvent) => number {
  const next = new Map<string, number>();
  const spot = ({ happened, sequence, source }: RecordEvent): string => `${happened}/${sequence}/${source.row}`;
  for (const event of stored) next.set(spot(event), Math.max(next.get(spot(event)) ?? 0, event.place + 1));
  return (event) => {
    const place = next.get(spot(event)) ?? 0;
    next.set(spot(event), place + 1);
    return place;
  };
}

const contradiction = (record: string, before: RecordEvent, event: RecordEvent): Finding =>
  finding("event-contradicts", {
    weight: "error",
    record,
    facts: {
      sequence: String(event.sequence),
      said_before: sayingOf(before),
      says_now: sayingOf(event),
    },
  });
