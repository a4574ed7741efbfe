import type { Change, Fact, State } from "../record/record.ts";

/** What an event says, as far as a clock that is read from columns listens; fields begin at `firstField`. */
export const says = { nothing: 0, state: 1, responded: 2, resolved: 3, closed: 4, reopened: 5, answer: 6 } as const;
export const firstField = 16;

/** Records as columns: the events of record `i` are those from `offsets[i]` to before `offsets[i + 1]`, in order. */
export interface Columns {
  readonly count: number;
  readonly offsets: Int32Array;
  /** Epoch seconds at which each event happened. */
  readonly happened: Float64Array;
  readonly what: Uint8Array;
  /** The code of the state or the value that an event sets; 0 for a value that is taken away. */
  readonly value: Int32Array;
  readonly states: readonly State[];
  readonly fields: readonly string[];
  /** The values of all fields by code; 0 is no value. */
  readonly values: readonly (string | null)[];
  /** Records that columns cannot tell exactly, to be measured by the plain engine; they have no events here. */
  readonly plainOnly: readonly Fact[];
}

interface Codes<T> {
  readonly all: T[];
  readonly of: (key: string, item: T) => number;
}

/** Compiles records, in the order given, keeping the fields that selections and rows ask for. */
export function compileColumns(facts: Iterable<Fact>, fields: readonly string[]): Columns {
  const states = codes<State>([]);
  const values = codes<string | null>([null]);
  const offsets: number[] = [0];
  const plainOnly: Fact[] = [];
  const happened = growing(Float64Array);
  const what = growing(Uint8Array);
  const value = growing(Int32Array);
  for (const fact of facts) {
    if (isPlainOnly(fact)) plainOnly.push(fact);
    else for (const event of fact.events) add(event.happened, event.change);
    offsets.push(happened.size());
  }
  const columns = { happened: happened.done(), what: what.done(), value: value.done() };
  const dictionaries = { states: states.all, fields, values: values.all };
  return { count: offsets.length - 1, offsets: Int32Array.from(offsets), ...columns, ...dictionaries, plainOnly };

  function add(at: number, change: Change): void {
    happened.push(at);
    what.push(whatOf(change, fields));
    if (change.kind === "state") value.push(states.of(keyOf(change.state), change.state));
    else if (change.kind !== "field" || change.value === null || !fields.includes(change.field)) value.push(0);
    else value.push(values.of(change.value, change.value));
  }
}

function whatOf(change: Change, fields: readonly string[]): number {
  switch (change.kind) {
    case "state":
      return change.state.kind === "unknown" ? says.nothing : says.state;
    case "field":
      return fields.includes(change.field) ? firstField + fields.indexOf(change.field) : says.nothing;
    case "moment":
      return moments[change.moment] ?? says.nothing;
    case "message":
      return change.by === "supplier" && change.open ? says.answer : says.nothing;
    case "value":
      return says.nothing;
  }
}

const { responded, resolved, closed, reopened } = says;
const moments: Readonly<Record<string, number>> = { responded, resolved, closed, reopened };

const keyOf = (state: State): string => (state.kind === "waiting" ? `waiting ${state.reason}` : state.kind);

/**
 * True for histories with what columns do not keep: an opening that is not the first event or is said again, a
 * beginning nobody saw, calls given up, a reopening against the state, and ties within one second of one log.
 */
function isPlainOnly({ events }: Fact): boolean {
  let [opened, open] = [0, true];
  return events.some(({ happened, sequence, change }, index) => {
    const next = events[index + 1];
    if (next?.happened === happened && next.sequence === sequence) return true;
    if (change.kind === "state" && change.state.kind !== "unknown")
      open = change.state.kind === "open" || change.state.kind === "waiting";
    if (happened < 0 || happened >= 2 ** 31) return true;
    if (change.kind !== "moment") return false;
    if (change.moment === "opened") opened += 1;
    const isLate = change.moment === "opened" && (opened > 1 || happened !== events[0]?.happened);
    return isLate || (change.moment === "reopened" && !open) || isOdd(change.moment);
  });
}

const isOdd = (moment: string): boolean =>
  moment === "abandoned" || moment === "history incomplete" || moment.endsWith("at the latest");

function codes<T>(all: T[]): Codes<T> {
  const known = new Map<string, number>();
  return { all, of };

  function of(key: string, item: T): number {
    const code = known.get(key) ?? all.push(item) - 1;
    known.set(key, code);
    return code;
  }
}

type Numbers = Float64Array | Uint8Array | Int32Array;

/** A typed array that doubles when it is full. */
function growing<T extends Numbers>(kind: new (length: number) => T) {
  let [array, size] = [new kind(1024), 0];
  return { push, size: () => size, done: () => array.slice(0, size) as T };

  function push(number: number): void {
    if (size === array.length) {
      const larger = new kind(size * 2);
      larger.set(array);
      array = larger;
    }
    array[size] = number;
    size += 1;
  }
}
