import type { WriteSheet } from "hucre/xlsx";
import type { LevelReport, Report } from "../../engine/report/report.ts";
import { keyOf, levelsOf } from "./levels.ts";
import { lasting, secondsOf } from "./number-of.ts";
import { type Column, tableSheet, type Value } from "./sheet.ts";

const columns: readonly Column[] = [
  { head: "Key", width: 34 },
  { head: "Service level", width: 38 },
  { head: "Clause", width: 24 },
  { head: "Verdict", width: 14 },
  { head: "Figure", width: 14 },
  { head: "Value", width: 12, format: "0.00####" },
  { head: "Unit", width: 10 },
  { head: "Good", width: 10, format: "0" },
  { head: "Judged", width: 10, format: "0" },
  { head: "Good in per cent", width: 12, format: "0.00" },
  { head: "Expected", width: 20 },
  { head: "Minimum", width: 20 },
  { head: "Misses listed", width: 10, format: "0" },
  { head: "Misses allowed", width: 10, format: "0" },
  { head: "Without exclusions", width: 16 },
  { head: "Lowest", width: 12 },
  { head: "Highest", width: 12 },
  { head: "Completeness", width: 14 },
  { head: "Expected size", width: 14, format: "0.00####" },
  { head: "Minimum size", width: 14, format: "0.00####" },
  { head: "Reason", width: 60 },
];

/** A row a service level; its share is its good records through those judged, its misses are counted in their sheet. */
export const scorecardSheet = (report: Report): WriteSheet =>
  tableSheet({ name: "Scorecard", columns, rows: levelsOf(report).map((level, index) => rowOf(level, index + 2)) });

function rowOf(level: LevelReport, row: number): readonly Value[] {
  const parts = partsOf(level);
  const share: Value = parts === null ? null : { formula: `H${row}/I${row}*100`, value: parts.percent };
  return [
    keyOf(level),
    level.group === null ? level.title : `${level.title}, ${level.group}`,
    level.clause,
    level.verdict,
    level.figure.text,
    sizeOf(level, level.figure.value),
    level.unit,
    parts?.good ?? null,
    parts?.judged ?? null,
    share,
    level.stages.length > 0 ? `${level.stages.length} steps` : level.expected,
    level.minimum,
    { formula: `COUNTIF(Misses!A:A,A${row})`, value: level.misses.length },
    level.allowance?.allowed ?? null,
    level.raw?.text ?? level.figure.text,
    level.bounds?.low ?? null,
    level.bounds?.high ?? null,
    level.completeness,
    sizeOf(level, level.trend.at(-1)?.expected ?? null),
    sizeOf(level, level.trend.at(-1)?.minimum ?? null),
    level.reason,
  ];
}

/** A time in seconds as a length of time, any other figure as it is. */
export const sizeOf = ({ unit }: Pick<LevelReport, "unit">, value: number | null): Value =>
  unit === "time" && value !== null ? lasting(value) : value;

interface Parts {
  readonly good: Value;
  readonly judged: Value;
  readonly percent: number;
}

/** `412 of 431` as two numbers, `735:49:46 of 742:33:35` as two lengths of time, for shares. */
function partsOf({ unit, figure }: LevelReport): Parts | null {
  const sides = (figure.of ?? "").split(" of ").map((side) => side.replace(/(?<=\d)[\s\u00a0](?=\d{3})/g, ""));
  const [good, judged] = sides.map((side) => (/^\d+$/.test(side) ? Number(side) : secondsOf(side)));
  if (unit !== "share" || sides.length !== 2 || typeof good !== "number" || !judged) return null;
  const isTime = sides.every((side) => side.includes(":"));
  return {
    good: isTime ? lasting(good) : good,
    judged: isTime ? lasting(judged) : judged,
    percent: (good / judged) * 100,
  };
}
