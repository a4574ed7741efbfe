import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";

/** A text, a number, nothing, a number with a format of its own, or a formula with the value it has. */
export type Value = string | number | null | Formatted | Formula;

interface Formatted {
  readonly value: number;
  readonly format: string;
}

interface Formula {
  readonly formula: string;
  readonly value: number | string;
  readonly format?: string;
}

export interface Column {
  readonly head: string;
  readonly width: number;
  /** `0.00` and the like; texts wrap where none is given. */
  readonly format?: string;
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** A row of sums, which no filter or sorting moves. */
  readonly foot?: readonly Value[];
}

const head: CellStyle = {
  font: { name: "Calibri", size: 11, bold: true, color: { rgb: "4D5560" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F1F3F5" } },
  border: { bottom: { style: "thin", color: { rgb: "14181D" } } },
  alignment: { vertical: "top", wrapText: true },
};

/** Width of the columns of one page that can still be read. */
const widestPage = 260;

/** A sheet with one table: its head stays in view, is repeated on paper, and can be filtered. */
export function tableSheet({ name, columns, rows: body, foot }: Table): WriteSheet {
  const rows = foot === undefined ? body : [...body, foot];
  const cells = new Map([
    ...columns.map((column, index) => [`0,${index}`, headOf(column)] as const),
    ...rows.flatMap((row, line) =>
      row.map((value, index) => [`${line + 1},${index}`, cellOf(value, styleOf(columns[index]))] as const),
    ),
  ]);
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map((column) => column.head), ...rows.map((row) => row.map(plainOf))],
    cells,
    rowDefs: heightsOf([columns.map((column) => column.head), ...rows], columns),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letterOf(columns.length - 1)}${body.length + 1}` },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / widestPage),
      fitToHeight: 0,
      printTitlesRow: "$1:$1",
      printTitlesColumn: "$A:$A",
    },
  };
}

/** Letters that stand where one figure would: a column's width is counted in figures. */
const lettersOfUnit = 1.02;

/** The height of each row, in points, that shows its texts whole; not every program finds it by itself. */
export function heightsOf(
  rows: readonly (readonly Value[])[],
  columns: readonly Pick<Column, "width">[],
): Map<number, { readonly height: number }> {
  const lines = (value: Value, width: number): number =>
    typeof value === "string" ? Math.max(1, Math.ceil(value.length / (width * lettersOfUnit))) : 1;
  return new Map(
    rows.map((row, index) => [
      index,
      { height: Math.min(400, 15 * Math.max(1, ...row.map((value, at) => lines(value, columns[at]?.width ?? 10)))) },
    ]),
  );
}

/** Heads stand over their columns: to the left over texts, to the right over numbers. */
const headOf = (column: Column): Partial<Cell> => ({
  value: column.head,
  type: "string",
  style: { ...head, alignment: { ...head.alignment, ...sideOf(column) } },
});

const sideOf = ({ format }: Pick<Column, "format">) =>
  format === undefined ? ({ horizontal: "left", indent: 1 } as const) : ({ horizontal: "right" } as const);

/** `A`, `B`, … `Z`; no sheet here is wider. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Numbers keep to one line, texts wrap. */
const styleOf = (column: Column | undefined): CellStyle =>
  column?.format === undefined
    ? { alignment: { vertical: "top", wrapText: true, ...sideOf({}) } }
    : { numFmt: column.format, alignment: { vertical: "top" } };

/** A text is typed as one, so `=1+1` stays the four characters that were written. */
export function cellOf(value: Value, style: CellStyle): Partial<Cell> {
  if (value === null) return { value: null, type: "empty", style };
  if (typeof value === "string") return { value: plain(value), type: "string", style };
  if (typeof value === "number") return { value, type: "number", style };
  const own = value.format === undefined ? style : { alignment: { vertical: "top" as const }, numFmt: value.format };
  return "formula" in value
    ? { value: value.value, type: "formula", formula: value.formula, formulaResult: value.value, style: own }
    : { value: value.value, type: "number", style: own };
}

export const plainOf = (value: Value): string | number | null =>
  typeof value === "string" ? plain(value) : value !== null && typeof value === "object" ? value.value : value;

/** Control characters are no part of XML; a cell holds at most 32 767 characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, " ").slice(0, 32_767);
