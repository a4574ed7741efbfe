import type { Instant } from "../engine/time/instant.ts";
import type { Gate } from "../store/gate.ts";
import { retain } from "../store/keeping/retain.ts";
import type { Duty } from "./keeper.ts";

/** Once a day, some records in each unit, until nothing is over by the rules of the tenant. */
export const removeOver =
  ({ gate, now }: { readonly gate: Gate; readonly now: () => Instant }): Duty =>
  async ({ who }) =>
  async () => {
    while ((await gate.unit(who, (unit) => retain(unit, now()))).more);
  };
