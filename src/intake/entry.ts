import type { State } from "../engine/record/record.ts";
import type { Instant } from "../engine/time/instant.ts";

/** What one row says about one record, in the words of the contract. */
export interface Entry {
  readonly row: number;
  /** When the row's change happened; null where the mapping has no such stamp. */
  readonly at: Instant | null;
  readonly learned: Instant;
  readonly order: number | string | null;
  /** A fingerprint of all cells of the row, mapped or not. */
  readonly print: number;
  readonly state: { readonly state: State; readonly text: string } | null;
  /** Values in the order of the plan's fields. */
  readonly fields: readonly (string | null)[];
  readonly opened: Instant | null;
  /** Stamps in the order of the plan's stamped moments. */
  readonly stamped: readonly (Instant | null)[];
  readonly message: { readonly by: "client" | "supplier"; readonly open: boolean } | null;
  readonly value: string | null;
}

/** All rows of one record, in the order of the file. */
export interface Gathered {
  readonly id: string;
  readonly entries: Entry[];
  /** The same rows by fingerprint, once there are many of them. */
  prints: Map<number, Entry> | null;
  /** Rows that say exactly what an earlier one said. */
  readonly repeats: number[];
  /** Set once a row holds a value nobody knows: the whole record is held. */
  held: boolean;
  /** Set when a row of the record could not be read: its history has a hole. */
  hole: boolean;
}
