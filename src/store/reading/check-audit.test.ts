import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAudit } from "../add-audit.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../fixture/test-store.ts";
import { checkAudit } from "./check-audit.ts";

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

  const check = () => checkAudit((work) => store.gate.unit(who, work));
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
    const { hash, ...whole } = await check();
    expect(whole).toEqual({ is_whole: true, rows: 5, broken_at: null });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("tells of a row that was changed, removed, or cut off", async () => {
    await after("update underpin.audit set subject = 'other' where number = 2");
    expect(await check()).toMatchObject({ is_whole: false, broken_at: 2 });
    await after("update underpin.audit set subject = 's2' where number = 2");
    await after(
      "create table public.kept as select * from underpin.audit; delete from underpin.audit where number = 3",
    );
    expect(await check()).toMatchObject({ is_whole: false, broken_at: 3 });
    await after("delete from underpin.audit where number > 3");
    expect(await check()).toMatchObject({ is_whole: false, broken_at: 3 });
    await after("insert into underpin.audit select * from public.kept where number >= 3");
    expect(await check()).toMatchObject({ is_whole: true, rows: 5 });
  });
});
