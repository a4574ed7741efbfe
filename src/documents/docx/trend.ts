import { HeightRule, LineRuleType, Paragraph, type Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import { colours, textWidth, twips, verdictColours, verdictShapes } from "./look.ts";
import { picture } from "./picture.ts";
import { columnsOf, hairlineBelow, noBorders, table } from "./table.ts";
import { coloured, type Part, say } from "./text.ts";
import { edge, type TrendData, trendDrawing } from "./trend-drawing.ts";

/** Points: the picture's height, the column of the scale, the one that names the targets, and a line of either. */
const [tall, scaleWidth, targetWidth, lineHeight] = [96, 40, 72, 8];

/** The trend as a picture over its own figures: the columns of the table are those of the picture. */
export function trendTable(trend: TrendData): Table {
  const inner = textWidth - twips(scaleWidth) - twips(targetWidth);
  const columns = [
    twips(scaleWidth),
    ...columnsOf(
      trend.points.map(() => 1),
      inner,
    ),
    twips(targetWidth),
  ];
  const last = trend.points.length - 1;
  const rows: readonly (readonly [name: string, cells: readonly Part[]])[] = [
    ["", trend.points.map(({ label }) => say(label, "Muted"))],
    ["Figure", trend.points.map(({ text }, index) => (index === last ? say(text, "Strong") : say(text)))],
    ["Verdict", trend.points.map(({ verdict }) => coloured(verdictShapes[verdict], verdictColours[verdict]))],
    ["Records", trend.points.map(({ count }) => say(count ?? "–"))],
  ];
  const counted = trend.points.some(({ count }) => count !== null);
  const shown = rows.filter(([name]) => counted || name !== "Records");
  return table(columns, [
    pictureRow(trend, columns, inner),
    ...shown.map(([name, cells], index) =>
      textRow(columns, [say(name), ...cells, say("")], index === shown.length - 1 ? "last" : "inner"),
    ),
  ]);
}

const noMargins = { top: 0, bottom: 0, left: 0, right: 0 } as const;

function pictureRow(trend: TrendData, columns: readonly number[], inner: number): TableRow {
  const side = (lines: readonly Placed[], width: number, alignment: "left" | "right"): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: noBorders,
      margins: { ...noMargins, left: twips(4), right: twips(4) },
      children: placed(lines, alignment),
    });
  return new TableRow({
    cantSplit: true,
    height: { value: twips(tall), rule: HeightRule.EXACT },
    children: [
      side(scaleLines(trend), columns[0] ?? 0, "right"),
      new TableCell({
        columnSpan: trend.points.length,
        width: { size: inner, type: WidthType.DXA },
        borders: noBorders,
        margins: noMargins,
        children: [
          new Paragraph({
            style: "ChartText",
            keepNext: true,
            children: [picture(trendDrawing(trend, inner / 20, tall), trend.alt)],
          }),
        ],
      }),
      side(targetLines(trend), columns.at(-1) ?? 0, "left"),
    ],
  });
}

const textRow = (columns: readonly number[], cells: readonly Part[], place: "inner" | "last"): TableRow =>
  new TableRow({
    cantSplit: true,
    children: cells.map(
      (cell, index) =>
        new TableCell({
          width: { size: columns[index] ?? 0, type: WidthType.DXA },
          borders: place === "last" ? hairlineBelow : noBorders,
          margins: { ...noMargins, top: twips(1), bottom: twips(1), ...(index === 0 ? { right: twips(4) } : {}) },
          children: [
            new Paragraph({
              style: "ChartText",
              alignment: index === 0 ? "right" : "center",
              keepNext: place === "inner",
              children: [cell],
            }),
          ],
        }),
    ),
  });

interface Placed {
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

const placeOf = (share: number): number => edge + (tall - 2 * edge) * (1 - share);

const scaleLines = ({ marks }: TrendData): readonly Placed[] =>
  [...marks].reverse().map(({ y, text }) => ({ y: placeOf(y), text, colour: colours.faint }));

/** The targets of the last period at their heights, kept apart where they are close. */
function targetLines({ points, expected, minimum }: TrendData): readonly Placed[] {
  const last = points.at(-1);
  const line = (name: string, share: number | null | undefined, size: string | null): readonly Placed[] =>
    typeof share !== "number"
      ? []
      : [{ y: placeOf(share), text: `${name} ${size ?? ""}`.trim(), colour: colours.accent }];
  const [upper, lower] = [
    ...line("expected", last?.expected, expected),
    ...line("minimum", last?.minimum, minimum),
  ].sort((a, b) => a.y - b.y);
  if (upper === undefined || lower === undefined) return upper === undefined ? [] : [upper];
  const shift = Math.max(0, (lineHeight + 1 - (lower.y - upper.y)) / 2);
  const top = Math.min(Math.max(upper.y - shift, edge), tall - edge - lineHeight - 1);
  return [
    { ...upper, y: top },
    { ...lower, y: Math.max(lower.y + shift, top + lineHeight + 1) },
  ];
}

/** Lines of a fixed height, each with its middle at its place from the top of the cell. */
function placed(lines: readonly Placed[], alignment: "left" | "right"): readonly Paragraph[] {
  let free = 0;
  const paragraphs = lines.map(({ y, text, colour }) => {
    const before = Math.max(0, y - lineHeight / 2 - free);
    free += before + lineHeight;
    return new Paragraph({
      style: "ChartText",
      alignment,
      keepNext: true,
      spacing: { before: twips(before), after: 0, line: twips(lineHeight), lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: text.replaceAll(" ", "\u00a0"), color: colour })],
    });
  });
  return paragraphs.length === 0 ? [new Paragraph({ style: "ChartText", children: [] })] : paragraphs;
}
