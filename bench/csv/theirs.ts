/** `node bench/csv/theirs.ts <folder>`: the same file by DuckDB in a process of its own; prints what it took. */
import { join } from "node:path";
import { onceOf, peakMegabytes } from "../clocking.ts";
import { duckdb } from "../duckdb.ts";
import { tenLevels } from "../sql-query.ts";
import { loadTerms } from "../sql-tables.ts";
import { four, levelsOf } from "../terms.ts";

const database = await duckdb();
if (database === null) process.stdout.write("null");
else {
  const levels = levelsOf(10, four);
  await database.run("set threads = 2");
  await database.run("set enable_progress_bar = false");
  await loadTerms(database, levels);
  await database.run(events(join(process.argv[2] as string, "log.csv")));
  const { value: rows, clock: seconds, processor } = await onceOf(() => database.rows(tenLevels));
  const counts = rows.map((row) => row.map(Number));
  process.stdout.write(JSON.stringify({ seconds, processor, megabytes: peakMegabytes(), counts }));
}

/** The log as a view: its columns named and typed, the number of a ticket without its letter. */
function events(path: string): string {
  return `create view events as
    select substr(number, 2)::int as ticket, step as seq, epoch("at")::bigint as since, priority, state = 'working' as responded,
      case when state in ('new', 'working') then 'open' else state end as state
    from read_csv('${path}', header = true, columns = {number: 'varchar', step: 'int', "at": 'timestamp', state: 'varchar',
      priority: 'varchar', title: 'varchar'})`;
}
