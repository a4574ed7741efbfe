import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../store/fixture/test-store.ts";
import { nextKeeping, planKeeping } from "../store/keeping/next-keeping.ts";
import { keepOnce } from "./keeper.ts";
import { removeOver } from "./remove-over.ts";

const at = (text: string): Instant => (Date.parse(text) / 1000) as Instant;

test.each([
  ["2026-03-01T02:59:59Z", "2026-03-01T03:00:00Z"],
  ["2026-03-01T03:00:00Z", "2026-03-02T03:00:00Z"],
  ["2026-03-01T23:59:59Z", "2026-03-02T03:00:00Z"],
])("after %s it is planned for %s", (after, next) => {
  expect(nextKeeping(at(after))).toBe(at(next));
});

describe.skipIf(noDatabase())("what is over", () => {
  let store: TestStore;
  let time = at("2026-03-01T12:00:00Z");
  const nothing = async () => undefined;
  const keep = () => {
    const parts = { gate: store.gate, now: () => time };
    const duties = { clocks: nothing, deliveries: nothing, terms: nothing, consultations: nothing };
    const onFault = (error: Error) => {
      throw error;
    };
    return keepOnce({ ...parts, duties: { ...duties, keeping: removeOver(parts) }, onFault });
  };
  const answers = () =>
    store.gate.unit(systemOf(tenantOne), ({ session }) =>
      session.query("select key from underpin.answers where tenant_id = $1 order by key", [tenantOne]),
    );
  beforeAll(async () => {
    store = await testStore();
    await store.gate.unit(systemOf(tenantOne), async ({ db, session }) => {
      await db.insertInto("tenants").values({ tenant_id: tenantOne, name: "One", created: 1 }).execute();
      await session.query(
        `insert into underpin.answers (tenant_id, person_id, key, at, request_sha256, status, body)
         values ($1, 'p', 'old', $2, 'r', 200, '{}'), ($1, 'p', 'new', $3, 'r', 200, '{}')`,
        [tenantOne, at("2026-03-01T02:59:00Z"), at("2026-03-01T03:01:00Z")],
      );
    });
    await planKeeping(store.gate, time);
  });
  afterAll(() => store.close());

  test("is removed at three o'clock by the keeper, day by day, also where a start plans it again", async () => {
    expect(await keep()).toBe(at("2026-03-02T03:00:00Z"));
    expect((await answers()).rows).toHaveLength(2);
    time = at("2026-03-02T03:00:00Z");
    await planKeeping(store.gate, time);
    expect(await keep()).toBe(at("2026-03-03T03:00:00Z"));
    expect((await answers()).rows).toEqual([{ key: "new" }]);
    time = at("2026-03-05T09:00:00Z");
    expect(await keep()).toBe(at("2026-03-06T03:00:00Z"));
    expect((await answers()).rows).toEqual([]);
  });
});
