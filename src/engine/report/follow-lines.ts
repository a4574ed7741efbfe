import type { ContractTerms } from "../agreement/terms.ts";
import type { Period } from "../period/result.ts";
import type { Effect } from "../trigger/triggers.ts";
import { groupLabel } from "./level-report.ts";
import type { FollowLine } from "./report.ts";
import { all, group } from "./words/list.ts";
import { periodLabel } from "./words/period.ts";

/** Whose report it is. */
interface Reported {
  readonly contract: ContractTerms;
  readonly period: Period;
}

/** What the results of a period complete, in words; what earlier periods completed stands in their own reports. */
export function followLines(effects: readonly Effect[], reported: Reported): readonly FollowLine[] {
  return effects.flatMap((effect) => {
    const last = effect.periods.at(-1);
    return last !== undefined && isWithin(last, reported.period) ? [followLine(effect, last, reported)] : [];
  });
}

const isWithin = ({ end }: Period, reported: Period): boolean => reported.start < end && end <= reported.end;

function followLine(effect: Effect, period: Period, { contract, period: reported }: Reported): FollowLine {
  const { trigger, title, opens, level, periods } = effect;
  return {
    ...{ trigger, title, opens, agreement: level.agreement, level: level.id, levelTitle: level.title },
    group: groupLabel({ ...effect, period }, { contract, reported }),
    reason: reasonOf(effect),
    periods: periods.map(({ id }) => id),
  };
}

/** `Missed in July 2025 and August 2025: 2 rated periods in a row.` */
function reasonOf({ verdict, counted, periods }: Effect): string {
  const when = `${verdicts[verdict]} in ${all(periods.map(({ id }) => periodLabel(id)))}`;
  if (counted.outOf === 1) return `${when}.`;
  return counted.kind === "in a row"
    ? `${when}: ${group(counted.times)} rated periods in a row.`
    : `${when}: ${group(periods.length)} of the last ${group(counted.outOf)} rated periods.`;
}

const verdicts: Readonly<Record<Effect["verdict"], string>> = {
  met: "Met",
  "at minimum": "At minimum",
  missed: "Missed",
  "not rated": "Not rated",
  undetermined: "Undetermined",
  held: "Held",
};
