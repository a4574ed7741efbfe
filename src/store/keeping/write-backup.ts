import { createHash } from "node:crypto";
import type { BackupHead, BackupTableEnd } from "../../wire/backup.ts";
import type { Database, Session } from "../session.ts";
import { inOrder, type KeptTable, keptTables, quoted } from "./kept-tables.ts";
import { type Manifest, mostBytes, mostRows, type OnRows } from "./manifest.ts";

/** What a backup is written with. */
export interface BackupAsked {
  /** The version of the program. */
  readonly version: string;
  readonly at: number;
  /** Takes the lines of the backup; waited for, so that no more is read than can be written. */
  readonly write: (text: string) => Promise<void>;
  readonly onRows?: OnRows;
}

/**
 * Writes everything that the database holds, as it stood at one instant. On the embedded database nobody else is served
 * meanwhile; on a server nobody waits.
 */
export function writeBackup(database: Database, asked: BackupAsked): Promise<Manifest> {
  return database.hold(async (session) => {
    await session.script(`begin transaction isolation level repeatable read read only; ${settings}`);
    try {
      return await written(session, asked);
    } finally {
      await session.script("rollback");
    }
  });
}

/** Values are written alike by every database. */
const settings =
  "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'; set local extra_float_digits = 1; set local search_path = pg_catalog";

async function written(session: Session, asked: BackupAsked): Promise<Manifest> {
  const { rows } = await session.query("select number, name, sha256 from public.underpin_migrations order by number");
  const head: BackupHead = {
    underpin_backup: 1,
    version: asked.version,
    at: asked.at,
    migrations: rows as unknown as BackupHead["migrations"],
  };
  const kept = await keptTables(session);
  await session.script("set local role underpin_backup");
  await asked.write(line(head));
  const tables: BackupTableEnd[] = [];
  for (const table of kept) tables.push(await writeTable(session, table, asked));
  await asked.write(line({ tables }));
  return { ...head, tables };
}

async function writeTable(session: Session, table: KeptTable, { write, onRows }: BackupAsked): Promise<BackupTableEnd> {
  await write(line({ table: table.name, columns: table.columns.map(({ name }) => name) }));
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(", ");
  await session.script(
    `declare rows no scroll cursor for select json_build_array(${values})::text as line from ${quoted(table.name)}
     order by ${inOrder(table)}`,
  );
  const hash = createHash("sha256");
  let rows = 0;
  let next = 50;
  for (;;) {
    const lines = (await session.query(`fetch ${next} from rows`)).rows.map((row) => `${row.line}\n`);
    if (lines.length === 0) break;
    const text = lines.join("");
    hash.update(text);
    await write(text);
    rows += lines.length;
    onRows?.(table.name, rows);
    next = Math.max(1, Math.min(mostRows, Math.trunc(mostBytes / (text.length / lines.length))));
  }
  await session.script("close rows");
  const end: BackupTableEnd = { end: table.name, rows, sha256: hash.digest("hex") };
  await write(line(end));
  return end;
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
