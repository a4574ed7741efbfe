import { writeXlsx as writeWorkbook } from "hucre/xlsx";
import type { Report } from "../../engine/report/report.ts";
import { changeSheets } from "./change-sheet.ts";
import { creditSheets } from "./credit-sheets.ts";
import { filesSheet, findingsSheet, followsSheet } from "./data-sheets.ts";
import { missesSheet, populationSheet } from "./record-sheets.ts";
import { scorecardSheet } from "./scorecard-sheet.ts";
import { summarySheet } from "./summary-sheet.ts";
import { timeSheet } from "./time-sheet.ts";
import { trendSheet } from "./trend-sheet.ts";

/**
 * The report as a workbook: numbers as numbers, counts and shares as formulas over its own rows, so that a reader can
 * check them. What a user wrote is always a text, never a formula. Dated by the period: the same report, the same bytes.
 */
export function writeXlsx(report: Report): Promise<Uint8Array> {
  const date = new Date(`${report.period.until}T00:00:00Z`);
  return writeWorkbook({
    sheets: [
      summarySheet(report),
      scorecardSheet(report),
      ...creditSheets(report),
      trendSheet(report),
      ...((report.triggers ?? []).length === 0 ? [] : [followsSheet(report)]),
      ...changeSheets(report),
      missesSheet(report),
      timeSheet(report),
      populationSheet(report),
      findingsSheet(report),
      filesSheet(report),
    ],
    defaultFont: { name: "Calibri", size: 11 },
    properties: {
      title: `${report.contract.title}, ${report.period.label}`,
      description: report.answer,
      creator: report.contract.supplier,
      created: date,
      modified: date,
    },
  });
}
