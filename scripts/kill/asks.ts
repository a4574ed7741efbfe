/** What the parent asks of the server under test, one thing at a time. */
export type Ask =
  | { readonly do: "events"; readonly contract: string; readonly events: readonly unknown[] }
  | ({ readonly do: "file"; readonly contract: string } & SentFile)
  | { readonly do: "evaluate"; readonly contract: string; readonly period: string }
  | { readonly do: "close"; readonly contract: string; readonly period: string }
  | { readonly do: "add up"; readonly steps: number }
  | { readonly do: "work"; readonly work: string }
  | { readonly do: "status" }
  | { readonly do: "stop" };

/** A file as the server received it. */
export interface SentFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the server tells: that it serves, what became of what it was asked, and what it is at. */
export type Told =
  | { readonly is: "ready" }
  | { readonly is: "answer"; readonly value: unknown }
  | { readonly is: "at"; readonly phase: Phase; readonly on: "begin" | "end" };

/** What may be under way when the server is killed. */
export const phases = ["events", "file", "evaluation", "close", "delivery", "add up"] as const;
export type Phase = (typeof phases)[number];

/** What is still under way. */
export interface Status {
  readonly works: number;
  readonly deliveries: number;
  /** Of a work that ended in the moment of a kill the job is left, until its silence is noticed. */
  readonly jobs: number;
}

/** Where the server under test keeps its data. */
export type Place = { readonly folder: string } | { readonly url: string };

/** The tenant of the drill. */
export const tenant = "00000000-0000-7000-8000-00000000d211";
