import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract, draftContract } from "../activities/establish/fixture/demo-contract.ts";
import { instant } from "../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../store/fixture/test-store.ts";
import { latestWorks } from "../store/works/work.ts";
import { dutiesOf } from "./duties.ts";
import { keepOnce } from "./keeper.ts";
import { rereading } from "./reread-clocks.ts";

describe.skipIf(noDatabase())("a text that came into force", () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await testStore();
  });
  afterAll(() => store.close());

  test("has the keeper ask once for all clocks to be read again, and next when other terms begin", async () => {
    await draftContract(store);
    const now = instant(Date.UTC(2024, 4, 2) / 1000);
    const asked: string[] = [];
    const queue = { add: async (_: unknown, { key }: { readonly key: string }) => void asked.push(key) };
    const parts = { gate: store.gate, now: () => now, runner: { timeOut: async () => 0 }, queue, chance: () => 0 };
    const faults: Error[] = [];
    const keeping = { ...parts, duties: dutiesOf(parts), onFault: (error: Error) => void faults.push(error) };
    for (const _ of [1, 2]) await keepOnce(keeping);
    expect(faults).toEqual([]);
    expect(asked).toEqual([`read clocks again ${contract}`]);
    const who = systemOf(tenantOne);
    const [work] = await store.gate.unit(who, (unit) => latestWorks(unit, { contract }));
    expect(work).toMatchObject({ kind: rereading.kind, state: "waiting", input: { contract } });
    const running = { gate: store.gate, who, input: { contract }, work, now: () => now, progress: () => {} };
    const around = { signal: new AbortController().signal, engine: "test", compute: async () => null };
    expect(await rereading.run({ ...running, ...around } as never)).toEqual({ records: 0, changed: 0 });
    const { rows } = await store.gate.unit(who, ({ session }) =>
      session.query("select next_at > $1 as later from underpin.wake_ups where what = 'terms'", [now]),
    );
    expect(rows).toEqual([{ later: true }]);
  });
});
