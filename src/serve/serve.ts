import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { allActivities } from "../activities/all-activities.ts";
import { openRunner, type Runner } from "../activities/run/runner.ts";
import { type Api, makeApp } from "../api/app.ts";
import { type Deps, usualLimits } from "../api/deps.ts";
import { type Served, serveApi } from "../api/serve-api.ts";
import { type Accounts, openAccounts } from "../api/sign-in/accounts.ts";
import { signInRoutes } from "../api/sign-in/routes/sign-in-routes.ts";
import type { Config } from "../config.ts";
import { type Instant, instant } from "../engine/time/instant.ts";
import { dutiesOf } from "../jobs/duties.ts";
import { startKeeper } from "../jobs/keeper.ts";
import { openQueue } from "../jobs/queue.ts";
import { sleepOn } from "../jobs/sleep.ts";
import { openThreads } from "../jobs/threads.ts";
import { startWorkers } from "../jobs/workers.ts";
import type { Gate } from "../store/gate.ts";
import { kindsOfWork } from "./kinds-of-work.ts";
import type { Log } from "./log.ts";
import { mailBy } from "./mail.ts";
import { openMeasures } from "./measures.ts";
import { openStore } from "./open-store.ts";
import { operations } from "./operations.ts";
import { keptSecret } from "./secret.ts";

/** What a server is started with. */
export interface Serving {
  readonly config: Config;
  readonly version: string;
  readonly log: Log;
  readonly now: () => Instant;
}

/** A server that is open. */
export interface Server extends Served {
  readonly gate: Gate;
  readonly runner: Runner;
  readonly accounts: Accounts;
}

/** Seconds within which a stopping server ends what is under way. */
const patience = 20;

/**
 * Opens everything in order: database, tables, sign-in, runner, queue, workers, keeper, port. Closing goes the other
 * way: no new requests, what is under way ends or is handed back, then the database.
 */
export async function serve({ config, version, log, now }: Serving): Promise<Server> {
  const onFault = (error: Error): void => log.error({ error }, "fault");
  const { database, gate, migrated } = await openStore(config, onFault);
  for (const step of migrated) log.info({ step }, "table step done");
  const measures = openMeasures(version);
  const threads = openThreads({ module: new URL("../activities/measure/measure-task.ts", import.meta.url), count: 1 });
  const parts = { gate, now, engine: version, compute: threads.compute, activities: allActivities };
  const runner = openRunner(parts);
  const accounts = openAccounts(await signInSettings({ config, log, gate, now }));
  const queue = await openQueue(gate, onFault);
  const kinds = kindsOfWork(runner);
  const workshop = { ...parts, queue, kinds: kinds.all, server: `${hostname()} ${config.port}`, onFault };
  const stopWorkers = await startWorkers(workshop);
  const sending = { gate, now, runner, inner: config.privateWebhooks, chance: Math.random };
  const stopKeeper = await startKeeper({ gate, now, duties: dutiesOf(sending), onFault }, sleepOn(now));
  const uploads = join(config.folder, "uploads");
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  const deps: Deps = {
    ...{ gate, now, version, activities: allActivities, runner, origins: [] },
    authenticate: accounts.authenticate,
    startWork: kinds.start(queue, gate, now),
    log: { info: (facts, text) => log.info(facts, text), error: (facts, text) => log.error(facts, text) },
    limits: { ...usualLimits, uploads, file: config.largestUpload },
    onAnswer: measures.answered,
  };
  const api = await makeApp(deps);
  const served = await serveApi(composed(api, { accounts, operations: operations({ database, measures, config }) }), config);
  return { ...served, gate, runner, accounts, close: close };

  async function close(seconds = patience): Promise<void> {
    await served.close(seconds);
    await stopKeeper();
    await stopWorkers(seconds);
    await threads.close();
    await gate.close();
  }
}
