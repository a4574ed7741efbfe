import { computeHere } from "../../src/activities/measure/measure-task.ts";
import { takeInRecords } from "../../src/activities/measure/take-in-records.ts";
import { openRunner, type Runner } from "../../src/activities/run/runner.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { dutiesOf } from "../../src/jobs/duties.ts";
import { askEvaluation, evaluation } from "../../src/jobs/evaluate-a-period.ts";
import { startKeeper } from "../../src/jobs/keeper.ts";
import { openQueue, type Queue } from "../../src/jobs/queue.ts";
import { sleepOn } from "../../src/jobs/sleep.ts";
import { systemOf } from "../../src/jobs/system-of.ts";
import { startWork } from "../../src/jobs/work.ts";
import { startWorkers } from "../../src/jobs/workers.ts";
import { embeddedDatabase } from "../../src/store/embedded-database.ts";
import { type Gate, openGate } from "../../src/store/gate.ts";
import { migrate, migrations } from "../../src/store/migrate.ts";
import { serverDatabase } from "../../src/store/server-database.ts";
import { addUp } from "./add-up.ts";
import { type Ask, type Place, type Status, type Told, tenant } from "./asks.ts";

/** A small server: gate, queue, workers, keeper and webhooks, asked by the process that started it. */
const place = JSON.parse(process.argv[2] ?? "{}") as Place;
const now = () => instant(Date.now() / 1000);
const who = systemOf(tenant);
const tell = (told: Told): void => void process.send?.(told);
const onFault = (error: Error): void => {
  process.stderr.write(`${error.stack}\n`);
};

const database =
  "folder" in place
    ? await embeddedDatabase(place)
    : serverDatabase({ url: place.url, connections: 6, onLost: onFault });
await migrate(database, await migrations());
const gate = openGate(database);
const queue = await openQueue(gate, onFault);
const parts = { gate, now, engine: "drill", compute: computeHere };
const runner = openRunner({ ...parts, activities: [takeInRecords] as never });
const kind = evaluation(runner);
const stopWorkers = await startWorkers({ ...parts, queue, kinds: [addUp, kind], server: "drill", onFault });
const duties = dutiesOf({ gate, now, runner, queue, timeout: 1, margin: 1, inner: true, chance: () => 0 });
const stopKeeper = await startKeeper({ gate, now, duties, lease: 2, onFault }, sleepOn(now));

process.on("message", async (ask: Ask) => {
  try {
    tell({ is: "answer", value: await answer({ gate, queue, runner }, ask) });
  } catch (error) {
    onFault(error as Error);
    tell({ is: "answer", value: null });
  }
  if (ask.do === "stop") process.exit(0);
});
tell({ is: "ready" });

interface Parts {
  readonly gate: Gate;
  readonly queue: Queue;
  readonly runner: Runner;
}

async function answer(own: Parts, ask: Ask): Promise<unknown> {
  if (ask.do === "events") {
    const { contract, events } = ask;
    const input = takeInRecords.input.parse({ contract, events });
    return (await own.runner.start(takeInRecords, input, { who })).state;
  }
  if (ask.do === "stop") {
    await stopKeeper();
    await stopWorkers(10);
    return await gate.close();
  }
  return await gate.unit(who, async (unit): Promise<unknown> => {
    if (ask.do === "status") return status(unit);
    if (ask.do === "evaluate") return askEvaluation({ queue, kind }, unit, { ...ask, by: "system", now: now() });
    return startWork(queue, unit, {
      kind: addUp,
      input: { steps: ask.steps },
      contract: null,
      by: "system",
      now: now(),
    });
  });
}

async function status({ session }: { readonly session: Parameters<Parameters<Gate["queue"]>[0]>[0] }): Promise<Status> {
  const { rows } = await session.query(
    `select (select count(*) from underpin.works where tenant_id = $1 and state in ('waiting', 'running')) as works,
            (select count(*) from underpin.deliveries where tenant_id = $1 and state = 'waiting') as deliveries`,
    [tenant],
  );
  return rows[0] as unknown as Status;
}
