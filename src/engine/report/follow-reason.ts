import type { Verdict } from "../agreement/words.ts";
import { over } from "../number/fraction.ts";
import type { About, CreditFigure, Effect, Why } from "../trigger/effect.ts";
import { averageReason, lineReason, reachedReason, worseReason } from "./follow-figures.ts";
import { localTime, longDay } from "./words/dates.ts";
import { allowedTime, lengthOfTime } from "./words/duration.ts";
import { markText, shareText } from "./words/figure.ts";
import { all, counted as countOf, group } from "./words/list.ts";
import { moneyText } from "./words/money.ts";
import { periodLabel } from "./words/period.ts";
import type { Place } from "./words/place.ts";
import { termText } from "./words/term.ts";

/** Why something follows, with the figures that made it, and what it asks for. */
export function followReason(effect: Effect, place: Place): string {
  return [whyText(effect, place), ...askedText(effect)].join(" ");
}

function whyText({ why, about, periods }: Effect, place: Place): string {
  switch (why.kind) {
    case "verdict":
      return verdictReason(
        why,
        periods.map(({ id }) => periodLabel(id)),
      );
    case "worse":
      return worseReason(why, rulesOf(about));
    case "line":
      return lineReason(why, rulesOf(about));
    case "reached":
      return reachedReason(why, rulesOf(about));
    case "average":
      return averageReason(why, rulesOf(about));
    case "chronic":
      return chronicReason(why, place);
    case "credits":
      return creditReason(why);
    case "limit":
      return `The limit cut the credit to ${all(why.months.map((month) => creditText(month)))}${times(why)}.`;
  }
}

const usual = { compare_at: null, half: "up" } as const;
const rulesOf = (about: About) => (about.kind === "level" ? about.level.rules : usual);

/** `Missed in July 2025 and August 2025: 2 rated periods in a row.` */
function verdictReason({ verdict, counted }: Why & { kind: "verdict" }, periods: readonly string[]): string {
  const when = `${verdicts[verdict]} in ${all(periods)}`;
  if (counted.outOf === 1) return `${when}.`;
  return counted.kind === "in a row"
    ? `${when}: ${group(counted.times)} rated periods in a row.`
    : `${when}: ${group(periods.length)} of the last ${group(counted.outOf)} rated periods.`;
}

const verdicts: Readonly<Record<Verdict, string>> = {
  met: "Met",
  "at minimum": "At minimum",
  missed: "Missed",
  "not rated": "Not rated",
  undetermined: "Undetermined",
  held: "Held",
};

const mostNamed = 12;

/** `3 outages within 30 days, until Tue 24 Mar 2026 14:31:30: OUT-1 (5 h), …; 12 h 30 min in all. …` */
function chronicReason(why: Why & { kind: "chronic" }, { zone }: Place): string {
  const { lost, total, window, within, asked } = why;
  const seconds = (value: typeof total): string => lengthOfTime(Number(value.n / value.d));
  const named = lost.slice(0, mostNamed).map((each) => `${each.record} (${seconds(each.seconds)})`);
  const rest = lost.length - named.length;
  const records = all(rest > 0 ? [...named, `${group(rest)} more`] : named);
  const until = localTime(zone, window.end);
  const outages = countOf(lost.length, "outage");
  const mark = "outages" in asked ? countOf(asked.outages, "outage") : markText(asked.downtime, { places: 0 });
  const agreed = "outages" in asked ? `${mark} or more` : mark;
  return `${outages} within ${termText(within)}, until ${until}: ${records}; ${seconds(total)} in all. Agreed: ${agreed}.`;
}

function creditReason(why: Why & { kind: "credits" }): string {
  const { atLeast, months } = why;
  const of = atLeast !== null && "of" in atLeast ? atLeast.of : null;
  const agreed =
    atLeast === null
      ? ""
      : ` Agreed: at least ${"of" in atLeast ? `${shareText(atLeast.share)} of ${atLeast.of}` : moneyText(atLeast)}.`;
  return `Credits of ${all(months.map((month) => creditText(month, of)))}${times(why)}.${agreed}`;
}

/** `4 250.00 GBP in March 2026 (50 % of at-risk, 8 500.00 GBP)` */
function creditText({ period, credit, base }: CreditFigure, of: string | null = null): string {
  const text = `${moneyText(credit)} in ${periodLabel(period.id)}`;
  if (base === null || of === null || base.amount.n === 0n) return text;
  return `${text} (${shareText(over(credit.amount, base.amount))} of ${of}, ${moneyText(base)})`;
}

function times({ counted, months }: Why & { kind: "credits" | "limit" }): string {
  if (counted.outOf === 1) return "";
  return counted.kind === "in a row"
    ? `: ${group(counted.times)} months in a row`
    : `: ${group(months.length)} of the last ${countOf(counted.outOf, "month")}`;
}

/** Deadline, notice and lapse of what follows. */
function askedText({ within, notice, lastDay }: Effect): readonly string[] {
  return [
    ...(within ? [`To be done within ${allowedTime(within)}.`] : []),
    ...(notice ? [`It is used with notice of ${termText(notice)}.`] : []),
    ...(lastDay === null ? [] : [`It is lost after ${longDay(lastDay)}.`]),
  ];
}
