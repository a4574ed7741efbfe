import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Instant } from "../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, tenantTwo, testStore } from "../store/fixture/test-store.ts";
import type { Unit } from "../store/gate.ts";
import { newId } from "../store/new-id.ts";
import { wakeUp } from "../store/wake-up.ts";
import { type Duty, type Keeping, keepOnce, startKeeper } from "./keeper.ts";

describe.skipIf(noDatabase())("the keeper", () => {
  let store: TestStore;
  let seen: string[] = [];
  let time = 0 as Instant;
  const faults: Error[] = [];

  beforeAll(async () => {
    store = await testStore();
    for (const tenant of [tenantOne, tenantTwo]) {
      await store.gate.unit(systemOf(tenant), ({ db }) =>
        db.insertInto("tenants").values({ tenant_id: tenant, name: "T", created: 1 }).execute(),
      );
    }
  });
  afterAll(() => store.close());
  beforeEach(() => {
    seen = [];
    faults.length = 0;
  });

  /** An undertaking of the tenant that wants to be looked at. */
  const plan = (tenant: string, at: number) =>
    store.gate.unit(systemOf(tenant), async (unit) => {
      await unit.db
        .insertInto("undertakings")
        .values({
          tenant_id: tenant,
          undertaking_id: newId(),
          activity: "negotiate",
          contract_id: null,
          subject: "a",
          input: "{}",
          state: "consulting",
          started_by: "ada",
          started_party: "p",
          started_at: 1,
          wakes_at: at,
          ended_at: null,
          output: null,
        })
        .execute();
      await wakeUp(unit, "consultations", at);
    });
  const timeOut = async (unit: Unit, now: Instant): Promise<undefined> => {
    const { db, who } = unit;
    const out = await db
      .updateTable("undertakings")
      .set({ wakes_at: null })
      .where("tenant_id", "=", who.tenant)
      .where("wakes_at", "<=", now)
      .returning("wakes_at")
      .execute();
    if (out.length > 0) seen.push(`${who.tenant.slice(-1)} at ${now}: ${out.length}`);
  };
  const nothing: Duty = async () => undefined;
  const keeping = (consultations: Duty = timeOut): Keeping => ({
    gate: store.gate,
    now: () => time,
    duties: { clocks: nothing, deliveries: nothing, terms: nothing, keeping: nothing, consultations },
    onFault: (error) => faults.push(error),
  });

  test("does what is due of every tenant and names the next instant", async () => {
    await plan(tenantOne, 100);
    await plan(tenantOne, 300);
    await plan(tenantTwo, 110);
    time = 99 as Instant;
    expect(await keepOnce(keeping())).toBe(100);
    time = 120 as Instant;
    expect(await keepOnce(keeping())).toBe(300);
    expect(seen.sort()).toEqual(["1 at 120: 1", "2 at 120: 1"]);
    time = 300 as Instant;
    expect(await keepOnce(keeping())).toBe(null);
    expect(seen).toContain("1 at 300: 1");
  });

  test("of several processes one does it", async () => {
    await plan(tenantOne, 400);
    time = 400 as Instant;
    await Promise.all([keepOnce(keeping()), keepOnce(keeping()), keepOnce(keeping())]);
    expect(seen).toEqual(["1 at 400: 1"]);
  });

  test("what failed is done after the lease", async () => {
    await plan(tenantOne, 500);
    time = 500 as Instant;
    const failing = async (): Promise<undefined> => {
      throw new Error("out of order");
    };
    expect(await keepOnce(keeping(failing))).toBe(530);
    expect(faults.map(({ message }) => message)).toEqual(["out of order"]);
    time = 530 as Instant;
    expect(await keepOnce(keeping())).toBe(null);
    expect(seen).toEqual(["1 at 530: 1"]);
  });

  test("is woken by what is saved for an earlier instant", async () => {
    const asked: (number | null)[] = [];
    time = 600 as Instant;
    await plan(tenantOne, 900);
    const stop = await startKeeper(keeping(), async (until, signal) => {
      asked.push(until);
      await new Promise<void>((done) => (signal.aborted ? done() : signal.addEventListener("abort", () => done())));
    });
    await expect.poll(() => asked).toEqual([900]);
    await plan(tenantTwo, 600);
    await expect.poll(() => seen).toEqual(["2 at 600: 1"]);
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    await stop();
    expect(new Set(asked)).toEqual(new Set([900]));
  });
});
