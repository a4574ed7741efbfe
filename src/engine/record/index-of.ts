import type { SourceRef } from "../source/source.ts";
import type { Instant } from "../time/instant.ts";
import type { Fact, State } from "./record.ts";

/** The values of one field, or the states, in order; `at[i]` is when `values[i]` was set. */
export interface Course<T> {
  readonly at: readonly Instant[];
  readonly values: readonly T[];
}

/** A history sorted by what its events say. A series of samples has a hundred thousand events and few that set a field. */
export interface HistoryIndex {
  readonly fields: ReadonlyMap<string, Course<string | null>>;
  readonly states: Course<State>;
  readonly moments: ReadonlyMap<string, readonly { readonly at: Instant; readonly source: SourceRef }[]>;
}

const known = new WeakMap<Fact, HistoryIndex>();

/** The index of a record, made when first asked for and kept as long as the record is. */
export function indexOf(fact: Fact): HistoryIndex {
  const index = known.get(fact) ?? made(fact);
  known.set(fact, index);
  return index;
}

/** The last value at or before an instant; null before the first. */
export function lastAt<T>({ at, values }: Course<T>, instant: Instant): T | null {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as Instant) <= instant) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : (values[low - 1] as T);
}

function made({ events }: Fact): HistoryIndex {
  const fields = new Map<string, { at: Instant[]; values: (string | null)[] }>();
  const states: { at: Instant[]; values: State[] } = { at: [], values: [] };
  const moments = new Map<string, { at: Instant; source: SourceRef }[]>();
  for (const { happened, source, change } of events) {
    if (change.kind === "field") append(fields, change.field, happened).values.push(change.value);
    if (change.kind === "moment") {
      const said = moments.get(change.moment) ?? [];
      moments.set(change.moment, said);
      said.push({ at: happened, source });
    }
    if (change.kind === "state") {
      states.at.push(happened);
      states.values.push(change.state);
    }
  }
  return { fields, states, moments };
}

function append<T>(
  courses: Map<string, { at: Instant[]; values: T[] }>,
  name: string,
  at: Instant,
): { at: Instant[]; values: T[] } {
  const course = courses.get(name) ?? { at: [], values: [] };
  courses.set(name, course);
  course.at.push(at);
  return course;
}
