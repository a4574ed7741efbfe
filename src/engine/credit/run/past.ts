import type { Fraction } from "../../number/fraction.ts";
import { failing, type State } from "../plan/level.ts";

/** One month of one level (or group of it) as it was judged for credits. */
export interface PastState {
  readonly month: number;
  readonly level: string;
  readonly group: string | null;
  readonly state: State;
  /** In the unit it is shown in; null without one. */
  readonly value: Fraction | null;
}

interface Named {
  readonly level: string;
  readonly group: string | null;
}

const same = (a: Named, b: Named): boolean => a.level === b.level && a.group === b.group;

/** Failures in a row right before a month; what is not applicable breaks no row, what is held does. */
export function failuresBefore(past: readonly PastState[], of: Named, counted: readonly State[]): number {
  const own = past.filter((each) => same(each, of) && each.state !== "not applicable");
  const back = own.toSorted((a, b) => b.month - a.month);
  const end = back.findIndex(({ state }) => !counted.includes(state));
  return end === -1 ? back.length : end;
}

/** Failures in the window of so many months that ends before `month`. */
export const failuresWithin = (past: readonly PastState[], of: Named & { month: number }, months: number): number =>
  past.filter((each) => same(each, of) && each.month > of.month - months && failing.includes(each.state)).length;
