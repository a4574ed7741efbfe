import { intersect, lengthOf } from "../time/span.ts";
import type { Calendar, Year } from "./calendar.ts";

const kept = new WeakMap<Calendar, WeakMap<Calendar, Calendar>>();

/** The calendar that is open when both are: the service level's and the site's; dates are those of the first (semantics 37). */
export function commonCalendar(a: Calendar, b: Calendar): Calendar {
  const known = kept.get(a)?.get(b);
  if (known) return known;
  const years = new Map<number, Year>();
  const common: Calendar = {
    ...a,
    both: [a, b],
    year: (number) => {
      const year = years.get(number) ?? commonYear(a.year(number), b.year(number));
      years.set(number, year);
      return year;
    },
  };
  kept.set(a, (kept.get(a) ?? new WeakMap()).set(b, common));
  return common;
}

function commonYear(a: Year, b: Year): Year {
  const open = intersect(a.open, b.open);
  const before = [0];
  for (const each of open) before.push((before.at(-1) as number) + lengthOf(each));
  return { open, before };
}
