import type { WriteSheet } from "hucre/xlsx";
import type { MissLine, Report } from "../../engine/report/report.ts";
import { keyOf, levelsOf } from "./levels.ts";
import { duration, durationFormat, lastingBy, moment, momentFormat, secondsOf } from "./number-of.ts";
import { tableSheet, type Value } from "./sheet.ts";

/** Every record that counted and was not good: times that sort, lengths that can be summed, and the stamps with their zone. */
export const missesSheet = (report: Report): WriteSheet =>
  tableSheet({
    name: "Misses",
    columns: [
      { head: "Key", width: 34 },
      { head: "Record", width: 18 },
      { head: `Opened, ${report.period.zone}`, width: 20, format: momentFormat },
      { head: `Judged, ${report.period.zone}`, width: 20, format: momentFormat },
      { head: "Time used", width: 12, format: durationFormat },
      { head: "Allowed", width: 12, format: durationFormat },
      { head: "Over", width: 12, format: durationFormat },
      { head: "Reason", width: 60 },
      { head: "Source", width: 34 },
      { head: "Opened, ISO 8601", width: 27 },
      { head: "Judged, ISO 8601", width: 27 },
    ],
    rows: levelsOf(report)
      .flatMap((level) => level.misses.map((miss) => ({ key: keyOf(level), miss })))
      .map(({ key, miss }, index) => missRow(key, miss, index + 2)),
  });

const missRow = (key: string, miss: MissLine, row: number): readonly Value[] => [
  key,
  miss.record,
  moment(miss.openedAt),
  moment(miss.judgedAt),
  duration(miss.elapsed || null),
  duration(miss.allowed),
  over(miss, row),
  miss.reason,
  miss.source,
  miss.openedAt,
  miss.judgedAt,
];

/** What was used beyond what was allowed, as their difference where it is that. */
function over(miss: MissLine, row: number): Value {
  const [used, allowed, beyond] = [secondsOf(miss.elapsed), secondsOf(miss.allowed), secondsOf(miss.over)];
  return used !== null && allowed !== null && beyond !== null && Math.abs(used - allowed - beyond) < 1e-6
    ? lastingBy(`E${row}-F${row}`, beyond)
    : duration(miss.over || null);
}

/** Records in and out by reason, and how many each level has in all. */
export function populationSheet(report: Report): WriteSheet {
  const lines = levelsOf(report).flatMap((level) => {
    const all = level.population.reduce((sum, { count }) => sum + count, 0);
    return level.population.map((each) => ({ ...each, key: keyOf(level), all }));
  });
  return tableSheet({
    name: "Population",
    columns: [
      { head: "Key", width: 34 },
      { head: "Reason", width: 60 },
      { head: "Counts", width: 10 },
      { head: "Records", width: 12, format: "0" },
      { head: "All of the level", width: 14, format: "0" },
    ],
    rows: lines.map(({ key, reason, counted, count, all }, index) => [
      key,
      reason,
      counted ? "yes" : "no",
      count,
      { formula: `SUMIF(A:A,A${index + 2},D:D)`, value: all },
    ]),
  });
}
