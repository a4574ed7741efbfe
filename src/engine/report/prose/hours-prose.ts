import type { CalendarTerms, Hours } from "../../agreement/hours.ts";
import type { ContractTerms, WindowTerms } from "../../agreement/terms.ts";
import { secondsOfDay, type Weekday, weekdays } from "../../time/civil.ts";
import { wallTime } from "../words/dates.ts";
import { all } from "../words/list.ts";

/** `Business hours (Mon-Thu 08:30-12:30 and 13:00-17:30, Europe/London)`; the id where no calendar has it. */
export function calendarText(id: string, contract: ContractTerms): string {
  const terms = contract.calendars[id];
  return terms ? `${terms.title} (${hoursText(terms, contract)})` : id;
}

/** The week of a calendar, its zone, and what its special days come from. */
export function hoursText(terms: CalendarTerms, contract: ContractTerms): string {
  const sets = terms.holidays.map(({ id }) => contract.names[id] ?? id);
  const special = sets.length === 0 ? [] : [`special days of ${all(sets)}`];
  const closed = terms.closures.length === 0 ? [] : [`closed for ${all(terms.closures.map(({ name }) => name))}`];
  return [weekText(terms, contract), terms.zone, ...special, ...closed].join("; ");
}

function weekText(terms: CalendarTerms, contract: ContractTerms): string {
  if (terms.joins.length > 0) return `${all(terms.joins.map((id) => contract.calendars[id]?.title ?? id))} together`;
  const days = runsOfDays(terms.week);
  const [only] = days;
  if (days.length === 1 && only?.hours === "00:00-24:00" && only.days === "Mon-Sun") return "every hour of every day";
  return days.map(({ days: name, hours }) => `${name === "Mon-Sun" ? "every day" : name} ${hours}`).join(", ");
}

interface Run {
  readonly first: Weekday;
  readonly last: Weekday;
  readonly hours: string;
}

function runsOfDays(week: CalendarTerms["week"]): readonly { readonly days: string; readonly hours: string }[] {
  const runs: Run[] = [];
  weekdays.forEach((day, index) => {
    if (week[day].length === 0) return;
    const hours = openText(week[day]);
    const run = runs.at(-1);
    if (run?.hours === hours && run.last === weekdays[index - 1]) runs[runs.length - 1] = { ...run, last: day };
    else runs.push({ first: day, last: day, hours });
  });
  return runs.map(({ first, last, hours }) => ({ days: first === last ? first : `${first}-${last}`, hours }));
}

/** `08:30-12:30 and 13:00-17:30`, or `closed`. */
export function openText(hours: readonly Hours[]): string {
  if (hours.length === 0) return "closed";
  return all(hours.map(({ from, to }) => `${wallTime(from)}-${to === secondsOfDay ? "24:00" : wallTime(to)}`));
}

/** `Monthly maintenance (2nd Sunday of each month, 01:00-05:00 Europe/London, for Claims platform)` */
export function windowText(window: WindowTerms, contract: ContractTerms): string {
  const on = window.every === "week" ? `every ${window.on}` : `${window.on} of each ${window.every}`;
  const services = window.services.map((id) => contract.catalogue[id]?.name ?? id);
  const meant = services.length === 0 ? "" : `, for ${all(services)}`;
  return `${window.title} (${on}, ${wallTime(window.from)}-${wallTime(window.to)} ${window.zone}${meant})`;
}
