import { type Db, PgBoss } from "pg-boss";
import type { Gate, Unit } from "../store/gate.ts";
import type { Session } from "../store/session.ts";

/** What the queue carries: which work of which tenant. Everything else stands in the table of works. */
export interface Carried {
  readonly tenant: string;
  readonly work: string;
}

/** Hands jobs to one of the processes that share the database, and again to another where one was killed. */
export interface Queue {
  /** Adds a job in the transaction of the unit. Of jobs with one key, one runs at a time. */
  readonly add: (unit: Unit, job: { readonly id: string; readonly key: string }) => Promise<void>;
  /** Takes jobs, as many at once as said; a job whose handler throws comes again, later and later. */
  readonly take: (atOnce: number, handle: (carried: Carried) => Promise<void>) => Promise<void>;
  /** Told of each job that came again too often: its process was killed every time. */
  readonly takeDead: (handle: (carried: Carried) => Promise<void>) => Promise<void>;
  /** Gives jobs that a killed process had to whoever is there, without waiting for its silence to be noticed. */
  readonly giveBack: (ids: readonly string[]) => Promise<void>;
  /** Which of these works it does not know, as after a restore: a backup holds works, not the queue. */
  readonly unknown: (ids: readonly string[]) => Promise<readonly string[]>;
  /** Throws where it does not run, or its tables do not answer. */
  readonly runs: () => Promise<void>;
  /** Lets running handlers end within the limit, in seconds; hands back those that did not. */
  readonly stop: (limit: number) => Promise<void>;
}

const works = "works";
const dead = "works-dead";

/** So many processes may be killed while they have a job before it is given up: it may be the job that kills them. */
const usualDeaths = 20;

/** A job is taken from a process that was silent for this many seconds (the least that the library allows). */
const silence = 10;

/**
 * Opens the queue in its schema. The library makes its tables there and takes them forward itself, under the role that
 * owns nothing else: they hold what is under way, not what is kept, and their versions are the library's.
 */
export async function openQueue(
  gate: Gate,
  onFault: (error: Error) => void,
  { deaths = usualDeaths }: { readonly deaths?: number } = {},
): Promise<Queue> {
  const boss = new PgBoss({
    db: databaseOf(gate),
    backend: gate.kind === "embedded" ? "pglite" : "postgres",
    schema: "queue",
    createSchema: false,
    schedule: false,
    useListenNotify: true,
    registerInstance: false,
    monitorVacuum: false,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
    openTelemetry: { enabled: false },
  });
  boss.on("error", onFault);
  await boss.start();
  await boss.createQueue(dead, { notify: true, retryLimit: 20, retryDelay: 5 });
  await boss.createQueue(works, {
    policy: "singleton",
    notify: true,
    deadLetter: dead,
    heartbeatSeconds: silence,
    expireInSeconds: 12 * 3600,
    retryLimit: deaths,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    deleteAfterSeconds: 3600,
  });
  await boss.getQueue(works);
  return queueOf(boss);
}

function queueOf(boss: PgBoss): Queue {
  let isStopped = false;
  boss.on("stopped", () => {
    isStopped = true;
  });
  const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };
  return {
    add: async (unit, { id, key }) => {
      const db: Db = { executeSql: async (sql, values) => rowsOf(await unit.inQueue(sql, values)) };
      const carried: Carried = { tenant: unit.who.tenant, work: id };
      await boss.send(works, carried, { id, singletonKey: `${unit.who.tenant} ${key}`, db });
    },
    take: async (atOnce, handle) => {
      await boss.work<Carried>(works, { ...polling, localConcurrency: atOnce }, async ([job]) => {
        if (job) await handle(job.data);
      });
    },
    takeDead: async (handle) => {
      await boss.work<Carried>(dead, polling, async ([job]) => {
        if (job) await handle(job.data);
      });
    },
    giveBack: async (ids) => {
      for (const id of ids) {
        const [job] = await boss.findJobs(works, { id });
        if (job?.state !== "active") continue;
        await boss.fail(works, { id, retryCount: job.retryCount }, { message: "its process was killed" });
        await boss.update(works, undefined, { id, startAfter: 0 });
      }
    },
    unknown: async (ids) => {
      const known = await Promise.all(ids.map((id) => boss.findJobs(works, { id })));
      return ids.filter((_, at) => known[at]?.length === 0);
    },
    runs: async () => {
      if (isStopped) throw new Error("it was stopped");
      if (!(await boss.getQueue(works))) throw new Error("it has no queue of works");
    },
    stop: (limit) => boss.stop({ graceful: true, timeout: limit * 1000 }),
  };
}

/** The library over the gate; its texts of several statements begin and end transactions of their own. */
const databaseOf = (gate: Gate): Db => ({
  executeSql: (sql, values) =>
    gate.queueOpen(async (session: Session) =>
      rowsOf(values?.length ? await session.query(sql, values) : await session.script(sql)),
    ),
  listen: async (channel, heard, again) => {
    const close = await gate.listen(channel, (text) => (text === "" ? again() : heard(text)));
    again();
    return { close };
  },
});

const rowsOf = ({ rows }: { rows: readonly unknown[] }): { rows: object[] } => ({ rows: [...rows] as object[] });
