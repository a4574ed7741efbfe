import { type Fraction, fraction, times, zero } from "../../../src/engine/number/fraction.ts";
import { type Day, readDay } from "../../../src/engine/time/civil.ts";
import { exact, percent } from "../numbers.ts";

export type Input = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;

const present = (input: Input, names: readonly string[]): unknown =>
  names.map((name) => input[name]).find((value) => value !== undefined && value !== null);

export const has = (input: Input, ...names: readonly string[]): boolean =>
  names.every((name) => input[name] !== undefined && input[name] !== null);

/** The first of the words that is there, as a number; null where none is. */
export function maybe(input: Input, ...names: readonly string[]): Fraction | null {
  const found = present(input, names);
  return found === undefined ? null : number(found);
}

export function amount(input: Input, ...names: readonly string[]): Fraction {
  const found = maybe(input, ...names);
  if (found === null) throw new Error(`none of ${names.join(", ")}`);
  return found;
}

export const amountOr = (input: Input, name: string, otherwise: number): Fraction =>
  maybe(input, name) ?? fraction(otherwise);

export const share = (input: Input, ...names: readonly string[]): Fraction => percent(String(present(input, names)));

export const word = (input: Input, name: string): string => String(input[name] ?? "");

/** A list of a case; one value alone is a list of one. */
export function list<T = Input>(input: Input, name: string): readonly T[] {
  const found = input[name];
  return found === undefined || found === null ? [] : ((Array.isArray(found) ? found : [found]) as T[]);
}

export const numbers = (input: Input, name: string): readonly Fraction[] => list<unknown>(input, name).map(number);

/** `1/3`, `12.50` and 3 alike. */
export function number(value: unknown): Fraction {
  const parts = /^(\d+)\/(\d+)$/.exec(String(value));
  return parts ? fraction(BigInt(parts[1] ?? 0), BigInt(parts[2] ?? 1)) : exact(String(value));
}

export function day(input: Input, name: string): Day {
  const found = readDay(word(input, name).slice(0, 10));
  if (found === null) throw new Error(`${name} is no date`);
  return found;
}

/** A share as the percentage that a case writes. */
export const inPercent = (part: Fraction | null | undefined): Fraction => times(part ?? zero, fraction(100));
