import type { Columns } from "../src/engine/batch/columns.ts";
import { megabytes, mustEqual, onceOf, secondsOf } from "./clocking.ts";
import { duckdb } from "./duckdb.ts";
import { evaluated } from "./level-bench.ts";
import { notInstalled, type Row } from "./row.ts";
import { tenLevels } from "./sql-query.ts";
import { loadTables } from "./sql-tables.ts";
import { four, levelsOf } from "./terms.ts";

const threads = 2;

/** The ten levels with pauses and changes of priority by SQL, from tables in memory to monthly counts. */
export async function benchSql(columns: Columns): Promise<Row[]> {
  const what = "Evaluation alone, 10 levels, one thread, against DuckDB (expert SQL, 2 threads, tables loaded)";
  const database = await duckdb();
  if (database === null) return [{ what, goal: null, seen: null, note: notInstalled }];
  const levels = levelsOf(10, four);
  await loadTables(database, columns, levels);
  await database.run(`set threads = ${threads}`);
  const before = megabytes();
  const { value: rows, processor } = await onceOf(() => database.rows(tenLevels));
  const grown = megabytes() - before;
  const { inTime, late, lateByChange } = evaluated(columns, levels);
  const seen = [...inTime].map((good, i) => [good, (late[i] as number) + (lateByChange[i] as number)]);
  const told = seen.map(() => [0, 0]);
  for (const [level, month, good, bad] of rows.map((row) => row.map(Number)))
    told[(level as number) * 12 + (month as number)] = [good as number, bad as number];
  mustEqual("counts of SQL and of columns", told, seen);
  const batch = secondsOf(() => evaluated(columns, levels));
  const seconds = processor / threads;
  const note = `DuckDB ${seconds.toFixed(1)} s if both threads are busy throughout, and ${Math.round(grown)} MB more; all counts equal`;
  return [{ what, goal: null, seen: seconds / batch, note }];
}
