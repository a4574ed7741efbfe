import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tenant } from "../../scripts/kill/asks.ts";
import { fileOf, monthOfFiles } from "../../scripts/kill/goods.ts";
import { processOwner, serviceLevelManager, setUp } from "../../scripts/kill/set-up.ts";
import { effort } from "../../scripts/laws.ts";
import { performByRunner } from "../activities/establish/perform-by-runner.ts";
import { evaluateAPeriod } from "../activities/measure/evaluate-a-period.ts";
import { computeHere } from "../activities/measure/measure-task.ts";
import { rereadClocks } from "../activities/measure/reread-clocks.ts";
import { takeInFile } from "../activities/measure/take-in-file.ts";
import { takeInRecords } from "../activities/measure/take-in-records.ts";
import { warnDue } from "../activities/measure/warn-due.ts";
import { closeAPeriod } from "../activities/report/close-a-period.ts";
import { openRunner } from "../activities/run/runner.ts";
import { shippedMappings } from "../desk/shipped.ts";
import { type Instant, instant } from "../engine/time/instant.ts";
import { mappingsInForce } from "../store/contracts/mappings.ts";
import { noDatabase, type TestStore, testedOn, testStore } from "../store/fixture/test-store.ts";
import { type Gate, openGate } from "../store/gate.ts";
import { newId } from "../store/new-id.ts";
import { checkAudit } from "../store/reading/check-audit.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { Refusal } from "../wire/refusal.ts";
import { dutiesOf } from "./duties.ts";
import { type Receiver, startReceiver } from "./fixture/receiver.ts";
import { startKeeper } from "./keeper.ts";
import { openQueue } from "./queue.ts";
import { sleepOn } from "./sleep.ts";
import { systemOf } from "./system-of.ts";

/** Some seconds in a usual run, twenty in a soak. */
const seconds = effort > 1 ? 20 : 3;
const who = systemOf(tenant);

/** Every unit takes its locks in one order: records, clocks, counters. Were it not so, the server would end some. */
describe.skipIf(noDatabase() || testedOn === "embedded")(`everybody at the same records for ${seconds} s`, () => {
  let store: TestStore;
  let gate: Gate;
  let folder: string;
  let receiver: Receiver;
  let contracts: readonly string[];
  let mapping: Mapping;
  const repeated: string[] = [];
  const faults: Error[] = [];
  const onFault = (error: Error): void => void faults.push(error);
  const now = () => instant(Date.now() / 1000);

  beforeAll(async () => {
    store = await testStore();
    gate = openGate(store.database, (code) => repeated.push(code));
    folder = await mkdtemp(join(tmpdir(), "underpin-way-"));
    receiver = await startReceiver();
    contracts = await setUp(gate, receiver.url, 0);
    const known = await gate.unit(who, async (unit) => mappingsInForce(unit, await shippedMappings()));
    mapping = known.get("demo-incidents") as Mapping;
  }, 120_000);
  afterAll(async () => {
    await receiver.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("no unit is ended because of another", { timeout: seconds * 1000 + 90_000 }, async () => {
    const [contract = ""] = contracts;
    const end = performance.now() + seconds * 1000;
    const counts: Record<string, number> = {};
    const during = async (name: string, act: (round: number) => Promise<unknown>): Promise<void> => {
      for (let round = 0; performance.now() < end; round += 1) {
        await act(round).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
        counts[name] = (counts[name] ?? 0) + 1;
      }
    };
    const runner = openRunner({
      ...{ gate, now, engine: "test", compute: computeHere },
      activities: [closeAPeriod] as never,
    });
    const queue = await openQueue(gate, onFault);
    const duties = dutiesOf({ gate, now, runner, queue, timeout: 2, inner: true, chance: () => 0 });
    const keepers = await Promise.all([1, 2].map(() => startKeeper({ gate, now, duties, onFault }, sleepOn(now))));
    const perform = performByRunner(runner, gate, tenant);
    const signal = new AbortController().signal;
    const input = { contract, period: monthOfFiles };
    const evaluate = () => runner.start(evaluateAPeriod, input, { who }).catch(() => {});
    await Promise.all([
      ...[3, 7].map((step) =>
        during("calls", (round) =>
          runner.start(takeInRecords, { contract, events: eventsOf(round * step, step) }, { who }),
        ),
      ),
      during("files", async (round) => {
        const { path, name } = await fileOf(folder, 0, round);
        const asked = { gate, who, contract, path, name, sha256: null, by: "system", now };
        await takeInFile({ ...asked, batch: newId(), mapping: { id: "demo-incidents", mapping } });
      }),
      during("warnings", (round) =>
        gate.unit(who, (unit) => warnDue(unit, (now() + (round % 40) * 3600) as Instant, 50)),
      ),
      during("rereads", () => rereadClocks({ gate, who, contract, now, signal, onProgress: () => {} })),
      during("closings", async () => {
        await evaluate();
        await perform(closeAPeriod, input, { startedBy: serviceLevelManager, approvedBy: [processOwner] });
      }),
    ]);
    await Promise.all(keepers.map((stop) => stop()));
    await queue.stop(5);
    process.stdout.write(`in ${seconds} s: ${JSON.stringify(counts)}, ${receiver.arrived.length} delivered\n`);
    expect(repeated).toEqual([]);
    expect(faults).toEqual([]);
    expect(await checkAudit((work) => gate.unit(who, work))).toMatchObject({ is_whole: true });
    for (const name of ["calls", "files", "warnings", "rereads", "closings"]) expect(counts[name]).toBeGreaterThan(0);
    expect(receiver.arrived.length).toBeGreaterThan(0);
  });
});

/** Events of records that files tell of too, each time in another order: of the last hour, so that their clocks run. */
const eventsOf = (round: number, step: number) =>
  Array.from({ length: 30 }, (_, at) => ({
    ...{ source: "servicenow", kind: "incidents", record: `FILE-0-${(round + at * step) % 97}` },
    ...{ sequence: round % 50, happened: instant(begin + (round % 50) * 60) },
    change: { kind: "state", state: { kind: "open", name: round % 3 === 0 ? "new" : "in progress" } },
  })) as never;

const begin = Date.now() / 1000 - 3600;
