import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../wire/refusal.ts";
import type { Database, Session } from "./session.ts";

/** A step that takes the schema forward: `0002-parties-people-contracts.sql`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** The migrations of this version of the program, in order. */
export async function migrations(folder = join(import.meta.dirname, "migrations")): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return { number: Number(name.slice(0, 4)), name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Takes the schema forward, each step in a transaction of its own, under a lock that lets one process do it at a time.
 * Refused where the database knows a step that this program does not, or another text of one. Gives what was done.
 */
export function migrate(database: Database, steps: readonly Migration[]): Promise<readonly string[]> {
  return database.hold(async (session) => {
    await session.script(`select pg_advisory_lock(${lock})`);
    try {
      await session.script(ledger);
      const known = await session.query("select number, name, sha256 from public.underpin_migrations order by number");
      const open = remaining(steps, known.rows as readonly Known[]);
      for (const step of open) await apply(session, step);
      return open.map(({ name }) => name);
    } finally {
      await session.script(`select pg_advisory_unlock(${lock})`);
    }
  });
}

/** The names of steps that the database has not taken; refused as `migrate` refuses. */
export function stepsLeft(database: Database, steps: readonly Migration[]): Promise<readonly string[]> {
  return database.hold(async (session) => {
    const { rows } = await session.query("select number, name, sha256 from public.underpin_migrations");
    return remaining(steps, rows as readonly Known[]).map(({ name }) => name);
  });
}

/** Any number that no other program on the same server is likely to lock by. */
const lock = 7_186_337_761;

const ledger = `
  create table if not exists public.underpin_migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    at timestamptz not null default now()
  )`;

type Known = Pick<Migration, "number" | "name" | "sha256">;

function remaining(steps: readonly Migration[], known: readonly Known[]): readonly Migration[] {
  for (const { number, name, sha256 } of known) {
    const own = steps.find((step) => step.number === number);
    if (!own)
      throw new Refusal(
        "database-is-newer",
        `The database was last opened by a newer Underpin (it knows ${name}). Start that version or a later one.`,
      );
    if (own.sha256 !== sha256)
      throw new Refusal("migration-changed", `${name} is not the text that made this database. Restore the program.`);
  }
  return steps.filter(({ number }) => !known.some((each) => each.number === number));
}

async function apply(session: Session, { number, name, sql, sha256 }: Migration): Promise<void> {
  await session.script("begin");
  try {
    await session.script(sql);
    await session.query("insert into public.underpin_migrations (number, name, sha256) values ($1, $2, $3)", [
      number,
      name,
      sha256,
    ]);
    await session.script("commit");
  } catch (error) {
    await session.script("rollback").catch(() => {});
    throw error;
  }
}
