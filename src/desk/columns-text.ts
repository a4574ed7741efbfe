import { cutTo, fill, widthOf } from "../documents/text-width.ts";

/** A column of a table for a terminal. */
export interface TextColumn<T> {
  readonly head: string;
  readonly side: "left" | "right";
  readonly cell: (row: T) => string;
}

/** Rows as columns of text, a line for the heads and a line a row; the last column is cut to the width of the terminal. */
export function columnsText<T>(columns: readonly TextColumn<T>[], rows: readonly T[], width: number): string {
  const cells = [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => widthOf(line[at] ?? ""))));
  const lines = cells.map((line) =>
    line
      .map((cell, at) => fill(cell, widths[at] ?? 0, columns[at]?.side ?? "left"))
      .join("  ")
      .trimEnd(),
  );
  return `${lines.map((line) => cutTo(line, width)).join("\n")}\n`;
}
