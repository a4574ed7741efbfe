/** What became of the rows of one file. The four parts always add up to `rows`. */
export interface Account {
  readonly file: string;
  readonly rows: number;
  /** Rows whose facts were taken. */
  readonly used: number;
  /** Rows that say exactly what an earlier row said. */
  readonly repeated: number;
  /** Rows that could not be read, or whose record is held. */
  readonly held: number;
  /** Rows the mapping leaves out, and why. */
  readonly left: number;
  readonly leftBecause: Readonly<Record<string, number>>;
}

/** Where a row gives several entries that fare differently, the later word of this list counts. */
const fates = ["unseen", "left", "repeated", "used", "held"] as const;
export type Fate = Exclude<(typeof fates)[number], "unseen">;

/** One byte for each row of a file, so that every row is accounted for exactly once. */
export interface RowBook {
  readonly mark: (row: number, fate: Fate) => void;
  readonly leave: (row: number, because: string) => void;
  readonly count: () => Omit<Account, "file">;
}

/** A book for a file whose number of rows is not known before. */
export function openRowBook(): RowBook {
  let marks = new Uint8Array(1024);
  let rows = 0;
  const because = new Map<string, number>();
  const mark = (row: number, fate: Fate): void => {
    if (row > marks.length) marks = grown(marks, row);
    rows = Math.max(rows, row);
    marks[row - 1] = Math.max(marks[row - 1] ?? 0, fates.indexOf(fate));
  };
  const leave = (row: number, why: string): void => {
    if ((marks[row - 1] ?? 0) === 0) because.set(why, (because.get(why) ?? 0) + 1);
    mark(row, "left");
  };
  const count = (): Omit<Account, "file"> => {
    const totals = [0, 0, 0, 0, 0];
    for (let i = 0; i < rows; i += 1) totals[marks[i] ?? 0] = (totals[marks[i] ?? 0] ?? 0) + 1;
    const [unseen = 0, left = 0, repeated = 0, used = 0, held = 0] = totals;
    if (unseen > 0) throw new Error(`${unseen} rows were read and not accounted for`);
    return { rows, used, repeated, held, left, leftBecause: Object.fromEntries(because) };
  };
  return { mark, leave, count };
}

function grown(marks: Uint8Array<ArrayBuffer>, row: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(Math.max(row, marks.length * 2));
  wider.set(marks);
  return wider;
}
