import type { WriteSheet } from "hucre/xlsx";
import type { LevelReport, Report } from "../../engine/report/report.ts";
import { keyOf, levelsOf } from "./levels.ts";
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
  { head: "Reason", width: 70 },
];

/** A row a service level; its share is its good records through those judged, its misses are counted in their sheet. */
export const scorecardSheet = (report: Report): WriteSheet =>
  tableSheet({ name: "Scorecard", columns, rows: levelsOf(report).map((level, index) => rowOf(level, index + 2)) });

function rowOf(level: LevelReport, row: number): readonly Value[] {
  const parts = partsOf(level);
  const share: Value =
    parts === null ? null : { formula: `H${row}/I${row}*100`, value: (parts.good / parts.judged) * 100 };
  return [
    keyOf(level),
    level.group === null ? level.title : `${level.title}, ${level.group}`,
    level.clause,
    level.verdict,
    level.figure.text,
    level.figure.value,
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
    level.reason,
  ];
}

/** `412 of 431` as two numbers, for shares of records. */
function partsOf({ unit, figure }: LevelReport): { readonly good: number; readonly judged: number } | null {
  const [, good, judged] = /^(\d+) of (\d+)$/.exec((figure.of ?? "").replace(/(?<=\d)[\s\u00a0](?=\d{3})/g, "")) ?? [];
  return unit !== "share" || good === undefined || Number(judged) === 0
    ? null
    : { good: Number(good), judged: Number(judged) };
}
