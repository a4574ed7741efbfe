import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, inject, test } from "vitest";
import { tablesText } from "../../scripts/store/tables-text.ts";
import { embeddedDatabase } from "./embedded-database.ts";
import { databaseAt } from "./fixture/postgres-server.ts";
import { noDatabase, testedOn, testStore } from "./fixture/test-store.ts";
import { migrate, migrations } from "./migrate.ts";
import { serverDatabase } from "./server-database.ts";
import type { Database } from "./session.ts";

const steps = await migrations();
const opened: Database[] = [];
let made = 0;

/** An empty database of the kind that the run asks for, opened as often as is asked. */
async function empty(): Promise<() => Promise<Database>> {
  if (testedOn === "embedded") {
    const one = await embeddedDatabase({ memory: true });
    opened.push(one);
    return async () => one;
  }
  const url = inject("postgres") ?? "";
  const name = `empty_${process.pid}_${made++}`;
  const root = serverDatabase({ url, connections: 1 });
  await root.hold((session) => session.script(`create database ${name}`));
  await root.close();
  return async () => {
    const one = serverDatabase({ url: databaseAt(url, name), connections: 2 });
    opened.push(one);
    return one;
  };
}

const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    ({ code }: { code: string }) => code,
  );

describe.skipIf(noDatabase())("migrations", () => {
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  test("from every earlier schema forward the tables become the same", async () => {
    const expected = await readFile(join(import.meta.dirname, "tables.ts"), "utf8");
    const starts = testedOn === "embedded" ? [0, steps.length - 1] : steps.map((_, index) => index);
    for (const count of starts) {
      const database = await (await empty())();
      await migrate(database, steps.slice(0, count));
      const done = await migrate(database, steps);
      expect(done).toEqual(steps.slice(count).map(({ name }) => name));
      expect(await database.hold(tablesText)).toBe(expected);
    }
  }, 60_000);

  test("two processes at once take each step once", async () => {
    const open = await empty();
    const both = await Promise.all([open(), open()]);
    const done = await Promise.all(both.map((database) => migrate(database, steps)));
    expect(done.flat().sort()).toEqual(steps.map(({ name }) => name));
  });

  test("a database of a newer program, or of another text, is refused", async () => {
    const database = await (await empty())();
    const next = { number: 9001, name: "9001-later.sql", sql: "select 1", sha256: "later" };
    await migrate(database, [...steps, next]);
    expect(await refused(migrate(database, steps))).toBe("database-is-newer");
    const other = steps.map((step) => (step.number === 2 ? { ...step, sha256: "other" } : step));
    expect(await refused(migrate(database, [...other, next]))).toBe("migration-changed");
  });

  test("a step that fails leaves nothing of itself", async () => {
    const database = await (await empty())();
    const broken = { number: 9001, name: "9001-broken.sql", sql: "create table half (a int); select 1/0", sha256: "b" };
    await expect(migrate(database, [...steps, broken])).rejects.toThrow("division by zero");
    const { rows } = await database.hold((session) => session.query("select to_regclass('half') as found"));
    expect(rows).toEqual([{ found: null }]);
    expect(await migrate(database, steps)).toEqual([]);
  });
});

describe.skipIf(noDatabase())("every table", () => {
  test("has its tenant first in its key, row-level security that also binds its owner, and no owner among the roles", async () => {
    const store = await testStore();
    const { rows } = await store.database.hold((session) =>
      session.query(`
        select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as secured, a.attname as first,
               pg_get_userbyid(c.relowner) like 'underpin\\_%' as owned
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join pg_index i on i.indrelid = c.oid and i.indisprimary
        left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where n.nspname = 'underpin' and c.relkind in ('r', 'p') order by 1`),
    );
    expect(rows.length).toBeGreaterThan(30);
    expect(
      rows.filter(({ secured, first, owned }) => secured !== true || first !== "tenant_id" || owned === true),
    ).toEqual([]);
    const roles = await store.database.hold((session) =>
      session.query(
        "select rolname from pg_roles where rolname like 'underpin\\_%' and (rolsuper or rolbypassrls or rolcanlogin)",
      ),
    );
    expect(roles.rows).toEqual([]);
    await store.close();
  });
});
