import type { Amount } from "./amount.ts";
import type { Factor } from "./factor.ts";
import type { State } from "./level.ts";
import type { Cap } from "./limit.ts";

/** Given only for some of many failures: from the n-th within so many months, for every n-th, or for n in a row. */
export interface Counts {
  readonly count: number;
  readonly months: number;
  readonly how: "from the nth" | "every nth" | "in a row";
}

/** What a failure of some levels gives. The first award that fits a failure holds. */
export interface Award {
  /** Levels by name, or null for every level. */
  readonly levels: readonly string[] | null;
  /** The states that are paid for, or null for every failing state. */
  readonly states: readonly State[] | null;
  /** Which failures are paid for, where not each; null: each. */
  readonly counts: Counts | null;
  /** `period`: given once for all failures of the period that it fits, on the first of them; `outage`: for each outage. */
  readonly per: "failure" | "period" | "outage";
  readonly unit: "money" | "points" | "transactions" | "days";
  readonly amount: Amount;
  readonly times: readonly Factor[];
  readonly atMost: Cap | null;
}

/** An award for every failing level, in money, without conditions, factors or a cap. */
export const plainAward = (amount: Amount, parts: { readonly [K in keyof Award]?: Award[K] } = {}): Award => ({
  levels: null,
  states: null,
  counts: null,
  per: "failure",
  unit: "money",
  times: [],
  atMost: null,
  ...parts,
  amount,
});
