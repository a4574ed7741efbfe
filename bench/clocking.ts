/** Seconds that some work takes: the best of three, so that the machine's other work counts least. */
export function secondsOf(work: () => void): number {
  return Math.min(...[0, 1, 2].map(() => once(work)));
}

export function once(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

export async function onceOf<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

/** Throws where two sides of a comparison differ: a quick wrong answer is no answer. */
export function mustEqual(what: string, a: unknown, b: unknown): void {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left !== right) throw new Error(`${what} differ: ${left.slice(0, 400)} and ${right.slice(0, 400)}`);
}

/** Megabytes the process has taken from the system at most so far. */
export const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

export const megabytes = (): number => process.memoryUsage().rss / 2 ** 20;
