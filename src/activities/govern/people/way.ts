import type { Context } from "../../activity.ts";

/** One of the things that are done to people and roles: its rule, and its work. Both see the same context. */
export interface Way {
  readonly check: (context: Context) => Promise<unknown>;
  readonly work: (context: Context) => Promise<{ readonly person: string; readonly holdings: readonly string[] }>;
}
