import type { Unit } from "../../store/gate.ts";
import type { Asked } from "../route.ts";
import { mustAdminister } from "../sign-in/administrator.ts";

/** Does something as the program, for a caller who administers the tenant at this instant. Refuses everybody else. */
export const asAdministrator = <T>({ deps, caller }: Asked, work: (system: Unit) => Promise<T>): Promise<T> =>
  deps.gate.unit(caller, async (unit) => {
    await unit.asSystem((system) => mustAdminister(system, caller, deps.now()));
    return await unit.asSystem(work);
  });
