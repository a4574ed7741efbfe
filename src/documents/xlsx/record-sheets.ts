import type { WriteSheet } from "hucre/xlsx";
import type { Report } from "../../engine/report/report.ts";
import { keyOf, levelsOf } from "./levels.ts";
import { tableSheet } from "./sheet.ts";

/** Every record that counted and was not good, with ISO stamps. */
export const missesSheet = (report: Report): WriteSheet =>
  tableSheet({
    name: "Misses",
    columns: [
      { head: "Key", width: 34 },
      { head: "Record", width: 18 },
      { head: "Opened", width: 27 },
      { head: "Judged", width: 27 },
      { head: "Time used", width: 12 },
      { head: "Allowed", width: 12 },
      { head: "Over", width: 12 },
      { head: "Reason", width: 60 },
      { head: "Source", width: 34 },
    ],
    rows: levelsOf(report).flatMap((level) =>
      level.misses.map((miss) => [
        keyOf(level),
        miss.record,
        miss.openedAt,
        miss.judgedAt,
        miss.elapsed,
        miss.allowed,
        miss.over.replace(/^\+/, ""),
        miss.reason,
        miss.source,
      ]),
    ),
  });

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
