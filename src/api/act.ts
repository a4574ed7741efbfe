import type { z } from "zod";
import type { Runner } from "../activities/run/runner.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Gate, Unit, Who } from "../store/gate.ts";

/**
 * Something a person does by the API that is no activity of the process: an answer, an approval, a receipt. The routes
 * of activities are made into acts too.
 */
export interface Act<M extends Method = Method, P extends string = string, I = unknown, O = unknown> {
  readonly kind: "act";
  readonly name: string;
  readonly method: M;
  readonly path: P;
  readonly summary: string;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  readonly refusals?: readonly string[];
  /** Does it in one transaction, in which it hands its reply to `also`. */
  run(acting: Acting, input: I): Promise<Reply<O>>;
}

export type Method = "POST" | "PUT" | "DELETE";

/** What an act is given. */
export interface Acting {
  readonly gate: Gate;
  readonly runner: Runner;
  readonly who: Who;
  readonly now: Instant;
  /** What must hold first in that transaction, such as the version that the writer saw. */
  readonly before: (unit: Unit) => Promise<void>;
  readonly also: (unit: Unit, reply: Reply) => Promise<void>;
}

/** 200 done, 202 begun: somebody else must answer or approve first. */
export interface Reply<O = unknown> {
  readonly status: 200 | 202;
  readonly body: O;
}

/** Declares an act; its types follow from its schemas. */
export const act = <const M extends Method, const P extends string, I, O, W>(
  declared: Omit<Act<M, P, I, O>, "kind" | "input"> & { readonly input: z.ZodType<I, W> },
): Act<M, P, I, O> & { readonly input: z.ZodType<I, W> } => ({ kind: "act", ...declared });
