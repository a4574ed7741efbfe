import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAudit } from "./add-audit.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "./fixture/test-store.ts";
import { verifyAudit } from "./verify-audit.ts";

const who = systemOf(tenantOne);

describe.skipIf(noDatabase())("the audit log", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
    await store.gate.unit(who, async (unit) => {
      await unit.db.insertInto("tenants").values({ tenant_id: tenantOne, name: "One", created: 1 }).execute();
      for (let at = 1; at <= 5; at += 1) {
        const facts = { z: 0.1, a: [at, { größer: "ja", n: null }], big: 2 ** 53 };
        await addAudit(unit, { at, person: "ada", activity: "negotiate", contract: null, subject: `s${at}`, facts });
      }
    });
  });
  afterAll(() => store.close());

  const verify = () => store.gate.unit(who, verifyAudit);
  /** Changes the log as somebody could who owns the database, and takes the change back after a look. */
  const after = async (sql: string) =>
    store.database.hold(async (session) => {
      await session.script("begin; set local session_replication_role = replica");
      await session.script(sql);
      const { rows } = await session.query("select * from underpin.audit order by number");
      await session.script("commit");
      return rows;
    });

  test("is whole as it was written", async () => {
    const { rows, breaks, hash } = await verify();
    expect({ rows, breaks }).toEqual({ rows: 5, breaks: [] });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("tells of a row that was changed, removed, or cut off", async () => {
    await after("update underpin.audit set subject = 'other' where number = 2");
    expect((await verify()).breaks).toEqual([{ number: 2, what: "changed" }]);
    await after("update underpin.audit set subject = 's2' where number = 2");
    await after(
      "create table public.kept as select * from underpin.audit; delete from underpin.audit where number = 3",
    );
    expect((await verify()).breaks).toEqual([{ number: 3, what: "missing" }]);
    await after("delete from underpin.audit where number > 3");
    expect((await verify()).breaks).toEqual([{ number: 3, what: "cut off" }]);
    await after("insert into underpin.audit select * from public.kept where number >= 3");
    expect((await verify()).breaks).toEqual([]);
  });
});
