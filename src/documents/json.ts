import type { Report } from "../engine/report/report.ts";

/** The report value as it stands, two spaces deep and ending with a line feed; the same report, the same bytes. */
export const writeJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
