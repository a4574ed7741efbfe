import type { z } from "zod";
import type { Instant } from "../engine/time/instant.ts";
import type { Unit } from "../store/gate.ts";
import type { ActivityName } from "./rasci/activity-names.ts";
import type { Circumstances } from "./rasci/approvers.ts";
import type { Actor, Named } from "./rasci/holding.ts";

/**
 * One activity of the SLM process as code. Its row of the RASCI matrix says who may do it; the runner sees to that, to
 * answers and approvals, to the audit row and to whoever is told. The API's route comes from the same declaration.
 */
export interface Activity<I = unknown, O = unknown, P = unknown> {
  /** Its row in the matrix. */
  readonly name: ActivityName;
  /** What it does, in one sentence, for documents and help. */
  readonly summary: string;
  /** `/contracts/{contract}/periods/{period}/close`: names in braces are members of the input. */
  readonly path: string;
  readonly method?: "POST" | "PUT" | "DELETE";
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  /** The contract whose roles count (null: roles for all contracts), and what it is done to. */
  about(input: I): { readonly contract: string | null; readonly subject: string };
  /** The codes of its own refusals: those of its rule, its preparation and its work. */
  readonly refusals?: readonly string[];
  /** What of the input the audit log keeps where it is too much to be kept whole. */
  audited?(input: I): unknown;
  /** Whose act it answers, or whose roles change; absent where it is about nobody. */
  concerns?(context: Context, input: I): Promise<Actor | null>;
  /** Whether it touches a closed period or goes above the materiality limit, for rows that ask approval only then. */
  circumstances?(context: Context, input: I): Promise<Circumstances>;
  /** People whom no role tells: who is invited, who attends. It refuses nothing: what is not there names nobody. */
  named?(context: Context, input: I): Promise<Named>;
  /** The rule that must hold, checked when it is started and again when it is done. Refuses by throwing a Refusal. */
  rule?(context: Context, input: I): Promise<void>;
  /** Long reading and computing before the transaction; the work must see whether what it read still holds. */
  prepare?(preparing: Preparing, input: I): Promise<P>;
  /** Loads, lets the engine compute, saves. */
  work(context: Context, input: I, prepared: P): Promise<O>;
}

/** What a preparation is given: short units of reading, so that nobody waits while it computes. */
export interface Preparing {
  readonly read: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  readonly now: Instant;
  readonly engine: string;
  /** Computes apart from the thread that serves requests, where there is another one. */
  readonly compute: Compute;
}

/** A task by its name and its input as plain data, done in another thread or at once. */
export type Compute = (task: string, input: unknown) => Promise<unknown>;

/** What the work of an activity is given: a transaction, the time, and who does it. */
export interface Context {
  readonly unit: Unit;
  /** When it is done. Nothing in an activity asks the real clock. */
  readonly now: Instant;
  /** The version of the program, as reports name it. */
  readonly engine: string;
  /** Who started it, and who approved it (none where nobody must). */
  readonly startedBy: Actor;
  readonly approvedBy: readonly Actor[];
  /** Facts for the audit row, beside input and output. */
  readonly note: (facts: Readonly<Record<string, unknown>>) => void;
}

/** An activity with its route and what may be left out of its input, so that the client of the API knows them. */
export type Declared<I, O, P, R extends string, M extends Method, W> = Activity<I, O, P> & {
  readonly path: R;
  readonly method?: M;
  readonly input: z.ZodType<I, W>;
};

type Method = "POST" | "PUT" | "DELETE";

/** Declares an activity; its types follow from its schemas. */
export const activity = <I, O, P = undefined, const R extends string = string, const M extends Method = "POST", W = I>(
  declared: Declared<I, O, P, R, M, W>,
): Declared<I, O, P, R, M, W> => declared;
