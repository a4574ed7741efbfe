/** Events of records as they are made: arrays that grow, one event after the other. */
export interface EventColumns {
  happened: Float64Array<ArrayBuffer>;
  what: Uint8Array<ArrayBuffer>;
  value: Int32Array<ArrayBuffer>;
  size: number;
}

/** With room for about so many. */
export const noEvents = (length: number): EventColumns => ({
  happened: new Float64Array(length),
  what: new Uint8Array(length),
  value: new Int32Array(length),
  size: 0,
});

/** Makes room for so many more. */
export function makeRoom(events: EventColumns, more: number): void {
  const { size, what } = events;
  if (size + more <= what.length) return;
  const length = Math.max(Math.ceil(what.length * 1.5), size + more);
  const { happened, value } = events;
  events.happened = new Float64Array(length);
  events.happened.set(happened);
  events.what = new Uint8Array(length);
  events.what.set(what);
  events.value = new Int32Array(length);
  events.value.set(value);
}

/** Adds one; there must be room. */
export function add(events: EventColumns, at: number, of: { readonly what: number; readonly value: number }): void {
  const { size } = events;
  events.happened[size] = at;
  events.what[size] = of.what;
  events.value[size] = of.value;
  events.size = size + 1;
}
