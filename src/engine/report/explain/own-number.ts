import type { Exact } from "./derivation.ts";

/**
 * Numbers of the checker: top over bottom, never reduced, compared by cross-multiplication. They share no code with the
 * arithmetic that made the figures, so that a mistake there is not repeated here.
 */
export interface Own {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const own = (top: bigint | number, bottom: bigint | number = 1): Own => ({
  top: BigInt(top),
  bottom: BigInt(bottom),
});

/** Reads `412/431` with a positive bottom; null where it is written otherwise. */
export function readOwn(text: string): Own | null {
  const match = /^(-?\d+)\/(\d+)$/.exec(text);
  const number = match && own(BigInt(match[1] as string), BigInt(match[2] as string));
  return number && number.bottom > 0n ? number : null;
}

/** The number in a value; null for instants, words and nothing. */
export const numberIn = (value: Exact): Own | null => (value.kind === "number" ? readOwn(value.exact) : null);

export const add = (a: Own, b: Own): Own => own(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const less = (a: Own, b: Own): Own => own(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
export const by = (a: Own, b: Own): Own => own(a.top * b.top, a.bottom * b.bottom);

/** a / b; null over zero. */
export function divide(a: Own, b: Own): Own | null {
  if (b.top === 0n) return null;
  const sign = b.top < 0n ? -1n : 1n;
  return own(sign * a.top * b.bottom, sign * a.bottom * b.top);
}

/** -1, 0 or 1 as a is less than, equal to or more than b. */
export function order(a: Own, b: Own): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const total = (all: readonly Own[]): Own => all.reduce(add, own(0));

/** The whole number at or below. */
export function down({ top, bottom }: Own): bigint {
  const whole = top / bottom;
  return top < 0n && whole * bottom !== top ? whole - 1n : whole;
}

/** The whole number at or above. */
export const up = ({ top, bottom }: Own): bigint => -down(own(-top, bottom));

export const write = ({ top, bottom }: Own): string => `${top}/${bottom}`;
