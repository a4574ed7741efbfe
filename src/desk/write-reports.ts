import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { changesCsv, creditsCsv, missesCsv, scorecardCsv } from "../documents/csv.ts";
import { writeDocx } from "../documents/docx/write-docx.ts";
import { writeHtml } from "../documents/html/write-html.ts";
import { writeJson } from "../documents/json.ts";
import { writePdf } from "../documents/pdf/write-pdf.ts";
import { type Terminal, writeTable } from "../documents/table.ts";
import { writeXlsx } from "../documents/xlsx/write-xlsx.ts";
import type { Report } from "../engine/report/report.ts";
import { Refusal } from "../wire/refusal.ts";

/** What a report can be written as. */
export const formats = ["html", "json", "csv", "pdf", "xlsx", "docx"] as const;
type Format = (typeof formats)[number];

/** Written where nothing is asked for: what takes no time. */
export const usualFormats = "html,json,csv";

type File = readonly [ending: string, content: string | Uint8Array];

const writers: Readonly<Record<Format, (report: Report) => readonly File[] | Promise<readonly File[]>>> = {
  html: (report) => [[".html", writeHtml(report)]],
  json: (report) => [[".json", writeJson(report)]],
  csv: (report) =>
    (
      [
        ["-scorecard.csv", scorecardCsv(report)],
        ["-misses.csv", missesCsv(report)],
        ["-credits.csv", creditsCsv(report)],
        ["-changes.csv", changesCsv(report)],
      ] as const
    ).flatMap(([ending, content]): readonly File[] => (content === null ? [] : [[ending, content]])),
  pdf: async (report) => [[".pdf", await writePdf(report)]],
  xlsx: async (report) => [[".xlsx", await writeXlsx(report)]],
  docx: async (report) => [[".docx", await writeDocx(report)]],
};

/** Writes a report into a folder, in each of the formats named (`html,csv`); the paths written. */
export async function writeReports(report: Report, folder: string, named: string): Promise<readonly string[]> {
  const asked = named.split(",").map((each) => each.trim());
  const unknown = asked.find((each) => !(formats as readonly string[]).includes(each));
  if (unknown !== undefined)
    throw new Refusal("unknown-format", `'${unknown}' is no format. Known are: ${formats.join(", ")}.`);
  await mkdir(folder, { recursive: true });
  const files = (await Promise.all((asked as Format[]).map((format) => writers[format](report)))).flat();
  const paths = files.map(([ending]) => join(folder, `${fileName(report)}${ending}`));
  await Promise.all(files.map(([, content], index) => writeFile(paths[index] as string, content)));
  return paths;
}

/** `harbour-2026-03`: an id is what a contract says, so whatever could lead out of the folder becomes a hyphen. */
const fileName = ({ contract, period }: Report): string =>
  `${contract.id.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 100)}-${period.id}`;

/** The report as a table for a terminal. */
export const tableOf = (report: Report, terminal: Terminal): string => writeTable(report, terminal);
