import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LevelTerms } from "../src/engine/agreement/terms.ts";
import { type Columns, firstField, says } from "../src/engine/batch/columns.ts";
import type { Calendar } from "../src/engine/calendar/calendar.ts";
import { openSpans } from "../src/engine/calendar/service-time.ts";
import { instant } from "../src/engine/time/instant.ts";
import { mustEqual, secondsOf } from "./clocking.ts";
import { all, evaluated } from "./level-bench.ts";
import { duckdb } from "./peers.ts";
import { calendars, levelsOf, months } from "./terms.ts";
import { year } from "./tickets.ts";

/** The five response levels of the ten, by columns and by SQL with prefix sums and ASOF joins; null without DuckDB. */
export async function benchSql(columns: Columns): Promise<{ sql: number; batch: number } | null> {
  const database = await duckdb();
  if (database === null) return null;
  const levels = levelsOf(10, all).filter(({ clock }) => clock?.stops === "responded");
  const folder = mkdtempSync(join(tmpdir(), "underpin-bench-"));
  const load = async (name: string, rows: string): Promise<void> => {
    writeFileSync(join(folder, `${name}.csv`), rows);
    await database.run(`create table ${name} as select * from read_csv('${join(folder, name)}.csv', header = true)`);
  };
  await load("tickets", ticketRows(columns));
  await load("intervals", intervalRows());
  await load("limits", limitRows(levels));
  await load("months", `month,s,e\n${months.map(({ start, end }, i) => `${i},${start},${end}`).join("\n")}`);
  rmSync(folder, { recursive: true });
  const start = performance.now();
  const rows = await database.rows(query);
  const sql = (performance.now() - start) / 1000;
  const { inTime, late } = evaluated(columns, levels);
  const seen = [...inTime].map((good, i) => [good, late[i]]);
  const told = seen.map(() => [0, 0]);
  for (const [level, month, good, bad] of rows.map((row) => row.map(Number)))
    told[(level as number) * 12 + (month as number)] = [good as number, bad as number];
  mustEqual("counts of SQL and of columns", told, seen);
  return { sql, batch: secondsOf(() => evaluated(columns, levels)) };
}

function ticketRows({ count, offsets, happened, what, value, values }: Columns): string {
  const rows = ["opened,responded,priority"];
  for (let record = 0; record < count; record += 1) {
    const first = offsets[record] as number;
    let at = first;
    while (what[at] !== says.responded) at += 1;
    const priority = values[value[what.indexOf(firstField, first)] as number];
    rows.push(`${happened[first]},${happened[at]},${priority}`);
  }
  return rows.join("\n");
}

function intervalRows(): string {
  const span = { start: instant(year.start - 40 * 86_400), end: instant(year.end + 400 * 86_400) };
  const rows = ["cal,s,e,b"];
  for (const [id, calendar] of calendars as ReadonlyMap<string, Calendar>) {
    let before = 0;
    for (const { start, end } of openSpans(calendar, span)) {
      rows.push(`${id},${start},${end},${before}`);
      before += end - start;
    }
  }
  return rows.join("\n");
}

const limitRows = (levels: readonly LevelTerms[]): string =>
  ["level,priority,cal,allowed"]
    .concat(
      levels.flatMap(({ clock }, level) =>
        Object.entries(clock?.rows ?? {}).map(
          ([row, { within, calendar }]) =>
            `${level},${row},${calendar},${within?.kind === "time" ? within.seconds : 0}`,
        ),
      ),
    )
    .join("\n");

/** Worked seconds by ticket and calendar once, then a row for each level; a miss belongs to the month it began in. */
const query = `
with pairs as (select t.rowid as id, t.*, c.cal from tickets t cross join (select distinct cal from limits) c),
opened as (select p.*, i.b + least(p.opened - i.s, i.e - i.s) as w1 from pairs p asof join intervals i on p.cal = i.cal and p.opened >= i.s),
stopped as (select p.*, i.b + least(p.responded - i.s, i.e - i.s) as w2 from opened p asof join intervals i on p.cal = i.cal and p.responded >= i.s),
judged as (select l.level, p.*, l.allowed, w2 - w1 <= l.allowed as good from stopped p join limits l on l.priority = p.priority and l.cal = p.cal),
late as (select j.level, false as good, greatest(j.opened, i.s + j.w1 + j.allowed - i.b) as judged_at from judged j asof join intervals i on j.cal = i.cal and j.w1 + j.allowed >= i.b where not j.good),
verdicts as (select level, good, responded as judged_at from judged where good union all select * from late)
select level, month, count(*) filter (good), count(*) filter (not good) from verdicts join months m on judged_at >= m.s and judged_at < m.e group by all`;
