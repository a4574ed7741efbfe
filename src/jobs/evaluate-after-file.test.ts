import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileOf } from "../../scripts/kill/goods.ts";
import { contract, draftContract } from "../activities/establish/fixture/demo-contract.ts";
import { computeHere } from "../activities/measure/measure-task.ts";
import { openRunner } from "../activities/run/runner.ts";
import { at } from "../engine/measure/fixture/story.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../store/fixture/test-store.ts";
import type { Unit } from "../store/gate.ts";
import { addClosure } from "../store/results/closures.ts";
import { lastEvaluation } from "../store/results/last-evaluation.ts";
import { loadWork, type Work } from "../store/works/work.ts";
import { askEvaluation, type Evaluating, evaluation } from "./evaluate-a-period.ts";
import { takingIn } from "./take-in-a-file.ts";
import { startWork, type WorkKind } from "./work.ts";

const who = systemOf(tenantOne);

/** Months of the demonstration's contract, measured in the middle of April 2026 by London's clocks. */
describe.skipIf(noDatabase())("evaluations as work", () => {
  let store: TestStore;
  let folder: string;
  let evaluating: Evaluating;
  const now = at("2026-04-15 12:00");
  const read = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(who, work);

  beforeAll(async () => {
    store = await testStore();
    folder = await mkdtemp(join(tmpdir(), "underpin-after-"));
    await draftContract(store);
    const own = { gate: store.gate, now: () => now, engine: "test", compute: computeHere };
    const runner = openRunner({ ...own, activities: [] });
    // The queue is asked and hands nothing out: the test runs the works itself.
    const queue = { add: async () => {} } as never;
    evaluating = { queue, kind: evaluation(runner) };
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (kind: WorkKind, id: string) => {
    const work = (await read((unit) => loadWork(unit, id))) as Work;
    const signal = new AbortController().signal;
    const given = { gate: store.gate, who, work, signal, now: () => now, engine: "test", compute: computeHere };
    return await kind.run({ ...given, input: kind.input.parse(work.input), progress: () => {} });
  };
  const evaluate = async (period: string) => {
    const id = await read((unit) => askEvaluation(evaluating, unit, { contract, period, by: "ada", now }));
    await read(({ session }) => session.query("update underpin.works set state = 'done' where work_id = $1", [id]));
    return await run(evaluating.kind as WorkKind, id);
  };
  const last = (period: string) => read((unit) => lastEvaluation(unit, contract, period));
  const asked = () =>
    read(({ db }) =>
      db
        .selectFrom("works")
        .select("input")
        .where("kind", "=", "evaluate a period")
        .where("state", "=", "waiting")
        .execute(),
    );
  const audited = () =>
    read(({ db }) => db.selectFrom("audit").select("number").where("activity", "=", "take in records").execute());

  test("a month that is over is known to its end, so that it can be closed; one that runs only so far", async () => {
    for (const period of ["2026-01", "2026-02", "2026-03", "2026-04"]) await evaluate(period);
    // The clocks went forward on 29 March: March ends at 23:00 UTC on the 31st.
    expect(await last("2026-03")).toMatchObject({ end: at("2026-03-31 23:00"), knownUntil: at("2026-03-31 23:00") });
    expect(await last("2026-02")).toMatchObject({ knownUntil: at("2026-03-01") });
    expect((await last("2026-04"))?.knownUntil).toBeLessThanOrEqual(now);
  });

  test("a file asks for the months it touches that were measured and are open, with its last row", async () => {
    const found = await last("2026-02");
    await read((unit) =>
      addClosure(unit, contract, {
        ...{ period: "2026-02", evaluation: found?.evaluation ?? "", at: now, by: "ada", approvedBy: "ben" },
      }),
    );
    const kind = takingIn(evaluating);
    const input = { contract, ...(await fileOf(folder, 0, 0)), mapping: "demo-incidents" };
    const id = await read((unit) => startWork(evaluating.queue, unit, { kind, input, contract, by: "ada", now }));
    expect(await asked()).toEqual([]);
    const output = await run(kind as WorkKind, id);
    expect(output).toMatchObject({ batch: id, account: { rows: 1200, used: 1200 } });
    // Its records are of March: January ended before, February is closed.
    expect((await asked()).map(({ input: of }) => of)).toEqual([
      { contract, period: "2026-03" },
      { contract, period: "2026-04" },
    ]);
    // A process that was killed when all was taken in and the file removed finds what it did.
    expect(await run(kind as WorkKind, id)).toEqual(output);
    await writeFile(input.path, "anything else");
    expect(await run(kind as WorkKind, id)).toEqual(output);
    expect(await audited()).toHaveLength(1);
  });

  test("the same file again touches nothing and asks for nothing", async () => {
    await read(({ session }) => session.query("update underpin.works set state = 'done'"));
    const kind = takingIn(evaluating);
    const input = { contract, ...(await fileOf(folder, 0, 1)), mapping: "demo-incidents" };
    const id = await read((unit) => startWork(evaluating.queue, unit, { kind, input, contract, by: "ada", now }));
    expect(await run(kind as WorkKind, id)).toMatchObject({ account: { used: 0, repeated: 1200 } });
    expect(await asked()).toEqual([]);
  });
});
