/** What the parent asks of the server under test, one thing at a time. */
export type Ask =
  | { readonly do: "events"; readonly contract: string; readonly events: readonly unknown[] }
  | { readonly do: "evaluate"; readonly contract: string; readonly period: string }
  | { readonly do: "add up"; readonly steps: number }
  | { readonly do: "status" }
  | { readonly do: "stop" };

/** What the server tells: that it serves, or what became of what it was asked. */
export type Told = { readonly is: "ready" } | { readonly is: "answer"; readonly value: unknown };

/** What is still under way. */
export interface Status {
  readonly works: number;
  readonly deliveries: number;
}

/** Where the server under test keeps its data. */
export type Place = { readonly folder: string } | { readonly url: string };

/** The tenant of the drill. */
export const tenant = "00000000-0000-7000-8000-00000000d211";
