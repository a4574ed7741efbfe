import type { Period } from "../period/result.ts";
import { writeDay } from "../time/civil.ts";
import type { Effect } from "../trigger/effect.ts";
import type { FollowLine } from "./follow-line.ts";
import { followReason } from "./follow-reason.ts";
import { groupLabel } from "./level-report.ts";
import { allowedTime } from "./words/duration.ts";
import { moneyText } from "./words/money.ts";
import { periodLabel } from "./words/period.ts";
import type { Place } from "./words/place.ts";
import { termText } from "./words/term.ts";

/** Whose report it is. */
interface Reported extends Place {
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

function followLine(effect: Effect, period: Period, reported: Reported): FollowLine {
  const { trigger, title, opens, within, notice, lastDay } = effect;
  return {
    ...{ trigger, title, opens },
    ...subjectOf(effect, period, reported),
    reason: followReason(effect, reported),
    periods: effect.periods.map(({ id }) => id),
    ...(within && { within: allowedTime(within) }),
    ...(notice && { notice: termText(notice) }),
    ...(lastDay !== null && { lastDay: writeDay(lastDay) }),
  };
}

type Subject = Pick<FollowLine, "agreement" | "level" | "levelTitle" | "group" | "plan">;

/** The service level that was looked at, or the credit plan. */
function subjectOf({ about, why }: Effect, period: Period, { contract, period: reported }: Reported): Subject {
  if (about.kind === "level") {
    const { level, group } = about;
    return {
      ...{ agreement: level.agreement, level: level.id, levelTitle: level.title },
      group: groupLabel({ level, group, period }, { contract, reported }),
    };
  }
  const { id, title, agreement } = about.plan;
  const months = why.kind === "credits" || why.kind === "limit" ? why.months : [];
  const credit = months.at(-1)?.credit;
  return {
    ...{ agreement, level: null, levelTitle: title },
    group: period.id === reported.id ? null : periodLabel(period.id),
    ...(credit && { plan: { id, credit: moneyText(credit) } }),
  };
}
