import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, systemOf, type TestStore, tenantOne, tenantTwo, testStore } from "./fixture/test-store.ts";

describe.skipIf(noDatabase())("the gate", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
    await store.gate.unit(systemOf(tenantOne), ({ db }) =>
      db.insertInto("tenants").values({ tenant_id: tenantOne, name: "One", created: 1 }).execute(),
    );
  });
  afterAll(() => store.close());

  test("a tenant sees its own rows, another tenant none", async () => {
    const names = (tenant: string) =>
      store.gate.unit(systemOf(tenant), ({ db }) => db.selectFrom("tenants").select("name").execute());
    expect(await names(tenantOne)).toEqual([{ name: "One" }]);
    expect(await names(tenantTwo)).toEqual([]);
  });

  test("a refused statement undoes its unit of work and leaves the gate open", async () => {
    const foreign = store.gate.unit(systemOf(tenantTwo), ({ db }) =>
      db.insertInto("tenants").values({ tenant_id: tenantOne, name: "Foreign", created: 1 }).execute(),
    );
    await expect(foreign).rejects.toThrow(/row-level security|duplicate/);
    expect(
      await store.gate.keeper(async (session) => (await session.query("select tenant_id from underpin.tenants")).rows),
    ).toEqual([{ tenant_id: tenantOne }]);
  });

  test("sign-in and queue reach no table of a tenant", async () => {
    for (const enter of [store.gate.signIn, store.gate.queue]) {
      await expect(enter((session) => session.query("select * from underpin.tenants"))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  test("one unit never does two things at once with different rights", async () => {
    const client = { tenant: tenantOne, person: "gus", party: "meridian", side: "client" } as const;
    const mixed = store.gate.unit(client, async (unit) => {
      const names = unit.db.selectFrom("counters").select("name");
      await Promise.all([
        unit.asSystem(({ db }) => db.selectFrom("counters").select("name").execute()),
        names.execute(),
      ]);
    });
    await expect(mixed).rejects.toThrow("two things at once");
  });
});
