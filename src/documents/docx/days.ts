import { type FileChild, Paragraph, type Table, TableCell, TableRow, WidthType } from "docx";
import { textWidth } from "./look.ts";
import { picture } from "./picture.ts";
import { columnsOf, noBorders, plainTable, table } from "./table.ts";
import { headingWith, line, type Part, say } from "./text.ts";
import { daysDrawing, swatch, type TimeData } from "./time-drawing.ts";

const tall = 62;
/** Days that can be columns of a table; a longer strip is a picture alone. */
const mostColumns = 31;

/** The strip of days with what each was, and its outages in a table. */
export function days(time: TimeData | null): readonly FileChild[] {
  if (time === null || time.days.length === 0) return [];
  return [
    headingWith("Day by day", "each column a day, 0 to 24 h downwards"),
    time.days.length > mostColumns ? line([strip(time)], { keepNext: true, spacing: { after: 20 } }) : numbered(time),
    line(legend(time), { style: "Side", spacing: { before: 40, after: 60 } }),
    ...(time.rows.length === 0 ? [] : [outages(time)]),
    ...(time.more === 0 ? [] : [line([say(`${time.more} more are in the data of this report.`)], { style: "Side" })]),
  ];
}

const strip = (time: TimeData): Part => picture(daysDrawing(time, textWidth / 20, tall), time.alt);

/** The picture over the numbers of its days. */
function numbered(time: TimeData): Table {
  const columns = columnsOf(time.days.map(() => 1));
  return table(columns, [
    new TableRow({ cantSplit: true, children: [cell([strip(time)], textWidth, columns.length)] }),
    new TableRow({
      cantSplit: true,
      children: time.days.map((day, index) => cell([say(day)], columns[index] ?? 0, 1)),
    }),
  ]);
}

const cell = (parts: readonly Part[], width: number, columnSpan: number): TableCell =>
  new TableCell({
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    borders: noBorders,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    children: [new Paragraph({ style: "ChartText", alignment: "center", keepNext: true, children: parts })],
  });

const legend = ({ legend: kinds }: TimeData): readonly Part[] =>
  kinds.flatMap(({ kind, text }) => [picture(swatch(kind), `Look of ${kind}`), say(`\u00a0${text}     `)]);

const outages = ({ rows }: TimeData): Table =>
  plainTable({
    widths: [104, 104, 52, 84, 136],
    sides: ["left", "left", "right", "left", "left"],
    head: ["From", "Until", "Length", "What", "Cause"],
    rows: rows.map((cells) => cells.map((cell) => [[say(cell)]])),
  });
