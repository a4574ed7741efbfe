import type { Gate } from "../gate.ts";
import { wakeUp } from "../wake-up.ts";
import { allTenants } from "./all-tenants.ts";

const day = 86_400;
const three = 3 * 3600;

/** When what is over is removed next: at three o'clock, UTC. */
export const nextKeeping = (after: number): number => (Math.floor((after - three) / day) + 1) * day + three;

/** Plans it for every tenant; where it is planned already, or was missed, that stays. */
export async function planKeeping(gate: Gate, now: number): Promise<void> {
  for (const tenant of await gate.keeper(allTenants)) {
    const who = { tenant, person: "system", party: "", side: "system" } as const;
    await gate.unit(who, (unit) => wakeUp(unit, "keeping", nextKeeping(now)));
  }
}
