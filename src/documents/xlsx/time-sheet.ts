import type { WriteSheet } from "hucre/xlsx";
import type { LevelReport, Report, SegmentLine } from "../../engine/report/report.ts";
import { keyOf, levelsOf } from "./levels.ts";
import { durationFormat, instant, lastingBy, momentFormat } from "./number-of.ts";
import { tableSheet, type Value } from "./sheet.ts";

/** Every stretch of downtime, agreed downtime, relief and the unknown of measures of time; its length is a formula. */
export const timeSheet = (report: Report): WriteSheet =>
  tableSheet({
    name: "Time",
    columns: [
      { head: "Key", width: 34 },
      { head: "What", width: 18 },
      { head: "From, UTC", width: 20, format: momentFormat },
      { head: "Until, UTC", width: 20, format: momentFormat },
      { head: "Length", width: 12, format: durationFormat },
      { head: `From, ${report.period.zone}`, width: 24 },
      { head: `Until, ${report.period.zone}`, width: 24 },
      { head: "Cause", width: 60 },
    ],
    rows: levelsOf(report)
      .flatMap((level) => stretchesOf(level).map((each) => ({ key: keyOf(level), each })))
      .map(({ key, each }, index) => rowOf(key, each, index + 2)),
  });

const stretchesOf = ({ time }: LevelReport): readonly SegmentLine[] =>
  time === null
    ? []
    : [...time.down, ...time.agreed, ...time.relieved, ...time.unknown].sort((one, two) => one.start - two.start);

const rowOf = (key: string, each: SegmentLine, row: number): readonly Value[] => [
  key,
  each.kind,
  instant(each.start),
  instant(each.end),
  lastingBy(`D${row}-C${row}`, each.end - each.start),
  each.from,
  each.until,
  each.because,
];
