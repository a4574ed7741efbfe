import type { WriteSheet } from "hucre/xlsx";
import type { Report } from "../../engine/report/report.ts";
import { tableSheet } from "./sheet.ts";

/** What is odd in the data or in the agreement. */
export const findingsSheet = ({ findings }: Report): WriteSheet =>
  tableSheet({
    name: "Findings",
    columns: [
      { head: "Weight", width: 10 },
      { head: "Code", width: 26 },
      { head: "Finding", width: 70 },
      { head: "Where first", width: 40 },
      { head: "Times", width: 10, format: "0" },
    ],
    rows: findings.map(({ weight, code, sentence, where, count }) => [weight, code, sentence, where, count]),
  });

/** Every file that was read; the last column is nought where every row is accounted for. */
export const filesSheet = ({ files }: Report): WriteSheet =>
  tableSheet({
    name: "Files",
    columns: [
      { head: "File", width: 40 },
      ...["Rows", "Used", "Repeated", "Held back", "Left out", "Not accounted for"].map((head) => ({
        head,
        width: 14,
        format: "0",
      })),
    ],
    rows: files.map(({ file, rows, used, repeated, held, left }, index) => [
      file,
      rows,
      used,
      repeated,
      held,
      left,
      { formula: `B${index + 2}-SUM(C${index + 2}:F${index + 2})`, value: rows - used - repeated - held - left },
    ]),
  });

/** What the agreed triggers open because of this period. */
export const followsSheet = ({ triggers = [] }: Report): WriteSheet =>
  tableSheet({
    name: "What follows",
    columns: [
      { head: "Opens", width: 24 },
      { head: "Trigger", width: 34 },
      { head: "Agreement", width: 24 },
      { head: "Service level", width: 38 },
      { head: "Group", width: 20 },
      { head: "Reason", width: 70 },
      { head: "Periods", width: 24 },
    ],
    rows: triggers.map((each) => [
      each.opens,
      each.title,
      each.agreement,
      each.levelTitle,
      each.group,
      each.reason,
      each.periods.join(", "),
    ]),
  });
