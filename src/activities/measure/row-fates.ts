import type { BatchAccount } from "../../store/records/batch.ts";
import type { TakenRecord } from "./take-events.ts";

/** What became of the rows of a file in the store: used by it now, or known before to the last event. */
export interface RowFates {
  readonly mark: (taken: readonly TakenRecord[]) => void;
  /** The account of the reading, with the rows that were known before counted among the repeated ones. */
  readonly settled: (read: BatchAccount) => BatchAccount;
}

/** One byte for each row of a file. */
export function rowFates(): RowFates {
  let fates = new Uint8Array(1024);
  const set = (row: number, fate: 1 | 2): void => {
    if (row >= fates.length) {
      const wider = new Uint8Array(Math.max(row + 1, fates.length * 2));
      wider.set(fates);
      fates = wider;
    }
    fates[row] = Math.max(fates[row] ?? 0, fate);
  };
  return {
    mark: (taken) => {
      for (const { add, before, repeated } of taken) {
        for (const { source } of repeated) set(source.row, 1);
        for (const { source } of [...before, ...add]) set(source.row, 2);
      }
    },
    settled: (read) => {
      const only = fates.reduce((count, fate) => count + (fate === 1 ? 1 : 0), 0);
      // Rows that change nothing have no event; they go with the others where nothing at all was new.
      const known = fates.includes(2) ? Math.min(read.used, only) : only > 0 ? read.used : 0;
      return { ...read, used: read.used - known, repeated: read.repeated + known };
    },
  };
}
