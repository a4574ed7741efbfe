import { inWindow, monthsAfter, readMonth, writeMonth } from "../../../src/engine/credit/later/months.ts";
import { compare, type Fraction, fraction, over, sum, zero } from "../../../src/engine/number/fraction.ts";
import type { Result } from "../../../src/engine/period/result.ts";
import { dateOf, dayOf, writeDay } from "../../../src/engine/time/civil.ts";
import { utc } from "../../../src/engine/time/zone.ts";
import type { Effect } from "../../../src/engine/trigger/effect.ts";
import { meanOf } from "../../../src/engine/trigger/line.ts";
import { lossesOf, lostIn } from "../../../src/engine/trigger/losses.ts";
import { before, dayAfter } from "../../../src/engine/trigger/terms.ts";
import { mark, markCount } from "./marks.ts";
import { type Answer, amount, day, has, type Input, inPercent, list, maybeShare, numbers, word } from "./read.ts";
import { effectsBy, figureIn, monthOf, outagesIn } from "./trigger-story.ts";

/** T01: what several failures set off, by the marks that the sources name. */
export function terminationTrigger(input: Input): Answer {
  if (has(input, "months_with_credit")) return breach(input);
  if (has(input, "outages")) return outages(input);
  if (has(input, "core_hours_lost")) return coreHours(input);
  return has(input, "expense") ? heavyMonth(input) : average(input);
}

const plan = { id: "plan", title: "Credits", agreement: "sla" };

function breach(input: Input): Answer {
  const paid = list<string>(input, "months_with_credit").map(readMonth);
  const [first = 0, last = 0] = [Math.min(...paid), Math.max(...paid)];
  const months = paid.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const credits = months.map((month) => ({
    ...{ plan: plan.id, period: monthOf(month), credit: fraction(paid.includes(month) ? 1 : 0) },
    ...{ currency: "GBP", bases: {}, capped: false },
  }));
  const row = markCount(input, "T01 periods in a row");
  const times = markCount(input, "T01 periods in the window");
  const window = markCount(input, "T01 months of the window");
  const effects = effectsBy(
    {
      [`consecutive_${row}`]: { plan, credits: { plan: plan.id }, in_a_row: row },
      [`${times}_of_${window}`]: { plan, credits: { plan: plan.id }, times, out_of: window },
    },
    { results: [], credits },
  );
  const raised = firstOf(effects);
  const on = raised === null ? null : readMonth(monthIn(raised));
  const most = Math.max(0, ...paid.map((month) => inWindow(paid, month, window)));
  return {
    trigger: raised !== null,
    rule: raised?.trigger ?? null,
    on: on === null ? null : writeMonth(on),
    in_window: on === null ? most : inWindow(paid, on, window),
    window: on === null ? null : `${writeMonth(monthsAfter(on, 1 - window))}..${writeMonth(on)}`,
  };
}

function outages(input: Input): Answer {
  const found = list(input, "outages").map((one) => ({ day: day(one, "date"), hours: amount(one, "hours") }));
  const byMonth = Map.groupBy(found, (one) => dateOf(one.day).year * 12 + dateOf(one.day).month - 1);
  const results = [...byMonth].map(([month, own]) => outagesIn(monthOf(month), own));
  const within = { kind: "days", count: markCount(input, "T01 days of outages") } as const;
  const [least, lost] = [markCount(input, "T01 outages"), markCount(input, "T01 hours of outage")];
  const effects = effectsBy(
    { count: { chronic: { outages: least, within } }, hours: { chronic: { downtime: atLeast(lost), within } } },
    { results },
  );
  const raised = effects.find(({ trigger }) => trigger === "count") ?? effects[0];
  return { trigger: effects.length > 0, rule: raised?.trigger ?? null, total_hours: mostLost(results, within) };
}

function coreHours(input: Input): Answer {
  const results = list(input, "core_hours_lost").map((one) => {
    const month = readMonth(word(one, "month"));
    const first = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
    return outagesIn(monthOf(month), [{ day: first, hours: amount(one, "hours") }]);
  });
  const [three, twelve] = [
    { kind: "months", count: 3 },
    { kind: "months", count: 12 },
  ] as const;
  const effects = effectsBy(
    {
      "3m": {
        chronic: {
          downtime: { ...atLeast(markCount(input, "T01 hours in three months")), direction: "more than" },
          within: three,
        },
      },
      "12m": {
        chronic: {
          downtime: { ...atLeast(markCount(input, "T01 hours in twelve months")), direction: "more than" },
          within: twelve,
        },
      },
    },
    { results },
  );
  const raised = firstOf(effects);
  return {
    three_month_max: mostLost(results, three),
    twelve_month_total: mostLost(results, twelve),
    triggers: [...new Set(effects.map(({ trigger }) => trigger))],
    trigger: effects.length > 0,
    first_on: raised === null ? null : monthIn(raised),
  };
}

function heavyMonth(input: Input): Answer {
  const [total, expense] = [sum(numbers(input, "credits")), amount(input, "expense")];
  const month = { plan: plan.id, period: monthOf(0), credit: total, currency: "USD", capped: false };
  const least = { share: maybeShare(input, "default_share_pct") ?? heavy(input), of: "expense" };
  const effects = effectsBy(
    { heavy: { plan, credits: { plan: plan.id, at_least: least } } },
    { results: [], credits: [{ ...month, bases: { expense } }] },
  );
  const raised = effects.length > 0;
  const part = expense.n === 0n ? zero : over(total, expense);
  return { total, share_pct: inPercent(part), month_is_default: raised, trigger: raised };
}

const heavy = (input: Input): Fraction => over(mark(input, "T01 percent of the expense"), fraction(100));

function average(input: Input): Answer {
  const figures = numbers(input, "months");
  const results = figures.map((figure, index) => figureIn(monthOf(24_000 + index), over(figure, fraction(100))));
  const below = { unit: "share", value: over(mark(input, "T01 average in percent"), fraction(100)) } as const;
  const effects = effectsBy({ low: { average: { periods: figures.length, below } } }, { results });
  const last = has(input, "event_date")
    ? dayAfter(day(input, "event_date"), { kind: "days", count: markCount(input, "T01 days for the notice") })
    : null;
  return {
    average: meanOf(figures),
    trigger: effects.length > 0,
    last_day_for_notice: last === null ? null : writeDay(last),
  };
}

const atLeast = (hours: number) =>
  ({ direction: "at least", quantity: { unit: "time", value: fraction(hours * 3600) } }) as const;

/** The earliest; of the same moment, the one whose trigger stands first. */
function firstOf(effects: readonly Effect[]): Effect | null {
  return effects.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

const monthIn = ({ periods }: Effect): string => periods.at(-1)?.id ?? "";

/** The most hours in a window that ends with an outage. */
function mostLost(results: readonly Result[], within: Parameters<typeof before>[1]): Fraction {
  const losses = results.flatMap(lossesOf);
  return losses.reduce((most, { end }) => {
    const start = before(end, within, utc);
    const hours = start === null ? zero : over(lostIn(losses, { start, end }).total, fraction(3600));
    return compare(hours, most) > 0 ? hours : most;
  }, zero);
}
