import { atValue, type Rule } from "./rule.ts";

/** A week has weekdays, a month and a quarter have numbered days, and a date of the year comes once a year. */
export const windowFits: Rule = ({ maintenance_windows, reports, reviews }) => {
  const all = [
    ...Object.entries(maintenance_windows).map(([id, { every, on }]) => ({
      path: ["maintenance_windows", id, "on"],
      every,
      on,
    })),
    ...Object.entries(reviews).map(([id, { every, on }]) => ({ path: ["reviews", id, "on"], every, on })),
    ...Object.entries(reports).map(([id, { every, due }]) => ({ path: ["reports", id, "due"], every, on: due })),
  ];
  return all.flatMap(({ path, every, on }) => {
    const isWeekday = /^[A-Z]\w+day$/.test(on);
    const isDate = /^\d{1,2} [A-Z]/.test(on);
    const fits = isWeekday ? every === "week" : isDate ? every === "year" : true;
    if (fits) return [];
    const message = `'${on}' does not say which day of a ${every}.`;
    const way_out = isWeekday
      ? `Write for example 'last ${on}'.`
      : "Write 'every: year', or for example '8th business day'.";
    return [atValue(path, { code: "day-does-not-fit", message, way_out })];
  });
};
