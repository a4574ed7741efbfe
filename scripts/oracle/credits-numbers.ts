/** A number as a whole top over a whole bottom; nothing of the engine's arithmetic is used here. */
export type Num = readonly [bigint, bigint];

export const num = (value: number, scale = 1): Num => [BigInt(Math.round(value * 1000)), 1000n * BigInt(scale)];
export const none: Num = [0n, 1n];
export const add = (a: Num, b: Num): Num => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
export const less = (a: Num, b: Num): Num => [a[0] * b[1] - b[0] * a[1], a[1] * b[1]];
export const by = (a: Num, b: Num): Num => [a[0] * b[0], a[1] * b[1]];
export const over = (a: Num, b: Num): Num => [a[0] * b[1], a[1] * b[0]];
export const isLess = (a: Num, b: Num): boolean => a[0] * b[1] < b[0] * a[1];
export const low = (a: Num, b: Num): Num => (isLess(b, a) ? b : a);
export const high = (a: Num, b: Num): Num => (isLess(a, b) ? b : a);
export const total = (all: readonly Num[]): Num => all.reduce(add, none);
export const whole = ([top, bottom]: Num): Num => [top / bottom, 1n];
export const pence = ([top, bottom]: Num): bigint => (top * 200n + bottom) / (bottom * 2n);
export const share = (percent: number): Num => num(percent, 100);
