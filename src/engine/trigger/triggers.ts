import type { Result } from "../period/result.ts";
import { instant } from "../time/instant.ts";
import { wallAt, type Zone } from "../time/zone.ts";
import { byAverage } from "./by-average.ts";
import { byCapacity } from "./by-capacity.ts";
import { byCredits } from "./by-credits.ts";
import { byOutages } from "./by-outages.ts";
import { byTrend } from "./by-trend.ts";
import { byVerdict } from "./by-verdict.ts";
import { type Chain, chainsOf, isLookedAt } from "./chains.ts";
import type { CreditMonth } from "./credit-month.ts";
import type { Completion, Effect } from "./effect.ts";
import { dayAfter } from "./terms.ts";
import type { Trigger } from "./trigger.ts";

export interface TriggerInput {
  readonly triggers: readonly Trigger[];
  readonly results: readonly Result[];
  /** The months of the credit plans, in any order; absent: none are known. */
  readonly credits?: readonly CreditMonth[];
  /** The zone of the contract, which decides days. */
  readonly zone: Zone;
}

/**
 * What follows from results and credits, in order of the triggers, of level and of time. Every result that completes a
 * trigger has an effect, so a longer history takes none away.
 */
export function triggersOf({ triggers, results, credits = [], zone }: TriggerInput): readonly Effect[] {
  const chains = chainsOf(results);
  return triggers.flatMap((trigger) => {
    const completions = isOfPlan(trigger)
      ? byCredits(trigger, credits)
      : chains.filter((chain) => isLookedAt(trigger, chain)).flatMap((chain) => ofLevel(trigger, chain, zone));
    return completions.map((completion) => effectOf(trigger, completion, zone));
  });
}

const isOfPlan = ({ credits, limit_reached }: Trigger): boolean => credits !== undefined || limit_reached !== undefined;

function ofLevel(trigger: Trigger, chain: Chain, zone: Zone): readonly Completion[] {
  const { trend, average, chronic, capacity } = trigger;
  if (trend) return byTrend(trend, chain);
  if (average) return byAverage(average, chain);
  if (chronic) return byOutages(chronic, chain, zone);
  return capacity ? byCapacity(capacity, chain) : byVerdict(trigger, chain);
}

function effectOf(trigger: Trigger, completion: Completion, zone: Zone): Effect {
  const { id, title, opens, within = null, notice = null, expires } = trigger;
  const day = wallAt(zone, instant(completion.at - 1)).day;
  return {
    ...completion,
    ...{ trigger: id, title, opens, within, notice },
    lastDay: expires === undefined ? null : dayAfter(day, expires),
  };
}
