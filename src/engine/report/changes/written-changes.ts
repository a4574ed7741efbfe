import { capital } from "../words/list.ts";
import type { ChangedTerm } from "./change-line.ts";
import { type CalendarRuleName, isCalendarRule, ruleOfCalendar } from "./rule-of-calendar.ts";
import { isMap, keyText, type Names, saysKind, writtenText } from "./written-text.ts";

/** An entry as written before and after. */
export interface WrittenTwice {
  readonly of: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields of an entry that are written otherwise, each by the way to it and with both values; null: not written. */
export function writtenChanges({ of, before, after }: WrittenTwice, names: Names): readonly ChangedTerm[] {
  return changesAt([], before, after);

  function changesAt(path: readonly string[], was: unknown, is: unknown): readonly ChangedTerm[] {
    if (isSame(was, is)) return [];
    if (isMap(was) && isMap(is)) {
      const keys = new Set([...Object.keys(is), ...Object.keys(was)]);
      return [...keys].flatMap((key) => changesAt([...path, key], was[key], is[key]));
    }
    if (isListOfMaps(was) && isListOfMaps(is)) return changesOfList(path, was, is);
    return [changed(path, was, is)];
  }

  /** Elements that stand in both lists are left aside; the others are held against each other where they are as many. */
  function changesOfList(path: readonly string[], was: readonly unknown[], is: readonly unknown[]) {
    const gone = was.filter((each) => !is.some((other) => isSame(each, other)));
    const come = is.filter((each) => !was.some((other) => isSame(each, other)));
    if (gone.length === come.length && gone.length > 0)
      return come.flatMap((each, index) => changesAt([...path, `number ${is.indexOf(each) + 1}`], gone[index], each));
    const rows = [
      ...gone.map((each) => changed([...path, "removed"], each, undefined)),
      ...come.map((each) => changed([...path, "added"], undefined, each)),
    ];
    return rows.length > 0 ? rows : [changed(path, was, is)];
  }

  function changed(path: readonly string[], was: unknown, is: unknown): ChangedTerm {
    const key = path.findLast((each) => saysKind(each)) ?? path.findLast((each) => !isStep(each)) ?? "";
    const rule = path.length === 1 && isCalendarRule(key) ? key : null;
    const textOf = (value: unknown): string | null => (value === undefined ? null : valueText(value, key, rule));
    const term = rule === null ? capital(path.map(keyText).join(", ")) : ruleOfCalendar(rule).name;
    return { of, term, before: textOf(was), after: textOf(is) };
  }

  function valueText(value: unknown, key: string, rule: CalendarRuleName | null): string {
    return rule === null ? writtenText(value, key, names) : ruleOfCalendar(rule).says(value);
  }
}

/** Steps of the way that are no field: an element of a list. */
const isStep = (step: string): boolean => /^(number \d+|added|removed)$/.test(step);

const isListOfMaps = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMap);

/** The same value all through; a field that holds nothing is one that is not written. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(Reflect.get(a, key), Reflect.get(b, key)));
}
