import { takeInRecords } from "../../src/activities/measure/take-in-records.ts";
import { closeAPeriod } from "../../src/activities/report/close-a-period.ts";
import { openRunner } from "../../src/activities/run/runner.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { dutiesOf } from "../../src/jobs/duties.ts";
import { evaluation } from "../../src/jobs/evaluate-a-period.ts";
import type { Duty } from "../../src/jobs/keeper.ts";
import { startKeeper } from "../../src/jobs/keeper.ts";
import { openQueue } from "../../src/jobs/queue.ts";
import { rereading } from "../../src/jobs/reread-clocks.ts";
import { sleepOn } from "../../src/jobs/sleep.ts";
import { takingIn } from "../../src/jobs/take-in-a-file.ts";
import { openThreads } from "../../src/jobs/threads.ts";
import type { WorkKind } from "../../src/jobs/work.ts";
import { startWorkers } from "../../src/jobs/workers.ts";
import { embeddedDatabase } from "../../src/store/embedded-database.ts";
import { openGate } from "../../src/store/gate.ts";
import { serverDatabase } from "../../src/store/server-database.ts";
import { addUp } from "./add-up.ts";
import { answer } from "./answer.ts";
import type { Ask, Phase, Place, Told } from "./asks.ts";

/** A small server: gate, queue, workers, a thread that measures, keeper and webhooks, asked by who started it. */
const place = JSON.parse(process.argv[2] ?? "{}") as Place;
const now = () => instant(Date.now() / 1000);
const tell = (told: Told): void => void process.send?.(told);
const onFault = (error: Error): void => {
  process.stderr.write(`${error.stack}\n`);
};
/** Says when something begins and ends, so that a kill can be aimed at it. */
const during = async <T>(phase: Phase, work: () => Promise<T>): Promise<T> => {
  tell({ is: "at", phase, on: "begin" });
  try {
    return await work();
  } finally {
    tell({ is: "at", phase, on: "end" });
  }
};
const watched = (phase: Phase, kind: WorkKind): WorkKind => ({
  ...kind,
  run: (running) => during(phase, () => kind.run(running)),
});

const database =
  "folder" in place
    ? await embeddedDatabase(place)
    : serverDatabase({ url: place.url, connections: 6, onLost: onFault });
const gate = openGate(database);
// Here processes are killed on purpose, far more often than a job may kill its own.
const queue = await openQueue(gate, onFault, { deaths: 10_000 });
const module = new URL("../../src/activities/measure/measure-task.ts", import.meta.url);
const threads = openThreads({ module, count: 1 });
const parts = { gate, now, engine: "drill", compute: threads.compute };
const runner = openRunner({ ...parts, activities: [takeInRecords, closeAPeriod] as never });
const evaluating = { queue, kind: evaluation(runner) };
const taking = takingIn(evaluating);
const kinds = [
  watched("add up", addUp as WorkKind),
  watched("file", taking as WorkKind),
  watched("evaluation", evaluating.kind as WorkKind),
  rereading as WorkKind,
];
const stopWorkers = await startWorkers({ ...parts, queue, kinds, server: "drill", atOnce: 3, onFault });
const usual = dutiesOf({ gate, now, runner, queue, timeout: 1, margin: 1, inner: true, chance: () => 0 });
const deliveries: Duty = async (unit, at) => {
  const send = await usual.deliveries(unit, at);
  return send && (() => during("delivery", send));
};
const stopKeeper = await startKeeper({ gate, now, duties: { ...usual, deliveries }, lease: 2, onFault }, sleepOn(now));

process.on("message", async (ask: Ask) => {
  const own = { gate, queue, runner, evaluating, taking, now };
  try {
    const work = (): Promise<unknown> => (ask.do === "stop" ? stop() : answer(own, ask));
    const isPhase = ask.do === "events" || ask.do === "close";
    tell({ is: "answer", value: await (isPhase ? during(ask.do, work) : work()) });
  } catch (error) {
    onFault(error as Error);
    tell({ is: "answer", value: null });
  }
  if (ask.do === "stop") process.exit(0);
});
process.on("disconnect", () => process.exit(1));
tell({ is: "ready" });

async function stop(): Promise<void> {
  await stopKeeper();
  await stopWorkers(10);
  await threads.close();
  await gate.close();
}
