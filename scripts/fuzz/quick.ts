import { expect } from "vitest";

/** For a test that keeps to `quick`: longer than what it allows, so that it is `quick` that complains. */
export const patience = { timeout: 20_000 };

/** Far above what any of it takes: this tells hanging from working, in milliseconds, and is no measure of speed. */
const most = 15_000;

/** Does some work, which must not take long. */
export async function quick<T>(work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start, "milliseconds").toBeLessThan(most);
  return result;
}

export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Brackets in brackets. */
export const nested = (open: string, close: string, count: number): string => open.repeat(count) + close.repeat(count);
