import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../fixture/test-store.ts";
import { ensureYears } from "./add-tellings.ts";

describe.skipIf(noDatabase())("the first events of a year", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
  });
  afterAll(() => store.close());

  test("may come from many at the same time", async () => {
    const years = Array.from({ length: 12 }, (_, at) => 2060 + at);
    for (const year of years) {
      const happened = Date.UTC(year, 5) / 1000;
      // The negative answer of a look before the lock must not be believed after it.
      const add = () => store.gate.unit(systemOf(tenantOne), (unit) => ensureYears(unit, [{ happened }]));
      await Promise.all([add(), add(), add(), add(), add()]);
    }
    const { rows } = await store.database.hold((session) =>
      session.query("select count(*) as n from pg_class where relname ~ '^record_events_20[67][0-9]$'"),
    );
    expect(rows).toEqual([{ n: years.length }]);
  });
});
