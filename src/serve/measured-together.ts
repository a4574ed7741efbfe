import type { Compute } from "../activities/activity.ts";
import { measureMonthsTask, measureTask } from "../activities/measure/measure-task.ts";
import type { MonthOrder } from "../activities/measure/month-order.ts";
import { canonical, sha256 } from "../store/canonical.ts";
import type { MonthMeasured } from "../store/results/evaluation.ts";

/**
 * Measures all of some months when the first of them is asked for, and gives the others out of that: as long as they are
 * asked for from the same facts, stated and taken alike, each has the figures that it has alone.
 */
export function measuredTogether(compute: Compute, months: readonly string[]): Compute {
  let known: { readonly from: string; readonly measured: readonly MonthMeasured[] } | null = null;
  return async (task, input) => {
    if (task !== measureTask) return await compute(task, input);
    const { period, ...order } = input as MonthOrder;
    const at = months.indexOf(period);
    if (at < 0) return await compute(task, input);
    const from = digestOf(order);
    if (known?.from !== from) {
      const measured = (await compute(measureMonthsTask, { ...order, periods: months })) as readonly MonthMeasured[];
      known = { from, measured };
    }
    return known.measured[at];
  };
}

/** Of all that figures come from; the time at which they are asked for is none of it where it says until when facts count. */
function digestOf({ packs, ends, now, ...rest }: Omit<MonthOrder, "period">): string {
  const asked = rest.knownUntil === null ? now : null;
  return sha256(canonical({ ...rest, packs: packs.map(sha256), ends: [...ends], asked }));
}
