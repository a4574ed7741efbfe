import type { PeriodTerms } from "../../agreement/terms.ts";
import { readDay } from "../../time/civil.ts";
import { monthName, shortDay, shortMonth } from "./dates.ts";
import { lengthOfTime } from "./duration.ts";
import { capital, counted } from "./list.ts";

/** `2026-03` as `March 2026`, `2026-W14` as `Week 14 of 2026`, dates as `Mon 30 Mar 2026 to …`. */
export function periodLabel(id: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(id);
  if (month) return `${monthName(Number(month[2]))} ${month[1]}`;
  const week = /^(\d{4})-W(\d{1,2})$/.exec(id);
  if (week) return `Week ${Number(week[2])} of ${week[1]}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(id);
  if (quarter) return `Quarter ${quarter[2]} of ${quarter[1]}`;
  return capital(id.replace(/\d{4}-\d{2}-\d{2}/g, withWords).replace(/\s*(?:\/|\.\.)\s*/, " to "));
}

/** `Mar 26` for the axis of a trend; the year only where `inFull` asks for it. */
export function shortPeriodLabel(id: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(id);
  if (month) return `${shortMonth(Number(month[2]))} ${(month[1] as string).slice(2)}`;
  const part = /^(\d{4})-([WQ]\d{1,2})$/.exec(id);
  return part ? `${part[2]} ${(part[1] as string).slice(2)}` : id;
}

function withWords(text: string): string {
  const day = readDay(text);
  return day === null ? text : shortDay(day);
}

/** What follows `each`: `month`, `contract year`, `30 days ending with the last day judged`. */
export function periodWord(period: PeriodTerms): string {
  switch (period.kind) {
    case "week":
    case "month":
    case "quarter":
    case "year":
    case "contract year":
      return period.kind;
    case "fixed":
      return `period of ${lengthOfTime(period.seconds)}`;
    case "rolling":
      return `stretch of the last ${counted(period.count, period.of.slice(0, -1))}`;
  }
}
