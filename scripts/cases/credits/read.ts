import { type Fraction, fraction, times, zero } from "../../../src/engine/number/fraction.ts";
import { type Day, readDay } from "../../../src/engine/time/civil.ts";
import { exact, percent } from "../numbers.ts";
import { withoutWord } from "./untranslated.ts";

export type Input = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;

/** Whether all the words are there with a value. Looking is not reading: a word that is only looked for stays unread. */
export const has = (input: Input, ...names: readonly string[]): boolean =>
  names.every((name) => (Object.getOwnPropertyDescriptor(input, name)?.value ?? null) !== null);

/** Whether the word is there, be it with nothing. */
export const says = (input: Input, name: string): boolean => Object.hasOwn(input, name);

/** The first of the words that has a value, read; `undefined` where none has. */
function present(input: Input, names: readonly string[]): unknown {
  for (const name of names) {
    const found = says(input, name) ? input[name] : undefined;
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

/** The first of the words that is there, as a number; null where none is. */
export function maybe(input: Input, ...names: readonly string[]): Fraction | null {
  const found = present(input, names);
  return found === undefined ? null : number(found);
}

export function amount(input: Input, ...names: readonly string[]): Fraction {
  const found = maybe(input, ...names);
  if (found === null) throw withoutWord(names);
  return found;
}

/** A number of a case, or another where the case does not name it since nothing is meant. */
export const amountOr = (input: Input, name: string, otherwise: number): Fraction =>
  maybe(input, name) ?? fraction(otherwise);

export function share(input: Input, ...names: readonly string[]): Fraction {
  const found = present(input, names);
  if (found === undefined) throw withoutWord(names);
  return percent(String(found));
}

export const maybeShare = (input: Input, ...names: readonly string[]): Fraction | null =>
  names.some((name) => has(input, name)) ? share(input, ...names) : null;

export const count = (input: Input, ...names: readonly string[]): number => {
  const found = amount(input, ...names);
  return Number(found.n / found.d);
};

export const word = (input: Input, name: string): string => (says(input, name) ? String(input[name] ?? "") : "");

export const flag = (input: Input, name: string): boolean => says(input, name) && input[name] === true;

/** A list of a case; one value alone is a list of one. */
export function list<T = Input>(input: Input, name: string): readonly T[] {
  const found = says(input, name) ? input[name] : undefined;
  return found === undefined || found === null ? [] : ((Array.isArray(found) ? found : [found]) as T[]);
}

/** Whether a word holds a list, told without reading it. */
export const isList = (input: Input, name: string): boolean =>
  Array.isArray(Object.getOwnPropertyDescriptor(input, name)?.value);

/** Whether a word holds records, told without reading it. */
export function hasRecords(input: Input, name: string): boolean {
  const found: unknown = Object.getOwnPropertyDescriptor(input, name)?.value;
  const first: unknown = Array.isArray(found) ? found[0] : found;
  return typeof first === "object" && first !== null && !Array.isArray(first);
}

export const numbers = (input: Input, name: string): readonly Fraction[] => list<unknown>(input, name).map(number);

/** `1/3`, `12.50` and 3 alike. */
export function number(value: unknown): Fraction {
  const parts = /^(\d+)\/(\d+)$/.exec(String(value));
  return parts ? fraction(BigInt(parts[1] ?? 0), BigInt(parts[2] ?? 1)) : exact(String(value));
}

export function day(input: Input, name: string): Day {
  const found = readDay(word(input, name).slice(0, 10));
  if (found === null) throw withoutWord([name]);
  return found;
}

/** A share as the percentage that a case writes. */
export const inPercent = (part: Fraction | null | undefined): Fraction => times(part ?? zero, fraction(100));
