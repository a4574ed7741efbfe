import type { Amount } from "./amount.ts";
import type { Factor } from "./factor.ts";
import type { State } from "./level.ts";
import type { Cap } from "./limit.ts";

/** What a failure of some levels gives. The first award that fits a failure holds. */
export interface Award {
  /** Levels by name, or null for every level. */
  readonly levels: readonly string[] | null;
  /** The state that is paid for, or null for every failing state. */
  readonly state: State | null;
  /** Given only from the n-th failure in the window on. */
  readonly fromNth: number | null;
  readonly unit: "money" | "points" | "transactions" | "days";
  readonly amount: Amount;
  readonly times: readonly Factor[];
  readonly atMost: Cap | null;
}

/** An award for every failing level, in money, without conditions, factors or a cap. */
export const plainAward = (amount: Amount, parts: { readonly [K in keyof Award]?: Award[K] } = {}): Award => ({
  levels: null,
  state: null,
  fromNth: null,
  unit: "money",
  times: [],
  atMost: null,
  ...parts,
  amount,
});
