import type { WriteSheet } from "hucre/xlsx";
import type { FileLine, Report } from "../../engine/report/report.ts";
import { letterOf, tableSheet, type Value } from "./sheet.ts";

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
    rows: files.map((file, index) => fileRow(file, index + 2)),
    ...(files.length === 0 ? {} : { foot: allFiles(files) }),
  });

const parts = ["rows", "used", "repeated", "held", "left"] as const;

const fileRow = (file: FileLine, row: number): readonly Value[] => [
  file.file,
  ...parts.map((part) => file[part]),
  { formula: `B${row}-SUM(C${row}:F${row})`, value: file.rows - file.used - file.repeated - file.held - file.left },
];

/** The sum of each column, so that a reader need not take our word for it. */
const allFiles = (files: readonly FileLine[]): readonly Value[] => {
  const sum = (part: (typeof parts)[number]): number => files.reduce((all, file) => all + file[part], 0);
  const open = sum("rows") - sum("used") - sum("repeated") - sum("held") - sum("left");
  return ["All files", ...parts.map(sum), open].map((value, index) =>
    typeof value === "string"
      ? value
      : { formula: `SUM(${letterOf(index)}2:${letterOf(index)}${files.length + 1})`, value },
  );
};

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
