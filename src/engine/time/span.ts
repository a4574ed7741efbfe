import { between, type Duration, duration, earlier, type Instant, later } from "./instant.ts";

/** A half-open stretch of time: `start` belongs to it, `end` does not. Never empty. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** A span, or nothing where it would be empty or reversed. */
export function span(start: Instant, end: Instant): Span | null {
  return start < end ? { start, end } : null;
}

/** True when `at` lies inside: the start does, the end does not (semantics 32). */
export const holds = (s: Span, at: Instant): boolean => s.start <= at && at < s.end;

export const lengthOf = (s: Span): Duration => between(s.start, s.end);

/** Total seconds of spans that do not overlap; unite them first where they may. */
export function totalOf(spans: readonly Span[]): Duration {
  return duration(spans.reduce((sum, s) => sum + lengthOf(s), 0));
}

/** What two spans have in common. */
export function overlap(a: Span, b: Span): Span | null {
  return span(later(a.start, b.start), earlier(a.end, b.end));
}

/** Sorted, without overlaps; spans that touch become one (semantics 43). */
export function unite(spans: readonly Span[]): Span[] {
  const united: Span[] = [];
  for (const s of [...spans].sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && s.start <= last.end) united[united.length - 1] = { start: last.start, end: later(last.end, s.end) };
    else united.push(s);
  }
  return united;
}

/** The parts common to two lists; both must be sorted and without overlaps. */
export function intersect(left: readonly Span[], right: readonly Span[]): Span[] {
  const common: Span[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const a = left[i] as Span;
    const b = right[j] as Span;
    const both = overlap(a, b);
    if (both) common.push(both);
    if (a.end < b.end) i += 1;
    else j += 1;
  }
  return common;
}

/** What is left of `from` after `cut` is taken out; both sorted and without overlaps. */
export function subtract(from: readonly Span[], cut: readonly Span[]): Span[] {
  const left: Span[] = [];
  let j = 0;
  for (const s of from) {
    let start = s.start;
    while (j > 0 && (cut[j - 1] as Span).end > start) j -= 1;
    for (; j < cut.length && (cut[j] as Span).start < s.end; j += 1) {
      const hole = cut[j] as Span;
      const before = span(start, earlier(hole.start, s.end));
      if (before) left.push(before);
      start = later(start, hole.end);
    }
    const rest = span(start, s.end);
    if (rest) left.push(rest);
  }
  return left;
}
