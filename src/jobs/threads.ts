import { Worker } from "node:worker_threads";
import type { Compute } from "../activities/activity.ts";
import { Refusal } from "../wire/refusal.ts";
import { type Asked, doTask, type Tasks, type Told } from "./task.ts";

/** A few threads that compute apart from the one that serves. */
export interface Threads {
  readonly compute: Compute;
  /** Ends them; what is under way is refused. */
  readonly close: () => Promise<void>;
}

/**
 * Starts threads as they are needed, at most `count`, each with the tasks of the module. With none, a task is done at
 * once in the thread that asks.
 */
export function openThreads({ module, count }: { readonly module: URL; readonly count: number }): Threads {
  if (count === 0) return { compute: inline(module), close: async () => {} };
  const threads: Thread[] = [];
  const waiting: Waiting[] = [];
  let ended = false;
  return {
    compute: (task, input) => {
      if (ended) return Promise.reject(gone());
      return new Promise((done, fail) => {
        waiting.push({ task, input, done, fail });
        next();
      });
    },
    close: async () => {
      ended = true;
      for (const { fail } of waiting.splice(0)) fail(gone());
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };

  function next(): void {
    if (waiting.length === 0 || ended) return;
    const thread = threads.find(({ busy }) => busy === null) ?? (threads.length < count ? begin() : undefined);
    if (!thread) return;
    const busy = waiting.shift() as Waiting;
    thread.busy = busy;
    thread.worker.ref();
    thread.worker.postMessage({ task: busy.task, input: busy.input } satisfies Asked);
  }

  function begin(): Thread {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData: { module: module.href } });
    const thread: Thread = { worker, busy: null };
    const settle = (told: Told): void => {
      const { busy } = thread;
      thread.busy = null;
      if (busy) answer(busy, told);
      worker.unref();
      next();
    };
    worker.on("message", settle);
    worker.on("error", (error) => settle({ fault: String(error) }));
    worker.on("exit", () => {
      threads.splice(threads.indexOf(thread), 1);
      settle({ fault: gone().message });
    });
    threads.push(thread);
    return thread;
  }
}

interface Waiting {
  readonly task: string;
  readonly input: unknown;
  readonly done: (output: unknown) => void;
  readonly fail: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  busy: Waiting | null;
}

const gone = (): Error => new Error("the server was stopping while it computed");

function answer({ done, fail }: Waiting, told: Told): void {
  if ("output" in told) done(told.output);
  else fail(told.code === undefined ? new Error(told.fault) : new Refusal(told.code, told.fault));
}

function inline(module: URL): Compute {
  const loaded = import(module.href) as Promise<{ readonly tasks: Tasks }>;
  return async (task, input) => await doTask((await loaded).tasks, { task, input });
}
