import type { SegmentLine } from "../../engine/report/report.ts";

/** Outside hours take at most this share of the drawing; they are drawn closer together beyond it. */
const mostOutside = 0.35;

/** A place along the drawing for each instant of a clock. */
export interface ClockScale {
  readonly at: (instant: number) => number;
  readonly start: number;
  readonly end: number;
  /** True where time outside hours is drawn closer together than the rest. */
  readonly isPressed: boolean;
}

export function clockScale(segments: readonly SegmentLine[], from: number, to: number): ClockScale {
  const start = segments[0]?.start ?? 0;
  const end = segments.at(-1)?.end ?? start + 1;
  const outside = total(segments.filter(isOutside));
  const inside = end - start - outside;
  const factor = inside > 0 && outside > 0 ? Math.min(1, (mostOutside / (1 - mostOutside)) * (inside / outside)) : 1;
  const size = (segment: SegmentLine): number => (segment.end - segment.start) * (isOutside(segment) ? factor : 1);
  const whole = segments.reduce((sum, each) => sum + size(each), 0) || 1;
  return { at: (instant) => from + (before(instant) / whole) * (to - from), start, end, isPressed: factor < 1 };

  function before(instant: number): number {
    return segments.reduce((sum, each) => {
      const done = Math.min(Math.max(instant - each.start, 0), each.end - each.start);
      return sum + done * (isOutside(each) ? factor : 1);
    }, 0);
  }
}

const isOutside = ({ kind }: SegmentLine): boolean => kind === "outside hours";
const total = (segments: readonly SegmentLine[]): number =>
  segments.reduce((sum, { start, end }) => sum + end - start, 0);
