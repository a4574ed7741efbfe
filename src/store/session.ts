/** One connection to the database, held for as long as a unit of work runs. */
export interface Session {
  /** One statement with its values. */
  readonly query: (sql: string, values?: readonly unknown[]) => Promise<Answer>;
  /** Statements without values, one after the other. */
  readonly script: (sql: string) => Promise<Answer>;
}

/** Rows of an answer, and how many rows a statement changed. */
export interface Answer {
  readonly rows: readonly Row[];
  readonly changed: number;
}

export type Row = Readonly<Record<string, unknown>>;

/** A database: the embedded one in a folder, or a PostgreSQL server. Only the gate uses it. */
export interface Database {
  readonly kind: "embedded" | "server";
  /** Gives one connection to the work; on the embedded database everybody else waits until it is done. */
  readonly hold: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  /** Hears what transactions told a channel once they were committed. The answer ends the hearing. */
  readonly listen: (channel: string, heard: (text: string) => void) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}
