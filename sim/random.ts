/** A stream of chance: the same seed and name give the same stream, on every machine. */
export interface Chance {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number in [from, to]. */
  readonly whole: (from: number, to: number) => number;
  readonly happens: (share: number) => boolean;
  readonly pick: <T>(weighted: readonly (readonly [T, number])[]) => T;
  /** A time or factor whose median is `median`; the larger `spread`, the longer the tail. */
  readonly around: (median: number, spread: number) => number;
  /** How many of something rare happen where `mean` are expected. */
  readonly count: (mean: number) => number;
}

/** Chance from a seed and the name of what it is for, so that one kind of record does not move another. */
export function chanceOf(seed: number, name: string): Chance {
  const next = sfc32([seed >>> 0, hash(name), 0x9e3779b9, 0x243f6a88]);
  for (let warm = 0; warm < 16; warm += 1) next();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (share) => next() < share,
    pick: (weighted) => pickOf(next(), weighted),
    around: (median, spread) => median * Math.exp(spread * normal()),
    count: (mean) => (mean > 40 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : poisson(next, mean)),
  };
}

function pickOf<T>(at: number, weighted: readonly (readonly [T, number])[]): T {
  let left = at * weighted.reduce((total, [, weight]) => total + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = weighted.at(-1);
  if (last === undefined) throw new RangeError("nothing to pick from");
  return last[0];
}

function poisson(next: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}

/** Small fast counting generator of 128 bits of state; 32 bits at a time. */
function sfc32(seed: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = seed;
  return () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return (result >>> 0) / 4_294_967_296;
  };
}

/** FNV-1a of a short name. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (const letter of name) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193);
  return value >>> 0;
}
