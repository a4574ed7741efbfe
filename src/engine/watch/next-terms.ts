import { periodOf } from "../period/periods.ts";
import { dawnOf, zoneOf } from "../period/promised.ts";
import { addDays } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import type { WatchPlan } from "./watch-plan.ts";

/**
 * The next instant at which other terms of the plan come into force, so that every clock has to be looked at again: the
 * first day of a version, the first period that begins under it, the end of its last period, the end of the contract. Null where none comes.
 */
export function nextTermsAfter(plan: Pick<WatchPlan, "levels" | "contract" | "zones">, after: Instant): Instant | null {
  const { contract } = plan;
  const turns = [...plan.levels.values()].flat().flatMap(({ version, period }) => {
    const dawn = dawnOf(plan, version.from);
    const terms = { terms: period, zone: zoneOf(plan), contractFrom: contract.from };
    const { start, end } = periodOf(terms, dawn);
    const last = version.until === null ? [] : [periodOf(terms, dawnOf(plan, version.until)).end];
    return [dawn, ...(start === dawn ? [] : [end]), ...last];
  });
  const ahead = [...turns, dawnOf(plan, addDays(contract.until, 1))].filter((at) => at > after);
  return ahead.length === 0 ? null : ahead.reduce((a, b) => (a < b ? a : b));
}
