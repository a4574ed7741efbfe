import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { colours, textWidth, twips } from "./look.ts";
import { type Part, say } from "./text.ts";

/** The lines of a cell, each of parts. */
export type Cell = readonly (readonly Part[])[];
export type Side = "left" | "right" | "center";

interface PlainTable {
  /** Shares of the width of the text. */
  readonly widths: readonly number[];
  readonly sides?: readonly Side[];
  /** None where the first column says what each row is. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const hairline: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
const rule: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: colours.ink };

export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;

/** Rows of a table that is not divided between two pages. */
const mostTogether = 12;

/** A table that says what it is by air and hairlines; its head is repeated on each page, no row is torn apart. */
export function plainTable({ widths, sides = [], head, rows }: PlainTable): Table {
  const columns = columnsOf(widths);
  const sideOf = (index: number): Side => sides[index] ?? "left";
  const cells = (row: readonly Cell[]) => row.map((cell, index) => bodyCell(cell, sideOf(index), columns[index] ?? 0));
  const top = head === undefined ? [] : [headRow(head, sideOf, columns)];
  const whole = rows.length <= mostTogether ? rows.length - 1 : 0;
  const body = rows.map(
    (row, index) => new TableRow({ cantSplit: true, keepNext: index < whole, children: cells(row) }),
  );
  return table(columns, [...top, ...body]);
}

/** A fixed table of the width of the text, without borders of its own. */
export const table = (columns: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    rows,
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    borders: noBorders,
    margins: { left: twips(3), right: twips(3), top: twips(2.5), bottom: twips(2.5) },
  });

/** Shares of the width of the text as whole columns that fill it. */
export function columnsOf(widths: readonly number[], whole: number = textWidth): readonly number[] {
  const sum = widths.reduce((all, each) => all + each, 0);
  const columns = widths.map((each) => Math.floor((each / sum) * whole));
  const left = whole - columns.reduce((all, each) => all + each, 0);
  return columns.map((each, index) => (index === columns.length - 1 ? each + left : each));
}

export const headRow = (
  head: readonly string[],
  sideOf: (index: number) => Side,
  columns: readonly number[],
): TableRow =>
  new TableRow({
    cantSplit: true,
    tableHeader: true,
    children: head.map(
      (text, index) =>
        new TableCell({
          width: { size: columns[index] ?? 0, type: WidthType.DXA },
          borders: { ...noBorders, bottom: rule },
          children: [paragraph([say(text)], sideOf(index), "TableHead")],
        }),
    ),
  });

export const bodyCell = (cell: Cell, side: Side, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { ...noBorders, bottom: hairline },
    children: (cell.length === 0 ? [[]] : cell).map((parts) => paragraph(parts, side, "TableText")),
  });

export const hairlineBelow = { ...noBorders, bottom: hairline } as const;

export const paragraph = (parts: readonly Part[], side: Side, style: string): Paragraph =>
  new Paragraph({ style, alignment: alignments[side], children: parts });

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;
