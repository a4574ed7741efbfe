import { type Table, TableCell, TableRow, WidthType } from "docx";
import type { PageData } from "../pdf/page-data.ts";
import { verdictColours } from "./look.ts";
import { bodyCell, columnsOf, noBorders, paragraph, table } from "./table.ts";
import { coloured, say } from "./text.ts";

type Level = PageData["levels"][number];

const columns = columnsOf([150, 96, 234]);

/** Characters that fit in one line at full size. */
const longFigure = 9;

/** The figure in the colour of its verdict, and beside it what it is held against, a row each. */
export const figureTable = (level: Level): Table =>
  table(
    columns,
    level.facts.map(
      ([term, value], index) =>
        new TableRow({
          cantSplit: true,
          keepNext: true,
          children: [
            ...(index === 0 ? [figureCell(level)] : []),
            bodyCell([[say(term, "Muted")]], "left", columns[1] ?? 0),
            bodyCell([[say(value)]], "left", columns[2] ?? 0),
          ],
        }),
    ),
  );

const figureCell = ({ figure, of, verdict, facts }: Level): TableCell =>
  new TableCell({
    rowSpan: facts.length,
    width: { size: columns[0] ?? 0, type: WidthType.DXA },
    borders: noBorders,
    children: [
      paragraph([coloured(figure, verdictColours[verdict], figure.length > longFigure ? 32 : 48)], "left", "TableText"),
      paragraph([say(of, "Muted")], "left", "TableText"),
    ],
  });
