/** Where a fact was read: a file of the import and its row (1 is the first row of data, 0 the file as a whole). */
export interface SourceRef {
  readonly file: string;
  readonly row: number;
}

/** A fact that nobody imported: entered by hand, or made by a test. */
export const noSource: SourceRef = { file: "", row: 0 };
