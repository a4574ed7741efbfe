import type { Unit } from "../../store/gate.ts";
import { closureOf } from "../../store/results/closures.ts";
import { countLateFacts } from "../../store/results/late-facts.ts";
import { Refusal } from "../../wire/refusal.ts";

/** Refuses to touch a closed month, and says how much became known of it since. */
export const refuseClosed = (unit: Unit, contract: string, period: string): Promise<void> =>
  unit.asSystem(async (system) => {
    const closure = await closureOf(system, contract, period);
    if (closure === null) return;
    const { events } = await countLateFacts(system, contract, closure);
    const late = events === 0 ? "Nothing was learned since." : `${events} events of it were learned since.`;
    throw new Refusal(
      "period-closed",
      `${period} is closed and keeps its figures. ${late} A closed month is only corrected by a restatement, which this version does not make yet.`,
    );
  });
