import { type Columns, firstField } from "../../engine/batch/columns.ts";

const known = new WeakMap<Columns, Map<string, readonly string[]>>();

/** Every value that a field of the records ever has, in no order; looked for once. */
export function valuesSeen(columns: Columns, field: string): readonly string[] {
  const seen = known.get(columns) ?? new Map<string, readonly string[]>();
  known.set(columns, seen);
  const values = seen.get(field) ?? valuesIn(columns, field);
  seen.set(field, values);
  return values;
}

function valuesIn(columns: Columns, field: string): readonly string[] {
  const code = codeOf(columns, field);
  const seen = new Uint8Array(columns.values.length);
  const { what, value } = columns;
  for (let i = 0; i < what.length; i += 1) if (what[i] === code) seen[value[i] as number] = 1;
  return columns.values.flatMap((each, at) => (each !== null && seen[at] === 1 ? [each] : []));
}

/** The most times that a record says a field. */
export function timesSet(columns: Columns, field: string): number {
  const code = codeOf(columns, field);
  const { offsets, what, count } = columns;
  let most = 0;
  for (let record = 0; record < count; record += 1) {
    let times = 0;
    const end = offsets[record + 1] as number;
    for (let i = offsets[record] as number; i < end; i += 1) if (what[i] === code) times += 1;
    if (times > most) most = times;
  }
  return most;
}

function codeOf({ fields }: Columns, field: string): number {
  const index = fields.indexOf(field);
  return index < 0 ? -1 : firstField + index;
}
