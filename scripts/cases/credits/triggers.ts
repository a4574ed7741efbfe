import { monthsAfter, readMonth, writeMonth } from "../../../src/engine/credit/later/months.ts";
import {
  averageSignal,
  breachSignal,
  heavyMonth,
  hoursSignal,
  outageSignal,
} from "../../../src/engine/credit/later/signals.ts";
import { fraction } from "../../../src/engine/number/fraction.ts";
import { addDays, writeDay } from "../../../src/engine/time/civil.ts";
import { type Answer, amount, day, has, type Input, inPercent, list, numbers, share, word } from "./read.ts";

/** T01: what several failures set off, by the marks that the sources name. */
export function terminationTrigger(input: Input): Answer {
  if (has(input, "months_with_credit")) return breach(input);
  if (has(input, "outages")) return outages(input);
  if (has(input, "core_hours_lost")) return coreHours(input);
  if (has(input, "expense")) {
    const {
      total,
      share: part,
      raised,
    } = heavyMonth(numbers(input, "credits"), amount(input, "expense"), share(input, "default_share_pct"));
    return { total, share_pct: inPercent(part), month_is_default: raised, trigger: raised };
  }
  const { average, raised } = averageSignal(numbers(input, "months"), fraction(97));
  return {
    average,
    trigger: raised,
    last_day_for_notice: has(input, "event_date") ? writeDay(addDays(day(input, "event_date"), 60)) : null,
  };
}

function breach(input: Input): Answer {
  const signal = breachSignal(list<string>(input, "months_with_credit").map(readMonth), {
    consecutive: 3,
    count: 5,
    window: 12,
  });
  const window = signal.on === null ? null : `${writeMonth(monthsAfter(signal.on, -11))}..${writeMonth(signal.on)}`;
  return {
    trigger: signal.raised,
    rule: signal.rule,
    on: signal.on === null ? null : writeMonth(signal.on),
    in_window: signal.count,
    window,
  };
}

function outages(input: Input): Answer {
  const found = list(input, "outages").map((one) => ({ day: day(one, "date"), hours: amount(one, "hours") }));
  const { raised, rule, total } = outageSignal(found, { count: 3, hours: fraction(12), days: 30 });
  return { trigger: raised, rule, total_hours: total };
}

function coreHours(input: Input): Answer {
  const months = list(input, "core_hours_lost").map((one) => ({
    month: readMonth(word(one, "month")),
    hours: amount(one, "hours"),
  }));
  const [three, twelve] = [hoursSignal(months, 3, fraction(24)), hoursSignal(months, 12, fraction(48))];
  const triggers = [...(three.first === null ? [] : ["3m"]), ...(twelve.first === null ? [] : ["12m"])];
  const first = [three.first, twelve.first].filter((one) => one !== null).sort((a, b) => a - b)[0];
  return {
    three_month_max: three.top,
    twelve_month_total: twelve.top,
    triggers,
    trigger: triggers.length > 0,
    first_on: first === undefined ? null : writeMonth(first),
  };
}
