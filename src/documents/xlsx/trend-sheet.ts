import type { SheetChart, WriteSheet } from "hucre/xlsx";
import type { LevelReport, Report, TrendPoint } from "../../engine/report/report.ts";
import { scaleOf } from "../html/scale.ts";
import { valuesOf } from "../html/trend-chart.ts";
import { keyOf, levelsOf } from "./levels.ts";
import { sizeOf } from "./scorecard-sheet.ts";
import { type Column, tableSheet, type Value } from "./sheet.ts";

const columns: readonly Column[] = [
  { head: "Key", width: 34 },
  { head: "Period", width: 12 },
  { head: "Value", width: 12, format: "0.00####" },
  { head: "Expected", width: 12, format: "0.00####" },
  { head: "Minimum", width: 12, format: "0.00####" },
  { head: "Lowest", width: 12, format: "0.00####" },
  { head: "Highest", width: 12, format: "0.00####" },
  { head: "Records", width: 10, format: "0" },
  { head: "Figure", width: 14 },
  { head: "Verdict", width: 14 },
];

/** A row a period of each level, and beside them a line chart a level with its targets. */
export function trendSheet(report: Report): WriteSheet {
  const levels = levelsOf(report);
  const sheet = tableSheet({
    name: "Trend",
    columns,
    rows: levels.flatMap((level) => level.trend.map((point) => rowOf(level, point))),
  });
  return { ...sheet, charts: charts(levels) };
}

const rowOf = (level: LevelReport, point: TrendPoint): readonly Value[] => [
  keyOf(level),
  point.label,
  sizeOf(level, point.figure.value),
  sizeOf(level, point.expected),
  sizeOf(level, point.minimum),
  sizeOf(level, point.low),
  sizeOf(level, point.high),
  point.count,
  point.figure.text,
  point.verdict,
];

/** Rows that a chart takes beside the table. */
const tall = 16;

function charts(levels: readonly LevelReport[]): SheetChart[] {
  const drawn: SheetChart[] = [];
  let row = 2;
  for (const level of levels) {
    const last = row + level.trend.length - 1;
    if (level.trend.length > 1) drawn.push(chart(level, { first: row, last, place: 1 + drawn.length * tall }));
    row = last + 1;
  }
  return drawn;
}

interface Rows {
  readonly first: number;
  readonly last: number;
  readonly place: number;
}

function chart(level: LevelReport, { first, last, place }: Rows): SheetChart {
  const name = level.group === null ? level.title : `${level.title}, ${level.group}`;
  const line = (title: string, letter: string, colour: string) => ({
    name: title,
    values: `Trend!$${letter}$${first}:$${letter}$${last}`,
    categories: `Trend!$B$${first}:$B$${last}`,
    color: colour,
  });
  return {
    type: "line",
    title: name,
    titleFontSize: 11,
    altText: `${name} over ${level.trend.length} periods, with its targets; the figures are in columns B to G`,
    series: [
      { ...line("figure", "C", "2B3440"), marker: { symbol: "circle", size: 6 } },
      ...(level.trend.some(({ expected }) => expected !== null)
        ? [{ ...line("expected", "D", "1D4FB8"), marker: { symbol: "none" as const } }]
        : []),
      ...(level.trend.some(({ minimum }) => minimum !== null)
        ? [
            {
              ...line("minimum", "E", "1D4FB8"),
              marker: { symbol: "none" as const },
              stroke: { dash: "dash" as const },
            },
          ]
        : []),
    ],
    anchor: { from: { row: place, col: 11 }, to: { row: place + tall - 1, col: 21 } },
    legend: "bottom",
    dispBlanksAs: "gap",
    ...(level.unit === "share" ? { axes: { y: { scale: { max: 100, ...lowest(level) } } } } : {}),
    ...(level.unit === "time" ? { axes: { y: { numberFormat: { formatCode: "[h]:mm:ss" } } } } : {}),
  };
}

/** Where the scale of a share begins: a round number below the lowest figure or target, not nought. */
function lowest({ trend }: LevelReport): { readonly min?: number } {
  const values = valuesOf(trend);
  const [mark] = values.length === 0 ? [] : scaleOf([...values, 100], 0, 1).marks;
  return mark === undefined || mark < 0 ? {} : { min: mark };
}
