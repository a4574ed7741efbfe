import type { Instant } from "../../time/instant.ts";
import { type Span, span } from "../../time/span.ts";

/** When at least `needed` of several lists hold at once; each list sorted and without overlaps, and so is the answer. */
export function enoughDown(lists: readonly (readonly Span[])[], needed: number): Span[] {
  const turns = lists.flat().flatMap(({ start, end }) => [
    { at: start, step: 1 },
    { at: end, step: -1 },
  ]);
  turns.sort((a, b) => a.at - b.at || b.step - a.step);
  const found: Span[] = [];
  let down = 0;
  let since: Instant | null = null;
  for (const { at, step } of turns) {
    down += step;
    if (since === null && down >= needed) since = at;
    if (since !== null && down < needed) {
      const whole = span(since, at);
      if (whole) found.push(whole);
      since = null;
    }
  }
  return found;
}
