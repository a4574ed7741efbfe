/** Seconds that some work takes: the best of three, so that the machine's other work counts least. */
export function secondsOf(work: () => void): number {
  return Math.min(...[0, 1, 2].map(() => once(work)));
}

export function once(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

/** Throws where two sides of a comparison differ: a quick wrong answer is no answer. */
export function mustEqual(what: string, a: unknown, b: unknown): void {
  if (JSON.stringify(a) !== JSON.stringify(b))
    throw new Error(`${what} differ: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
}
