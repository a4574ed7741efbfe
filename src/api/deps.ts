import type { Activity } from "../activities/activity.ts";
import type { Runner } from "../activities/run/runner.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Gate, Who } from "../store/gate.ts";

/** Who sends a request, and what the session or the key it came with allows. */
export interface Caller extends Who {
  readonly scopes: readonly Scope[];
  readonly via: "session" | "key";
}

export type Scope = "read" | "write" | "records:write" | "admin";

/** What the API is composed of. */
export interface Deps {
  readonly gate: Gate;
  readonly now: () => Instant;
  /** The version of the program, as the OpenAPI document names it. */
  readonly version: string;
  /** Every activity that has code: each is a route. */
  readonly activities: readonly Activity[];
  readonly runner: Runner;
  /** Null for a request without a valid session or key. */
  readonly authenticate: (request: Request) => Promise<Caller | null>;
  readonly startWork: StartWork;
  readonly log: Log;
  readonly limits: Limits;
  /** Writes everything that the database holds as the bytes of a backup file; absent where nobody may ask for it. */
  readonly backUp?: (at: Instant) => ReadableStream<Uint8Array>;
  /** Other origins whose pages may call with the cookies of their user; none by default. */
  readonly origins: readonly string[];
  /** Whether webhooks may be sent within the house and unencrypted; by default they may not. */
  readonly innerWebhooks?: boolean;
  /** Told of each request when it is answered. */
  readonly onAnswer?: (answered: Answered) => void;
}

/** Hands long work to the queue and gives its id; it refuses whom the matrix does not let ask for it. */
export type StartWork = (
  asked: { readonly who: Who; readonly contract: string } & (
    | { readonly kind: "take in a file"; readonly input: TakenFile }
    | { readonly kind: "evaluate a period"; readonly input: { readonly period: string } }
  ),
) => Promise<string>;

/** A file as it was received: where it lies until the work is done, and what it holds. */
export interface TakenFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mapping: string;
}

export interface Limits {
  /** Bytes of a body of JSON, and of a file. */
  readonly body: number;
  readonly file: number;
  /** Seconds until a request is given up, and between two signs of life of a stream of events. */
  readonly seconds: number;
  readonly heartbeat: number;
  /** Streams of events that one person may have open. */
  readonly streams: number;
  /** The folder in which files wait to be taken in. */
  readonly uploads: string;
}

export const usualLimits: Omit<Limits, "uploads"> = {
  body: 8_388_608,
  file: 2_147_483_648,
  seconds: 60,
  heartbeat: 15,
  streams: 20,
};

export interface Log {
  readonly info: (facts: object, text: string) => void;
  readonly error: (facts: object, text: string) => void;
}

export interface Answered {
  readonly method: string;
  /** The path as it is declared, so that numbers are counted by route. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}
