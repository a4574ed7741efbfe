import { worked } from "../../src/engine/calendar/service-time.ts";
import { errorBudget } from "../../src/engine/measure/arithmetic/error-budget.ts";
import { measure } from "../../src/engine/measure/measure.ts";
import { fraction, zero } from "../../src/engine/number/fraction.ts";
import { earlier, type Instant, instant } from "../../src/engine/time/instant.ts";
import { type Span, span, totalOf, unite } from "../../src/engine/time/span.ts";
import { at, type CalendarCase, calendarOfCase } from "./calendar.ts";
import { asPercent, percent, shown } from "./numbers.ts";
import { outageInput } from "./outage-input.ts";
import { roundTheClock } from "./timeline.ts";

type Time = number | string;

interface ServiceSli extends Partial<CalendarCase> {
  readonly period_from: Time;
  readonly period_to: Time;
  readonly now?: Time;
  readonly slo_percent: number;
  readonly downtimes: readonly (readonly [Time, Time])[];
  readonly excluded: readonly (readonly [Time, Time])[];
}

/** The availability of a period and what is left of its error budget, up to now. */
export function serviceSli(input: ServiceSli): Readonly<Record<string, unknown>> {
  const calendar =
    input.timezone !== undefined && input.weekly_hours !== undefined
      ? calendarOfCase({ ...input, timezone: input.timezone, weekly_hours: input.weekly_hours })
      : roundTheClock();
  const [from, to] = [timeOf(input.period_from), timeOf(input.period_to)];
  const now = earlier(input.now === undefined ? to : timeOf(input.now), to);
  const period = span(from, now);
  if (!period) throw new Error("the period is empty");
  const one = {
    calendar,
    period,
    knownUntil: now,
    down: spans(input.downtimes),
    excluded: spans(input.excluded),
    unknown: [],
  };
  const { value } = measure(outageInput(one, "taken out"));
  const down = totalOf(unite(value.time?.down ?? []));
  const remaining = fraction(worked(calendar, now, to));
  const budget = { target: percent(input.slo_percent), good: value.part ?? zero, bad: fraction(down), remaining };
  return {
    uptime_seconds: shown(value.part),
    downtime_seconds: down,
    excluded_seconds: totalOf(unite(value.time?.agreed ?? [])),
    scheduled_seconds: totalOf(value.time?.scheduled ?? []),
    scheduled_net_seconds: shown(value.whole),
    sli_percent: asPercent(value.figure),
    zabbix_sli: asPercent(value.figure),
    zabbix_error_budget_seconds: shown(errorBudget(budget, "projected").left),
    period_error_budget_left_seconds: shown(errorBudget(budget, "whole period").left),
  };
}

const timeOf = (time: Time): Instant => (typeof time === "number" ? instant(time) : at(time));

const spans = (pairs: readonly (readonly [Time, Time])[]): Span[] =>
  pairs.flatMap(([start, end]) => span(timeOf(start), timeOf(end)) ?? []);
