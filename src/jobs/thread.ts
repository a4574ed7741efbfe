import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../wire/refusal.ts";
import { type Asked, doTask, type Tasks, type Told } from "./task.ts";

if (parentPort) serve(parentPort, (workerData as { module: string }).module);

function serve(port: NonNullable<typeof parentPort>, module: string): void {
  const loaded = import(module) as Promise<{ readonly tasks: Tasks }>;
  port.on("message", async (asked: Asked) => {
    try {
      port.postMessage({ output: await doTask((await loaded).tasks, asked) } satisfies Told);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      port.postMessage((error instanceof Refusal ? { fault, code: error.code } : { fault }) satisfies Told);
    }
  });
}
