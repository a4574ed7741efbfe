import type { Cap } from "./limit.ts";

/** Where a person sets the flag, the awards of the period fall away and this is given instead. */
export interface Override {
  readonly flag: string;
  readonly gives: Cap;
}
