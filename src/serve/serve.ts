import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { allActivities } from "../activities/all-activities.ts";
import { openRunner, type Runner, type RunnerParts } from "../activities/run/runner.ts";
import { makeApp } from "../api/app.ts";
import { type Deps, usualLimits } from "../api/deps.ts";
import { type Served, serveApi } from "../api/serve-api.ts";
import { type Accounts, openAccounts } from "../api/sign-in/accounts.ts";
import type { Config } from "../config.ts";
import type { Instant } from "../engine/time/instant.ts";
import { dutiesOf } from "../jobs/duties.ts";
import { startKeeper } from "../jobs/keeper.ts";
import { openQueue } from "../jobs/queue.ts";
import { sleepOn } from "../jobs/sleep.ts";
import { openThreads } from "../jobs/threads.ts";
import { startWorkers } from "../jobs/workers.ts";
import type { Gate } from "../store/gate.ts";
import { migrations } from "../store/migrate.ts";
import type { Database } from "../store/session.ts";
import { compose } from "./compose.ts";
import { everyHour } from "./every-hour.ts";
import { evaluatingBy, kindsOfWork, workStarter } from "./kinds-of-work.ts";
import type { Log } from "./log.ts";
import { openMeasures } from "./measures.ts";
import { openStore } from "./open-store.ts";
import { operations } from "./operations.ts";
import { readiness } from "./readiness.ts";
import { signInSettings } from "./sign-in-settings.ts";
import { streamBackup } from "./stream-backup.ts";

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
  /** What the runner is composed of. */
  readonly parts: RunnerParts;
  readonly accounts: Accounts;
}

/** Seconds within which a stopping server ends what is under way. */
const patience = 20;

/**
 * Opens everything in order: database, tables, sign-in, runner, queue, workers, keeper, port. Closing goes the other
 * way: no new requests, what is under way ends or is handed back, then the database.
 */
export async function serve(serving: Serving): Promise<Server> {
  const { config, version, log, now } = serving;
  const onFault = (error: Error): void => log.error({ error: error.message, stack: error.stack }, "fault");
  const { database, gate, migrated } = await openStore(config, onFault);
  for (const step of migrated) log.info({ step }, "tables taken forward");
  const measures = openMeasures(version);
  const threads = openThreads({ module: measuring, count: 1 });
  const parts = { gate, now, engine: version, compute: threads.compute, activities: allActivities };
  const runner = openRunner(parts);
  const accounts = openAccounts(await signInSettings(serving, gate));
  const queue = await openQueue(gate, onFault);
  const evaluating = evaluatingBy(runner, queue);
  const server = `${hostname()} ${config.port}`;
  const stopWorkers = await startWorkers({
    ...{ ...parts, queue, kinds: kindsOfWork(evaluating), server, onFault },
    onEnded: measures.worked,
  });
  const sending = { gate, now, runner, queue, inner: config.privateWebhooks, chance: Math.random };
  const told = { onSent: measures.delivered, onWarned: measures.warned };
  const stopKeeper = await startKeeper({ gate, now, duties: dutiesOf({ ...sending, ...told }), onFault }, sleepOn(now));
  const stopSweeping = everyHour(accounts.sweep, onFault);
  const deps = { ...parts, version, runner, accounts, startWork: workStarter({ evaluating, gate, now }) };
  const api = await makeApp(await apiDeps(deps, { serving, database, onAnswer: measures.answered }));
  let isOpen = true;
  const checks = readiness({ database, steps: await migrations(), queue, isOpen: () => isOpen });
  const operated = operations({ measures, metricsToken: config.metricsToken, checks });
  const served = await serveApi({ ...api, app: compose(api, { accounts, operated }) }, config);
  const close = async (seconds = patience): Promise<void> => {
    isOpen = false;
    await served.close(seconds);
    await stopSweeping();
    await stopKeeper();
    await stopWorkers(seconds);
    await threads.close();
    await gate.close();
  };
  return { ...served, gate, runner, parts, accounts, close };
}

const measuring = new URL("../activities/measure/measure-task.ts", import.meta.url);

/** Ten thousand events of usual length are about two million bytes. */
const largestBody = 8_388_608;

type Own = Pick<Deps, "gate" | "now" | "version" | "activities" | "runner" | "startWork"> & {
  readonly accounts: Accounts;
};

async function apiDeps({ accounts, ...own }: Own, { serving, database, onAnswer }: Composed): Promise<Deps> {
  const { config, version, log } = serving;
  const onFault = (error: Error): void => log.error({ error: error.message }, "a backup was not sent whole");
  const uploads = join(config.folder, "uploads");
  await mkdir(uploads, { recursive: true, mode: 0o700 });
  return {
    ...own,
    origins: [],
    innerWebhooks: config.privateWebhooks,
    authenticate: accounts.authenticate,
    log: { info: (facts, text) => log.info(facts, text), error: (facts, text) => log.error(facts, text) },
    limits: { ...usualLimits, uploads, body: largestBody, file: config.largestUpload },
    onAnswer,
    backUp: (at) => streamBackup({ database, folder: uploads, version, onFault }, at),
  };
}

interface Composed {
  readonly serving: Serving;
  readonly database: Database;
  readonly onAnswer: NonNullable<Deps["onAnswer"]>;
}
