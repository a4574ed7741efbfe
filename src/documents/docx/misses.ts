import { type FileChild, type Table, TableCell, TableRow, WidthType } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { colours, textWidth, twips } from "./look.ts";
import { picture } from "./picture.ts";
import {
  bodyCell,
  type Cell,
  columnsOf,
  hairlineBelow,
  headRow,
  noBorders,
  paragraph,
  type Side,
  table,
} from "./table.ts";
import { coloured, headingWith, type Part, say } from "./text.ts";
import { type ClockData, clockDrawing, swatch } from "./time-drawing.ts";

type Misses = PageData["levels"][number]["misses"];
type Miss = Misses["rows"][number];

const columns = columnsOf([74, 118, 58, 60, 170]);
const sides: readonly Side[] = ["left", "left", "right", "right", "left"];

/** The newest misses: a row each, and below it the record's clock as a bar over calendar time. */
export const misses = ({ title, side, rows }: Misses): readonly FileChild[] =>
  rows.length === 0 ? [] : [headingWith(title, side), missTable(rows)];

const missTable = (rows: readonly Miss[]): Table =>
  table(columns, [
    headRow(["Record", "Opened, judged", "Time used", "Over", "Reason"], (index) => sides[index] ?? "left", columns),
    ...rows.flatMap(({ clock, ...miss }) =>
      clock === null ? [row(miss, "last")] : [row(miss, "first"), clockRow(clock)],
    ),
  ]);

/** The row of a miss; the first of two keeps to the clock below it and leaves the hairline to it. */
const row = (miss: Omit<Miss, "clock">, place: "first" | "last"): TableRow =>
  new TableRow({
    cantSplit: true,
    keepNext: place === "first",
    children: cellsOf(miss).map((cell, index) => {
      const side = sides[index] ?? "left";
      const width = columns[index] ?? 0;
      return place === "last" ? bodyCell(cell, side, width) : openCell(cell, side, width);
    }),
  });

const openCell = (cell: Cell, side: Side, width: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: noBorders,
    children: cell.map((parts) => paragraph(parts, side, "TableText")),
  });

const cellsOf = (miss: Omit<Miss, "clock">): readonly Cell[] => [
  [[say(miss.record, "Strong")]],
  [[say(miss.opened)], [say(miss.judged)]],
  [[say(miss.elapsed)], ...(miss.allowed === null ? [] : [[say(`of ${miss.allowed}`, "Quiet")]])],
  [[coloured(miss.over, colours.miss)]],
  [[say(miss.reason)], [say(miss.source, "Quiet")]],
];

const clockRow = (clock: ClockData): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns.length,
        width: { size: textWidth, type: WidthType.DXA },
        borders: hairlineBelow,
        children: [
          paragraph([picture(clockDrawing(clock, textWidth / 20 - 8), clock.alt)], "left", "TableText"),
          paragraph(legend(clock), "left", "ChartText"),
        ],
        margins: { top: 0, bottom: twips(4), left: twips(3), right: twips(3) },
      }),
    ],
  });

const legend = ({ from, until, sums }: ClockData): readonly Part[] => [
  say(`${from} to ${until}:  `),
  ...sums.flatMap(({ kind, text }) => [picture(swatch(kind), `Look of ${kind}`), say(`\u00a0${text}   `)]),
];
