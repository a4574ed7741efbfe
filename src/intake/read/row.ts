/** What a reader found wrong with one row: the rule's name and what its sentence is made of. */
export interface Damage {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

export type Cells = Readonly<Record<string, string>>;

/** One row of a file as it stands there, before any mapping. */
export interface RawRow {
  /** 1 for the first row of data; a header is row 0. */
  readonly number: number;
  /** Line of the file on which the row begins, where the format has lines. */
  readonly line: number | null;
  /** Text by column; nested values stand under a dotted path. */
  readonly cells: Cells;
  /** Lists of the row by their path, each entry as cells; null where the format has none. */
  readonly lists: Readonly<Record<string, readonly Cells[]>> | null;
  /** A row that cannot be trusted is counted and held, never guessed. */
  readonly damage: Damage | null;
}

/** An opened file: its columns where a header names them, and its rows. */
export interface Rows {
  /** Null where columns show only while reading. */
  readonly columns: readonly string[] | null;
  readonly rows: AsyncIterable<RawRow>;
}
