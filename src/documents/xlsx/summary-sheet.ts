import type { CellStyle, WriteSheet } from "hucre/xlsx";
import type { Report } from "../../engine/report/report.ts";
import { levelsOf } from "./levels.ts";
import { cellOf, heightsOf, plainOf, type Value } from "./sheet.ts";

const verdicts = ["met", "at minimum", "missed", "undetermined", "held", "not rated"] as const;

const wrapped: CellStyle = { alignment: { vertical: "top", wrapText: true } };
const strong: CellStyle = { ...wrapped, font: { name: "Calibri", bold: true, size: 16 } };
const term: CellStyle = {
  alignment: { vertical: "top" },
  font: { name: "Calibri", size: 11, color: { rgb: "4D5560" } },
};

/** The answer, whose report it is, and the verdicts counted in the scorecard. */
export function summarySheet(report: Report): WriteSheet {
  const { contract, period, made } = report;
  const rows: readonly (readonly [Value, Value])[] = [
    ["Answer", report.answer],
    ["Because", report.because],
    ["Contract", contract.title],
    ["Reference", contract.reference],
    ["Client", contract.client],
    ["Supplier", contract.supplier],
    ["Period", `${period.from} to ${period.until}`],
    ["All times in", period.zone],
    ...verdicts.map((verdict): [Value, Value] => [
      `Service levels ${verdict}`,
      { formula: `COUNTIF(Scorecard!D:D,"${verdict}")`, value: report.counts[verdict] },
    ]),
    ["Service levels", { formula: "SUM(B9:B14)", value: levelsOf(report).length }],
    ["Made by", `${made.engine}, time zone data ${made.zoneData}, as known on ${made.asKnown}`],
  ];
  const cells = rows.flatMap(([name, value], row) => [
    [`${row},0`, cellOf(name, term)] as const,
    [`${row},1`, cellOf(value, row === 0 ? strong : leftOf(value))] as const,
  ]);
  return {
    name: "Summary",
    columns: [{ width: 28 }, { width: 90 }],
    rows: rows.map((row) => row.map(plainOf)),
    cells: new Map(cells),
    rowDefs: new Map([...heightsOf(rows, [{ width: 28 }, { width: 90 }]), [0, { height: 44 }]]),
    pageSetup: { paperSize: "a4", orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const leftOf = (value: Value): CellStyle =>
  typeof value === "string" ? wrapped : { numFmt: "0", alignment: { horizontal: "left", vertical: "top" } };
