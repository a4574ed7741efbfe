import type { BackupHead, BackupTableEnd } from "../../wire/backup.ts";

/** What is in a backup. */
export interface Manifest extends BackupHead {
  readonly tables: readonly BackupTableEnd[];
}

/** Told of each table as its rows go by. */
export type OnRows = (table: string, rows: number) => void;

/** So many bytes of rows, or so many rows, are held at once. */
export const mostBytes = 4_000_000;
export const mostRows = 5000;
