import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { effort } from "../../scripts/laws.ts";
import { instant } from "../engine/time/instant.ts";
import { addAudit } from "../store/add-audit.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, tenantTwo, testStore } from "../store/fixture/test-store.ts";
import { allTenants } from "../store/keeping/all-tenants.ts";
import { newId } from "../store/new-id.ts";
import { checkAudit } from "../store/reading/check-audit.ts";
import { wakeUp } from "../store/wake-up.ts";
import { startKeeper } from "./keeper.ts";
import { openQueue, type Queue } from "./queue.ts";
import { sleepOn } from "./sleep.ts";

/** A second or two in a usual run, a minute in a soak of the usual length. */
const seconds = effort > 1 ? 3 * effort : 1.5;
const now = () => instant(Date.now() / 1000);

describe.skipIf(noDatabase())("everybody at the gate at once", () => {
  let store: TestStore;
  let queue: Queue;
  const faults: Error[] = [];
  const onFault = (error: Error): void => void faults.push(error);
  beforeAll(async () => {
    store = await testStore();
    queue = await openQueue(store.gate, onFault);
    for (const tenant of [tenantOne, tenantTwo]) {
      await store.gate.unit(systemOf(tenant), ({ db }) =>
        db.insertInto("tenants").values({ tenant_id: tenant, name: tenant, created: 1 }).execute(),
      );
    }
  });
  afterAll(() => store.close());

  test("nobody stands in another's transaction, role or tenant", { timeout: seconds * 1000 + 60_000 }, async () => {
    const end = performance.now() + seconds * 1000;
    const counts = { one: 0, two: 0, undone: 0, signIn: 0, sent: 0, taken: 0, woken: 0 };
    const during = async (act: () => Promise<void>): Promise<void> => {
      while (performance.now() < end) await act();
    };
    const write = (tenant: string, subject: "kept" | "undone") =>
      store.gate.unit(systemOf(tenant), async (unit) => {
        const { rows } = await unit.session.query("select tenant_id, current_user as role from underpin.tenants");
        expect(rows).toEqual([{ tenant_id: tenant, role: "underpin_app" }]);
        await addAudit(unit, { at: 1, person: "ada", activity: "a", contract: null, subject, facts: {} });
        if (subject === "undone") throw new Error("undone");
        await queue.add(unit, { id: newId(), key: newId() });
        await wakeUp(unit, "consultations", now());
        counts.sent += 1;
      });
    const wake = async () => {
      counts.woken += 1;
      return undefined;
    };
    const duties = { clocks: wake, deliveries: wake, consultations: wake, terms: wake, keeping: wake };
    const stopKeeper = await startKeeper({ gate: store.gate, now, duties, onFault }, sleepOn(now));
    await queue.take(2, async () => {
      counts.taken += 1;
    });
    const add = async (tenant: string, name: "one" | "two"): Promise<void> => {
      await write(tenant, "kept");
      counts[name] += 1;
    };
    await Promise.all([
      during(() => add(tenantOne, "one")),
      during(() => add(tenantTwo, "two")),
      during(async () => {
        await expect(write(tenantOne, "undone")).rejects.toThrow("undone");
        counts.undone += 1;
      }),
      during(async () => {
        const role = await store.gate.signIn((session) => session.query("select current_user as role"));
        expect(role.rows).toEqual([{ role: "underpin_sign_in" }]);
        expect(await store.gate.keeper(allTenants)).toEqual([tenantOne, tenantTwo]);
        counts.signIn += 1;
      }),
    ]);
    await queue.stop(5);
    await stopKeeper();
    process.stdout.write(`${store.gate.kind} database, ${seconds} s: ${JSON.stringify(counts)}\n`);
    expect(faults).toEqual([]);
    for (const [tenant, rows] of [
      [tenantOne, counts.one],
      [tenantTwo, counts.two],
    ] as const) {
      const checked = await checkAudit((work) => store.gate.unit(systemOf(tenant), work));
      expect(checked).toMatchObject({ is_whole: true, rows });
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  });
});
