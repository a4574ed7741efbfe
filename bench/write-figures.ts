import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Growth } from "./growth-bench.ts";
import { growthChart } from "./growth-chart.ts";
import type { Row } from "./row.ts";

export interface Figures {
  readonly tickets: number;
  readonly events: number;
  /** Megabytes of the columns, and the most the process took before any peer was started. */
  readonly columns: number;
  readonly peak: number;
  readonly rows: readonly Row[];
  readonly growths: readonly Growth[];
}

/** Prints the table and writes docs/performance.md with its chart. */
export function writeFigures(figures: Figures): void {
  const text = `${[...head(figures), ...figures.rows.map(lineOf), "", ...growthLines(figures.growths)].join("\n")}\n`;
  const docs = join(import.meta.dirname, "..", "docs");
  process.stdout.write(text);
  writeFileSync(join(docs, "performance.md"), text);
  writeFileSync(join(docs, "performance-growth.svg"), growthChart(figures.growths));
}

const head = ({ tickets, events, columns, peak }: Figures): string[] => [
  "# Performance",
  "",
  "Written by `npm run bench`. Ratios of one run, in seconds of the processor (by the clock where a row says so, and of",
  "PostgreSQL, since it is a process of its own), on one thread unless a row says otherwise; every comparison first checks",
  "that the results are the same, or counts how many are not.",
  `Work: a year of ${tickets} tickets made from a seed, ${events} events, 10 service levels over 4 calendars (Berlin with`,
  "lunch, London, New York, round the clock) with pauses and changes of priority, monthly results.",
  `Memory: the columns take ${Math.round(columns)} MB; the process with the tickets' making and evaluation ${Math.round(peak)} MB at most.`,
  "",
  "| What | Goal | Seen | Goal met | Remarks |",
  "|---|---|---|---|---|",
];

function lineOf({ what, goal, seen, note }: Row): string {
  const wanted = goal === null ? "" : `${goal.is} ${goal.times} x`;
  const isMet = goal !== null && seen !== null && (goal.is === "at least" ? seen >= goal.times : seen <= goal.times);
  const met = goal === null ? "" : seen === null ? "not measured" : isMet ? "yes" : "no";
  return `| ${what} | ${wanted} | ${seen === null ? "" : `${show(seen)} x`} | ${met} | ${note ?? ""} |`;
}

const show = (ratio: number): string => (ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio)));

const growthLines = (growths: readonly Growth[]): string[] => [
  "## Growth",
  "",
  "![Nanoseconds a ticket by number of tickets, levels and calendars](performance-growth.svg)",
  "",
  "Nanoseconds a ticket, evaluation alone:",
  "",
  ...growths.map(
    ({ of, points }) =>
      `- by ${of}: ${points.map(({ count, nanoseconds }) => `${count}: ${Math.round(nanoseconds)}`).join(", ")}`,
  ),
];
