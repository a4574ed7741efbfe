import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { oneRowEach } from "./fixture/one-row-each.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, tenantTwo, testStore } from "./fixture/test-store.ts";
import type { Who } from "./gate.ts";

/** Whose rows they are: a contract of Tideway with Meridian; Quillnet is the vendor of another agreement. */
const viewers: Readonly<Record<string, Who>> = {
  "another tenant": systemOf(tenantTwo),
  "a provider of another tenant": { tenant: tenantTwo, person: "ada", party: "tideway", side: "provider" },
  "another client": { tenant: tenantOne, person: "zoe", party: "other-client", side: "client" },
  "a vendor of another agreement": { tenant: tenantOne, person: "vic", party: "quillnet", side: "vendor" },
  "a team of another agreement": { tenant: tenantOne, person: "tom", party: "desk", side: "team" },
  nobody: { tenant: "", person: "", party: "", side: "client" },
};

/** What outsiders of the same tenant may see: who provides the services, and who does what in the process. */
const open: readonly string[] = ["parties", "matrices", "tenants"];

describe.skipIf(noDatabase())("every table", () => {
  let store: TestStore;
  let tables: readonly string[];

  beforeAll(async () => {
    store = await testStore();
    tables = await store.database.hold((session) => oneRowEach(session, tenantOne));
  });
  afterAll(() => store.close());

  const count = (who: Who, table: string): Promise<number> =>
    store.gate.unit(who, async ({ session }) => {
      const { rows } = await session.query(`select count(*)::int as n from underpin.${table}`);
      return (rows[0] as { n: number }).n;
    });

  test("has a row, which its own tenant sees", async () => {
    expect(tables.length).toBeGreaterThan(30);
    const unseen = [];
    for (const table of tables) if ((await count(systemOf(tenantOne), table)) === 0) unseen.push(table);
    expect(unseen).toEqual([]);
  });

  test.each(Object.entries(viewers))("gives nothing to %s", async (_, who) => {
    const allowed = who.tenant === tenantOne ? open : [];
    const seen = [];
    for (const table of tables) if (!allowed.includes(table) && (await count(who, table)) > 0) seen.push(table);
    expect(seen).toEqual([]);
  });

  test.each(Object.entries(viewers))("lets nothing be changed or removed by %s", async (_, who) => {
    const touched = [];
    for (const table of tables) {
      for (const sql of [`update underpin.${table} set tenant_id = tenant_id`, `delete from underpin.${table}`]) {
        const changed = await store.gate
          .unit(who, async ({ session }) => {
            const answer = await session.query(sql);
            if (answer.changed > 0) throw new Error("touched");
            return "none";
          })
          .catch((error: Error) => (/permission denied|append-only/.test(error.message) ? "none" : error.message));
        if (changed !== "none") touched.push(`${table}: ${changed}`);
      }
    }
    expect(touched).toEqual([]);
  });

  test("takes no row for another tenant", async () => {
    const taken = [];
    for (const table of tables) {
      const copy = `insert into underpin.${table} select * from underpin.${table}`;
      const moved = await store.gate
        .unit(systemOf(tenantOne), async ({ session }) => {
          await session.query("select set_config('underpin.tenant', $1, true)", [tenantTwo]);
          return (await session.query(copy)).changed;
        })
        .catch(() => 0);
      if (moved > 0) taken.push(table);
    }
    expect(taken).toEqual([]);
  });

  test("append-only tables refuse a change even by their owner", async () => {
    const { rows } = await store.database.hold((session) =>
      session.query(`select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
                     where t.tgname = 'keep' and not c.relispartition order by 1`),
    );
    expect(rows.length).toBeGreaterThanOrEqual(15);
    for (const { name } of rows) {
      const change = store.database.hold((session) =>
        session.query(`update underpin.${name} set tenant_id = tenant_id`),
      );
      await expect(change).rejects.toThrow("append-only");
    }
  });
});
