import { csv } from "./csv.ts";
import { at, type Second } from "./london.ts";
import type { Chance } from "./random.ts";
import { blindHours, extensions } from "./story.ts";
import { end, firstDay } from "./term.ts";

export interface Sample {
  readonly at: Second;
  /** Share of the store in use. */
  readonly used: number;
}

const step = 900;

/** The document store, measured every quarter of an hour: it fills up, is cleaned at night, and is extended too late once. */
export function samplesOf(chance: Chance): Sample[] {
  const found: Sample[] = [];
  const start = at(firstDay, 0);
  for (let second = start; second < end; second += step) {
    const isBlind = blindHours.some(([from, until]) => second >= from && second < until);
    if (!isBlind && !chance.happens(0.0008)) found.push({ at: second, used: usedAt(chance, second, start) });
  }
  return found;
}

function usedAt(chance: Chance, second: Second, start: Second): number {
  const days = (second - start) / 86_400;
  const added = extensions.reduce((total, [when, by]) => (second >= when ? total + by : total), 0);
  const ofDay = 0.012 * Math.sin((2 * Math.PI * (second - 6 * 3600)) / 86_400);
  return Math.min(0.99, 0.6 + days * 0.00076 - added + ofDay + (chance.next() - 0.5) * 0.006);
}

/** One row a sample, with the stamp in seconds of the epoch. */
export function samplesCsv(samples: readonly Sample[]): string {
  const rows = samples.map(({ at, used }) => [at, "document-store", "storage used", used.toFixed(4)]);
  return csv(["epoch", "component", "metric", "value"], rows);
}
