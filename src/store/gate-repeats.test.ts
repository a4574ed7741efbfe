import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAudit } from "./add-audit.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testedOn, testStore } from "./fixture/test-store.ts";
import { openGate, type Unit } from "./gate.ts";
import { checkAudit } from "./reading/check-audit.ts";

const who = systemOf(tenantOne);

describe.skipIf(noDatabase())("a unit that others stood in the way of", () => {
  let store: TestStore;
  const codes: string[] = [];
  beforeAll(async () => {
    store = await testStore();
    await store.gate.unit(who, ({ db }) =>
      db.insertInto("tenants").values({ tenant_id: tenantOne, name: "One", created: 1 }).execute(),
    );
  });
  afterAll(() => store.close());
  const gate = () => openGate(store.database, (code) => codes.push(code));

  const failing = (code: string, times: number) => {
    let begun = 0;
    return gate()
      .unit(who, async (unit) => {
        begun += 1;
        await addAudit(unit, { at: 1, person: "ada", activity: "a", contract: null, subject: "s", facts: {} });
        if (begun <= times) await unit.session.script(`do $$ begin raise exception using errcode = '${code}'; end $$`);
        return "done";
      })
      .then(
        (said) => ({ said, begun }),
        (error: { code: string }) => ({ said: error.code, begun }),
      );
  };
  const written = async () => (await checkAudit((work) => store.gate.unit(who, work))).rows;

  test("is done again, and what it did before is undone", async () => {
    expect(await failing("40001", 1)).toEqual({ said: "done", begun: 2 });
    expect(await failing("40P01", 2)).toEqual({ said: "done", begun: 3 });
    expect(await written()).toBe(2);
    expect(codes).toEqual(["40001", "40P01", "40P01"]);
  });

  test("is given up after three times, and at once where it failed by itself", async () => {
    expect(await failing("40001", 9)).toEqual({ said: "40001", begun: 3 });
    expect(await failing("23505", 9)).toEqual({ said: "23505", begun: 1 });
    expect(await written()).toBe(2);
  });

  test.skipIf(testedOn === "embedded")("comes to its end where two wait for each other", async () => {
    codes.length = 0;
    const lock = (unit: Unit, number: number) => unit.session.query("select pg_advisory_xact_lock($1)", [number]);
    const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const cross = (own: 0 | 1) =>
      gate().unit(who, async (unit) => {
        await lock(unit, own);
        both[own].resolve();
        await both[own === 0 ? 1 : 0].promise;
        await lock(unit, 1 - own);
        return own;
      });
    expect(await Promise.all([cross(0), cross(1)])).toEqual([0, 1]);
    expect(codes).toEqual(["40P01"]);
  });
});
