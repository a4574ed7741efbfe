import type { BackupHead } from "../../wire/backup.ts";
import { Refusal } from "../../wire/refusal.ts";
import type { Migration } from "../migrate.ts";
import type { Database, Session } from "../session.ts";
import { type KeptTable, keptTables, quoted } from "./kept-tables.ts";
import type { Manifest, OnRows } from "./manifest.ts";
import { type RowTaker, readBackup } from "./read-backup.ts";

/** What is restored, and with which program. */
export interface RestoreAsked {
  readonly lines: AsyncIterable<string>;
  /** Steps that the database has taken, which are those of the backup (`migrationsOf`). */
  readonly steps: readonly Migration[];
  readonly onRows?: OnRows;
}

/**
 * Fills an empty database with a backup, in one transaction: whatever is refused, nothing was written. Rows are only
 * added, so that what is append-only stays so. Works that were under way wait to be begun again.
 */
export function restoreBackup(database: Database, asked: RestoreAsked): Promise<Manifest> {
  return database.hold(async (session) => {
    await session.script(
      "begin; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local search_path = pg_catalog",
    );
    try {
      const manifest = await restored(session, asked);
      await session.script("commit");
      return manifest;
    } catch (error) {
      await session.script("rollback").catch(() => {});
      throw error;
    }
  });
}

async function restored(session: Session, { lines, steps, onRows }: RestoreAsked): Promise<Manifest> {
  const known = await keptTables(session);
  await session.script("set local role underpin_backup");
  await refuseFilled(session, known);
  let table: KeptTable | undefined;
  let done = 0;
  const taker: RowTaker = {
    head: async (head) => refuseOther(head, steps),
    table: async (name, columns) => {
      table = known.find((one) => one.name === name && sameNames(one, columns));
      if (!table) throw new Refusal("unknown-table", `The backup holds ${name} with other columns than this program.`);
      done = 0;
    },
    rows: async (rows) => {
      if (!table) return;
      await addRows(session, table, rows);
      done += rows.length;
      onRows?.(table.name, done);
    },
  };
  const manifest = await readBackup(lines, taker);
  const missing = known.filter(({ name }) => !manifest.tables.some(({ end }) => end === name));
  if (missing.length > 0)
    throw new Refusal("backup-damaged", `The backup lacks ${missing.map(({ name }) => name).join(", ")}.`);
  return manifest;
}

const sameNames = ({ columns }: KeptTable, names: readonly string[]): boolean =>
  columns.length === names.length && columns.every(({ name }, at) => name === names[at]);

async function refuseFilled(session: Session, tables: readonly KeptTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await session.query(`select from ${quoted(name)} limit 1`);
    if (rows.length > 0)
      throw new Refusal(
        "database-not-empty",
        `A backup is restored into an empty database, and ${name} has rows. Name an empty folder or a new database.`,
      );
  }
}

function refuseOther({ migrations }: BackupHead, steps: readonly Migration[]): void {
  const same = migrations.length === steps.length && steps.every((step, at) => migrations[at]?.sha256 === step.sha256);
  if (!same)
    throw new Refusal(
      "backup-of-another-schema",
      "The backup and the database have not taken the same steps. Name an empty folder or a new database.",
    );
}

async function addRows(session: Session, { name, columns }: KeptTable, lines: readonly string[]): Promise<void> {
  const all = `[${lines.join(",")}]`;
  if (name === "underpin.record_events") await ensureYears(session, columns, all);
  const values = columns.map(({ type }, at) => `(r ->> ${at})::${type}`).join(", ");
  const names = columns.map((column) => quoted(column.name)).join(", ");
  await session.query(`insert into ${quoted(name)} (${names}) select ${values} from json_array_elements($1::json) r`, [
    all,
  ]);
}

/** Events of each year lie in a partition of their own. */
async function ensureYears(session: Session, columns: KeptTable["columns"], all: string): Promise<void> {
  const at = columns.findIndex(({ name }) => name === "happened");
  await session.query(
    `select underpin.ensure_year(year) from (
       select distinct extract(year from to_timestamp((r ->> ${at})::bigint) at time zone 'UTC')::integer as year
       from json_array_elements($1::json) r) as years`,
    [all],
  );
}
