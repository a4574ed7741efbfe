import { addHappening } from "../store/add-happening.ts";
import type { Unit } from "../store/gate.ts";
import { beginWork, moveWork, type WorkMoved } from "../store/works/move-work.ts";
import { loadWork, type Work } from "../store/works/work.ts";
import { Refusal } from "../wire/refusal.ts";
import { progressOf } from "./progress.ts";
import type { Carried } from "./queue.ts";
import { systemOf } from "./system-of.ts";
import type { Workshop } from "./workers.ts";

/** So often a work may fail by itself before it is given up. */
const patience = 5;

/** Runs a work that the queue handed out. Throws where the queue shall hand it out again. */
export async function runWork(workshop: Workshop, { tenant, work: id }: Carried, signal: AbortSignal): Promise<void> {
  const who = systemOf(tenant);
  const { gate, now } = workshop;
  const work = await gate.unit(who, (unit) => beginWork(unit, id, workshop.server ?? ""));
  if (!work) return;
  const begin = performance.now();
  const save = async (moved: WorkMoved): Promise<void> => {
    await gate.unit(who, (unit) => tell(unit, work, { moved, at: now() }));
    const { state } = moved;
    if (state === "done" || state === "failed")
      workshop.onEnded?.(work.kind, state, (performance.now() - begin) / 1000);
  };
  const progress = progressOf({ id, now, save, onFault: workshop.onFault });
  try {
    const output = await run(workshop, { work, who, signal, progress: progress.say });
    await progress.end();
    await save({ id, state: "done", output: output ?? null, endedAt: now(), message: "" });
  } catch (error) {
    await progress.end();
    await failed({ work, error: error as Error, signal, at: now(), save });
  }
}

interface Given {
  readonly work: Work;
  readonly who: ReturnType<typeof systemOf>;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, message: string) => void;
}

async function run({ gate, now, engine, compute, kinds }: Workshop, given: Given): Promise<unknown> {
  const kind = kinds.find((each) => each.kind === given.work.kind);
  if (!kind) {
    throw new Refusal(
      "unknown-work",
      `This version of Underpin does not know the work "${given.work.kind}". Start the version that asked for it.`,
    );
  }
  const input = kind.input.parse(given.work.input);
  return await kind.run({ ...given, input, gate, now, engine, compute });
}

interface Failed {
  readonly work: Work;
  readonly error: Error;
  readonly signal: AbortSignal;
  readonly at: number;
  readonly save: (moved: WorkMoved) => Promise<void>;
}

/** A rule that said no says it again; a fault may pass, so the work is tried again a few times. */
async function failed({ work: { id, kind, ...before }, error, signal, at, save }: Failed): Promise<void> {
  if (error instanceof Refusal) return await save({ id, state: "failed", message: error.message, endedAt: at });
  if (signal.aborted) throw error;
  const failures = before.failures + 1;
  if (failures < patience) {
    await save({
      id,
      state: "running",
      failures,
      message: `Stopped by a fault (${error.message}). It is tried again.`,
    });
    throw error;
  }
  const message = `"${kind}" failed ${failures} times, last with: ${error.message}. Nothing of it is half done; start it again when the cause is mended.`;
  await save({ id, state: "failed", failures, message, endedAt: at });
}

/** A work whose process was killed each time is given up. */
export async function failDead({ gate, now }: Workshop, { tenant, work: id }: Carried): Promise<void> {
  await gate.unit(systemOf(tenant), async (unit) => {
    const work = await loadWork(unit, id);
    if (!work) return;
    const message = `The server was stopped each time while it did "${work.kind}". Look for too little memory in its log; start the work again when the cause is mended.`;
    await tell(unit, work, { moved: { id, state: "failed", message, endedAt: now() }, at: now() });
  });
}

/** Writes how a work stands, and says so to whoever listens. */
async function tell(unit: Unit, work: Work, { moved, at }: { moved: WorkMoved; at: number }): Promise<void> {
  if (!(await moveWork(unit, moved))) return;
  const { id, state, done = work.done, total = work.total, message = "" } = moved;
  const body = { work: id, kind: work.kind, state, done, total, message };
  await addHappening(unit, { topic: "work.progress", contract: work.contract, agreement: null, body, at });
}
