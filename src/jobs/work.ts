import type { z } from "zod";
import type { Compute } from "../activities/activity.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Gate, Unit, Who } from "../store/gate.ts";
import { newId } from "../store/new-id.ts";
import { addWork } from "../store/works/add-work.ts";
import type { Work } from "../store/works/work.ts";
import type { Queue } from "./queue.ts";

/**
 * A kind of long work. `run` may be ended at any instant and begun again: it must go on from what it has committed, and
 * find what it did before instead of doing it twice.
 */
export interface WorkKind<I = unknown, O = unknown> {
  readonly kind: string;
  readonly input: z.ZodType<I>;
  run(running: Running<I>): Promise<O>;
}

/** What a run is given. */
export interface Running<I> {
  readonly gate: Gate;
  /** The program itself, in the tenant of the work. */
  readonly who: Who;
  readonly input: I;
  readonly work: Work;
  readonly now: () => Instant;
  /** Says how far it has come; may be said often, and within a unit. */
  readonly progress: (done: number, total: number, message: string) => void;
  /** Aborted when the server wants to stop: the run throws as soon as it can, and goes on elsewhere. */
  readonly signal: AbortSignal;
  readonly engine: string;
  readonly compute: Compute;
}

/** Declares a kind of work; its types follow from its schema. */
export const defineWork = <I, O>(kind: WorkKind<I, O>): WorkKind<I, O> => kind;

/** Work that somebody asks for. `key`: of works with the same one, one waits and one runs, and who asks again joins. */
export interface AskedWork<I> {
  readonly kind: WorkKind<I>;
  readonly input: I;
  readonly contract: string | null;
  readonly key?: string;
  readonly by: string;
  readonly now: Instant;
}

/** Asks for work in the transaction of the unit: it is done if and only if that is committed. Gives the work's id. */
export async function startWork<I>(queue: Pick<Queue, "add">, unit: Unit, asked: AskedWork<I>): Promise<string> {
  const id = newId();
  const { kind } = asked.kind;
  const key = asked.key ?? id;
  const { input, contract, by, now: at } = asked;
  const found = await addWork(unit, { id, kind, key, contract, input, at, by });
  if (found === id) await queue.add(unit, { id, key: `${kind} ${key}` });
  return found;
}
