import { type Columns, firstField, says } from "../../../engine/batch/columns.ts";
import type { EventColumns } from "./events.ts";
import type { Words } from "./row-words.ts";
import type { StraightColumns } from "./straight-columns.ts";

/** Records by place: where the events of each end; a place without events is one of the others. */
interface Straight extends Pick<Words, "states" | "values"> {
  readonly events: EventColumns;
  readonly ends: Int32Array;
}

/** Columns of the other records; `left` are all places that are not straight, of which some gave no record. */
interface Others {
  readonly columns: Columns;
  readonly places: readonly number[];
  readonly left: readonly number[];
}

/** Both kinds of records in the order of their places, with one dictionary. */
export function interleaved(straight: Straight, others: Others): StraightColumns {
  const { fields } = others.columns;
  if (others.left.length === 0) {
    const { ends, events, states, values } = straight;
    const offsets = new Int32Array(ends.length + 1);
    offsets.set(ends, 1);
    const { happened, what, value } = events;
    const places = new Int32Array(ends.length);
    for (let place = 0; place < places.length; place += 1) places[place] = place;
    const columns = { count: ends.length, offsets, happened, what, value, states, fields, values, plainOnly: [] };
    return { columns, places };
  }
  const columns = both(straight, others);
  return { columns, places: placesOf(straight, others) };
}

function placesOf({ ends }: Straight, { places, left }: Others): Int32Array {
  const none = new Set(left);
  for (const place of places) none.delete(place);
  return Int32Array.from(ends.keys()).filter((place) => !none.has(place));
}

function both(straight: Straight, { columns, places, left }: Others): Columns {
  const { states, values, recode } = oneDictionary(straight, columns);
  const size = straight.events.size + columns.happened.length;
  const into = { happened: new Float64Array(size), what: new Uint8Array(size), value: new Int32Array(size) };
  const isLeft = new Uint8Array(straight.ends.length);
  for (const place of left) isLeft[place] = 1;
  const offsets: number[] = [0];
  let [at, other] = [0, 0];
  for (let place = 0; place < isLeft.length; place += 1) {
    if (isLeft[place] === 0)
      copy(straight.events, place === 0 ? 0 : (straight.ends[place - 1] as number), endOf(place));
    else if (places[other] === place) {
      const first = at;
      copy(columns, columns.offsets[other] as number, columns.offsets[other + 1] as number);
      for (let i = first; i < at; i += 1) into.value[i] = recode(into.what[i] as number, into.value[i] as number);
      other += 1;
    } else continue;
    offsets.push(at);
  }
  const { fields, plainOnly } = columns;
  return { count: offsets.length - 1, offsets: Int32Array.from(offsets), ...into, states, fields, values, plainOnly };

  function endOf(place: number): number {
    return straight.ends[place] as number;
  }

  function copy(from: Pick<Columns, "happened" | "what" | "value">, first: number, end: number): void {
    for (let i = first; i < end; i += 1) {
      into.happened[at] = from.happened[i] as number;
      into.what[at] = from.what[i] as number;
      into.value[at] = from.value[i] as number;
      at += 1;
    }
  }
}

/** The states and values of both, and the number in it of one of the others. */
function oneDictionary({ states, values }: Straight, columns: Columns) {
  const stateCodes = columns.states.map((state) => {
    const found = states.findIndex((each) => keyOf(each) === keyOf(state));
    return found >= 0 ? found : states.push(state) - 1;
  });
  const known = new Map(values.map((value, code) => [value, code]));
  const valueCodes = columns.values.map((value) => known.get(value) ?? values.push(value) - 1);
  const recode = (what: number, value: number): number =>
    (what === says.state ? stateCodes[value] : what >= firstField ? valueCodes[value] : value) as number;
  return { states, values, recode };
}

const keyOf = (state: Columns["states"][number]): string =>
  state.kind === "waiting" ? `waiting ${state.reason}` : state.kind;
