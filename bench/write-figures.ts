import { writeFileSync } from "node:fs";
import { join } from "node:path";

type Pairs = readonly (readonly (number | undefined)[])[];

interface Figures {
  readonly tickets: number;
  readonly sample: number;
  readonly calendar: Readonly<Record<string, number | null | undefined>>;
  readonly levels: { readonly events: number; readonly batch: number; readonly sum: number; readonly plain: number };
  readonly growth: Readonly<Record<"tickets" | "levels" | "calendars", Pairs>>;
  readonly sql: { readonly sql: number; readonly batch: number } | null;
}

/** Prints the ratios and writes docs/performance.md. */
export function writeFigures(figures: Figures): void {
  const lines = [...head(figures), ...rows(figures), "", ...growthLines(figures.growth), ...notMeasured];
  const text = `${lines.join("\n")}\n`;
  process.stdout.write(text);
  writeFileSync(join(import.meta.dirname, "..", "docs", "performance.md"), text);
}

const head = ({ tickets, sample, levels }: Figures): string[] => [
  "# Performance",
  "",
  "Written by `npm run bench`. Ratios of one run on one thread; every comparison first checks that the results are the same.",
  `Work: ${tickets} tickets, ${levels.events} events, 10 service levels over 4 calendars, 12 months. The plain engine is`,
  `measured on ${sample} of the tickets and scaled up.`,
  "",
  "| What | Goal | Seen | Goal met |",
  "|---|---|---|---|",
];

function rows({ calendar, levels, sql, tickets }: Figures): string[] {
  const { arrays = 0, function: call = 0, plain = 0, library, libraryWrong } = calendar;
  const peer = library ?? null;
  const name = `opening_hours (${libraryWrong ?? "?"} of 5000 answers differ)`;
  return [
    row(`Service seconds over arrays against ${name}`, [5000, peer && (arrays ?? 0) / peer]),
    row("Service seconds by a function call against the same", [1000, peer && (call ?? 0) / peer]),
    row("The plain calendar against the same", [null, peer && (plain ?? 0) / peer]),
    row("10 levels by columns against the plain engine", [null, levels.plain / levels.batch]),
    row("5 response levels by columns against DuckDB (ASOF joins with prefix sums, 2 threads)", [
      null,
      sql && sql.sql / sql.batch,
    ]),
    `| 10 levels by columns, times the plain sum of the time column | at most 60 x | ${show(levels.batch / levels.sum)} x | ${levels.batch / levels.sum <= 60 ? "yes" : "no"} |`,
    `| 10 levels by columns, a ticket | | ${show((levels.batch * 1e9) / tickets)} ns | |`,
  ];
}

function row(what: string, [goal, seen]: readonly [number | null, number | null]): string {
  const met =
    seen === null ? "not measured: the peer is not installed" : goal === null ? "" : seen >= goal ? "yes" : "no";
  return `| ${what} | ${goal === null ? "" : `at least ${goal} x`} | ${seen === null ? "" : `${show(seen)} x`} | ${met} |`;
}

const show = (ratio: number): string => (ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio)));

const growthLines = ({ tickets, levels, calendars }: Figures["growth"]): string[] => [
  "Growth, nanoseconds a ticket:",
  "",
  `- by tickets (10 levels): ${list(tickets)}`,
  `- by levels: ${list(levels)}`,
  `- by calendars (16 levels): ${list(calendars)}`,
  "",
];

const list = (pairs: Pairs): string => pairs.map(([of, ns]) => `${of}: ${Math.round(ns ?? 0)}`).join(", ");

const notMeasured = [
  "Not measured: CSV file to results, calendars alone against DuckDB, what-if, availability, live events, PostgreSQL, moment-business-time,",
  "more than 4 calendars, more than one thread, and the whole of the ten levels in SQL (pauses and changes of priority).",
  "The desk does not use columns yet; it evaluates with the plain engine.",
];
