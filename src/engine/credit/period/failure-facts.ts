import { type Fraction, fraction, minus, most, one, over, times, zero } from "../../number/fraction.ts";
import { roundTo } from "../../number/rounding.ts";
import type { Result } from "../../period/result.ts";
import { totalOf, unite } from "../../time/span.ts";
import type { FactName } from "../plan/fact-name.ts";
import type { LevelRules } from "../plan/level.ts";

type Facts = Partial<Record<FactName, Fraction>>;

const sixty = fraction(60);
const hundred = fraction(100);

/** What a result itself says of a failure, each fact in the unit it is shown in. What it cannot say, a person enters. */
export function failureFacts(result: Result, rules: LevelRules): Readonly<Facts> {
  return { ...ofFigure(result, rules), ...ofTime(result), ...ofRecords(result), ...ofPeriod(result) };
}

/** The figure as it was compared: rounded where the level says so, 99.5 for 99.5 %, times in seconds. */
export function shownFigure({ level, measurement: { figure, unit } }: Result): Fraction | null {
  if (figure === null) return null;
  const shown = unit === "share" ? times(figure, hundred) : figure;
  const { compare_at: places, half } = level.rules;
  return places === null ? shown : roundTo(shown, places, half);
}

function ofFigure(result: Result, { better, expected, minimum }: LevelRules): Facts {
  const value = shownFigure(result);
  if (value === null) return {};
  const mark = expected ?? minimum;
  if (mark === null) return { value };
  const shortfall = better === "higher" ? minus(mark, value) : minus(value, mark);
  return { value, shortfall: most(shortfall, zero), error_rate: value };
}

/** Outages counted once where they overlap, and how far they exceed what the target allows. */
function ofTime({ measurement: { time }, level: { target } }: Result): Facts {
  if (time === null) return {};
  const seconds = fraction(totalOf(unite(time.down)));
  const scheduled = fraction(totalOf(unite(time.scheduled)));
  const mark = target.expected ?? target.minimum;
  const isShare = mark?.quantity.unit === "share";
  const allowed = isShare ? times(scheduled, minus(one, mark.quantity.value)) : zero;
  const excess = most(minus(seconds, allowed), zero);
  return {
    outage_minutes: over(seconds, sixty),
    outage_hours: over(seconds, times(sixty, sixty)),
    ...(isShare ? { excess_minutes: over(excess, sixty) } : {}),
    occurrences: fraction(new Set(time.down.map(({ cause }) => cause)).size),
  };
}

/** Counted from the records; where only counts were kept, the whole less the good part of a share of records. */
function ofRecords({ measurement: { items, time, part, whole, unit } }: Result): Facts {
  if (time !== null) return {};
  const isCounts = items.length === 0 && unit === "share" && part !== null && whole !== null;
  const late = isCounts
    ? minus(whole, part)
    : fraction(items.filter(({ counted, good }) => counted && good === false).length);
  const all = isCounts ? whole : fraction(items.filter(({ counted }) => counted).length);
  return { late_items: late, whole: all, occurrences: late };
}

const ofPeriod = ({ period }: Result): Facts => ({ period_minutes: over(fraction(period.end - period.start), sixty) });
