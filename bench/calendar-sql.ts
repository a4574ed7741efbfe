import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chanceOf } from "../sim/random.ts";
import { compiledCalendar } from "../src/engine/batch/compiled-calendar.ts";
import type { Calendar } from "../src/engine/calendar/calendar.ts";
import { instant } from "../src/engine/time/instant.ts";
import { mustEqual, onceOf, secondsOf } from "./clocking.ts";
import { type Database, duckdb } from "./duckdb.ts";
import { atLeast, notInstalled, type Row } from "./row.ts";
import { loadTerms } from "./sql-tables.ts";
import { calendars, four, levelsOf } from "./terms.ts";
import { year } from "./tickets.ts";

const what = "Service seconds over arrays, against DuckDB: ASOF joins with prefix sums, one thread";

/** Service seconds between pairs of instants by two ASOF joins with the running totals of a calendar's openings. */
export async function benchCalendarSql(count: number): Promise<Row[]> {
  const database = await duckdb();
  if (database === null) return [{ what, goal: atLeast(20), seen: null, note: notInstalled }];
  const chance = chanceOf(2, "pairs");
  const from = Int32Array.from({ length: count }, () => chance.whole(year.start, year.end));
  const to = from.map((at) => at + chance.whole(60, 2_000_000));
  const span = { start: instant(year.start), end: instant(year.end + 40 * 86_400) };
  const compiled = compiledCalendar(calendars.get("berlin") as Calendar, span);
  const into = new Int32Array(count);
  const ours = secondsOf(() => compiled.elapsedOver(from, to, into));
  await loadTerms(database, levelsOf(10, four));
  await loadPairs(database, { from, to });
  await database.run("set threads = 1");
  const { processor } = await onceOf(() => database.rows(`select sum(seconds) from (${asof})`));
  const differing = await database.rows(
    `select count(*), sum(seconds)::double, sum(seconds * (id % 1000))::double from (${asof})`,
  );
  const sums = [count, sumOf(into, () => 1), sumOf(into, (id) => id % 1000)];
  mustEqual("service seconds of SQL and of arrays", differing[0]?.map(Number), sums);
  const note = `ours ${(count / ours / 1e6).toFixed(0)} M/s, DuckDB ${(count / processor / 1e6).toFixed(1)} M/s; all seconds add up to the same`;
  return [{ what, goal: atLeast(20), seen: processor / ours, note }];
}

const asof = `select id, b.b + least(t - b.s, b.e - b.s) - a.b - least(f - a.s, a.e - a.s) as seconds
  from pairs p asof join openings a on p.f >= a.s asof join openings b on p.t >= b.s`;

async function loadPairs(
  database: Database,
  { from, to }: { readonly from: Int32Array; readonly to: Int32Array },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "underpin-pairs-"));
  const path = join(folder, "pairs.csv");
  appendFileSync(path, "id,f,t\n");
  for (let i = 0; i < from.length; i += 100_000) {
    const part = Array.from(from.subarray(i, i + 100_000), (at, k) => `${i + k},${at},${to[i + k]}\n`);
    appendFileSync(path, part.join(""));
  }
  await database.run(`create table pairs as select * from read_csv('${path}', header = true)`);
  await database.run("create table openings as select * from intervals where cal = 'berlin' order by s");
  rmSync(folder, { recursive: true });
}

function sumOf(numbers: Int32Array, times: (index: number) => number): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i += 1) sum += (numbers[i] as number) * times(i);
  return sum;
}
