import { readFileSync } from "node:fs";
import type { Report } from "../../engine/report/report.ts";
import { pageData } from "./page-data.ts";
import { compileTypst } from "./typst.ts";

const sources = ["main", "style", "shapes", "front", "level", "drawings", "misses", "chapters"];

/**
 * The report as a PDF for paper: A4, tagged, its fonts within, dated by its period. The report is data beside a fixed
 * template, so nothing that a user wrote is ever read as markup. The same report gives the same bytes.
 */
export function writePdf(report: Report): Promise<Uint8Array> {
  const files = sources.map(
    (name) => [`/${name}.typ`, readFileSync(new URL(`./template/${name}.typ`, import.meta.url))] as const,
  );
  return compileTypst([...files, ["/report.json", new TextEncoder().encode(JSON.stringify(pageData(report)))]]);
}
