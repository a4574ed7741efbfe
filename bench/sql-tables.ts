import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LevelTerms } from "../src/engine/agreement/terms.ts";
import { type Columns, firstField, says } from "../src/engine/batch/columns.ts";
import type { Calendar } from "../src/engine/calendar/calendar.ts";
import { openSpans } from "../src/engine/calendar/service-time.ts";
import { instant } from "../src/engine/time/instant.ts";
import type { Database } from "./duckdb.ts";
import { calendars, four, months } from "./terms.ts";
import { year } from "./tickets.ts";

/** Loads the same events, calendars, limits and months into tables; this is not measured. */
export async function loadTables(database: Database, columns: Columns, levels: readonly LevelTerms[]): Promise<void> {
  await withFolder(async (folder) => {
    writeEvents(join(folder, "events.csv"), columns);
    await load(database, folder, "events");
  });
  await loadTerms(database, levels);
}

/** Loads what the levels are about: calendars, limits and months. */
export async function loadTerms(database: Database, levels: readonly LevelTerms[]): Promise<void> {
  await withFolder(async (folder) => {
    for (const [name, text] of Object.entries(termTables(levels))) {
      writeFileSync(join(folder, `${name}.csv`), text);
      await load(database, folder, name);
    }
  });
}

/** The same as text with a header. */
export const termTables = (levels: readonly LevelTerms[]): Readonly<Record<string, string>> => ({
  intervals: intervalRows(),
  limits: limitRows(levels),
  months: `month,s,e\n${months.map(({ start, end }, i) => `${i},${start},${end}`).join("\n")}`,
});

const load = (database: Database, folder: string, name: string): Promise<unknown> =>
  database.run(`create table ${name} as select * from read_csv('${join(folder, name)}.csv', header = true)`);

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "underpin-bench-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One row an event: the ticket, its order, when, and the state or priority it sets or whether it is the response. */
function writeEvents(path: string, { count, offsets, happened, what, value, values, states }: Columns): void {
  writeFileSync(path, "ticket,seq,since,state,priority,responded\n");
  let rows: string[] = [];
  for (let record = 0; record < count; record += 1) {
    for (let i = offsets[record] as number; i < (offsets[record + 1] as number); i += 1) {
      const code = value[i] as number;
      const state = what[i] === says.state ? states[code]?.kind : "";
      const priority = what[i] === firstField ? values[code] : "";
      rows.push(`${record},${i},${happened[i]},${state},${priority},${what[i] === says.responded}\n`);
    }
    if (rows.length < 100_000 && record + 1 < count) continue;
    appendFileSync(path, rows.join(""));
    rows = [];
  }
}

function intervalRows(): string {
  const span = { start: instant(year.start - 40 * 86_400), end: instant(year.end + 400 * 86_400) };
  const rows = ["cal,s,e,b"];
  for (const id of four) {
    let before = 0;
    for (const { start, end } of openSpans(calendars.get(id) as Calendar, span)) {
      rows.push(`${id},${start},${end},${before}`);
      before += end - start;
    }
  }
  return rows.join("\n");
}

const limitRows = (levels: readonly LevelTerms[]): string =>
  ["level,course,priority,cal,allowed"]
    .concat(
      levels.flatMap(({ clock }, level) =>
        Object.entries(clock?.rows ?? {}).map(
          ([row, { within, calendar }]) =>
            `${level},${clock?.stops},${row},${calendar},${within?.kind === "time" ? within.seconds : 0}`,
        ),
      ),
    )
    .join("\n");
