/** Rows by record: those of record `i` are `sorted` from `starts[i]` to before `starts[i + 1]`, in their order. */
export interface Grouped {
  readonly starts: Int32Array;
  readonly sorted: Int32Array;
}

/** Brings rows together by record; a row of no record (-1) is left aside. */
export function groupRows(record: Int32Array, count: number): Grouped {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < record.length; row += 1) {
    const code = record[row] as number;
    if (code >= 0) starts[code + 1] = (starts[code + 1] as number) + 1;
  }
  for (let i = 0; i < count; i += 1) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice(0, count);
  const sorted = new Int32Array(starts[count] as number);
  for (let row = 0; row < record.length; row += 1) {
    const code = record[row] as number;
    if (code < 0) continue;
    sorted[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  }
  return { starts, sorted };
}
