import { readFileSync } from "node:fs";
import type { Report } from "../../engine/report/report.ts";
import { fontsFor } from "./fonts.ts";
import { pageData } from "./page-data.ts";
import { type Compiled, compileTypst } from "./typst.ts";

const sources = ["main", "style", "shapes", "front", "level", "drawings", "misses", "credits", "chapters"];

/**
 * The report as a PDF for paper: A4, tagged, its fonts within, dated by its period. The report is data beside a fixed
 * template, so nothing that a user wrote is ever read as markup. The same report gives the same bytes.
 */
export const writePdf = async (report: Report): Promise<Uint8Array> => (await compilePdf(report)).pdf;

/** The PDF with the remarks of its compiler. Characters that no font has are named on the last page. */
export function compilePdf(report: Report): Promise<Compiled> {
  const data = pageData(report);
  const { fonts, missing } = fontsFor(JSON.stringify(data));
  const printed = { ...data, families: fonts.families, missing: missing.map(codeOf) };
  const files = sources.map(
    (name) => [`/${name}.typ`, readFileSync(new URL(`./template/${name}.typ`, import.meta.url))] as const,
  );
  return compileTypst({
    files: [...files, ["/report.json", new TextEncoder().encode(JSON.stringify(printed))]],
    fonts,
  });
}

/** `U+1F600` */
const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
