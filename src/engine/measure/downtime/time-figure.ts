import type { LevelTerms } from "../../agreement/terms.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import { intersect, type Span, subtract, totalOf, unite } from "../../time/span.ts";
import type { Bounds, Measurement } from "../measurement.ts";
import { ratio } from "../tally.ts";
import type { Lane } from "./lane.ts";

export type TimeFigure = Pick<Measurement, "figure" | "part" | "whole" | "bounds" | "completeness" | "raw">;

/** Seconds of all lanes by what they were. */
interface Seconds {
  readonly open: number;
  readonly down: number;
  readonly agreed: number;
  readonly relieved: number;
  readonly unknown: number;
  readonly rawDown: number;
}

/**
 * Up time over agreed time (semantics 40, 41). Agreed downtime and relief leave both sides, unless agreed downtime is
 * counted as up. Unknown time leaves the figure; the bounds take it once as up and once as down.
 */
export function timeFigure(level: LevelTerms, lanes: readonly Lane[], period: Span): TimeFigure {
  const all = lanes.map((lane) => secondsOf(lane, period)).reduce(add, nothing);
  const { unknown_time } = level.rules;
  const removed = level.agreedDowntime?.treated === "counted as up" ? all.relieved : all.relieved + all.agreed;
  const base = fixedSeconds(level) ?? all.open - removed;
  const isOut = unknown_time === "taken out";
  const whole = isOut ? base - all.unknown : base;
  const bad = unknown_time === "as down" ? all.down + all.unknown : all.down;
  const bounds = isOut ? boundsOf(base, all) : pinned(base, bad);
  return {
    figure: ratio(upOf(whole, bad), Math.max(whole, 0)),
    part: fraction(upOf(whole, bad)),
    whole: fraction(Math.max(whole, 0)),
    bounds,
    completeness: ratio(Math.max(all.open - removed - all.unknown, 0), all.open - removed) ?? fraction(1),
    raw: rawOf(fixedSeconds(level) ?? all.open - (isOut ? all.unknown : 0), all.rawDown),
  };
}

/** Down time never makes a figure negative, as it could where a month longer than the fixed one was down throughout. */
const upOf = (whole: number, down: number): number => Math.max(whole - down, 0);

function boundsOf(base: number, { down, unknown }: Seconds): Bounds | null {
  const [low, high] = [ratio(upOf(base, down + unknown), base), ratio(upOf(base, down), base)];
  return low && high && { low, high };
}

function pinned(whole: number, down: number): Bounds | null {
  const figure = ratio(upOf(whole, down), whole);
  return figure && { low: figure, high: figure };
}

function rawOf(whole: number, down: number): Measurement["raw"] {
  const part: Fraction = fraction(upOf(whole, down));
  return { figure: ratio(upOf(whole, down), Math.max(whole, 0)), part, whole: fraction(Math.max(whole, 0)) };
}

/** A month of fixed length, such as 43 200 minutes, whatever the calendar says (semantics 46). */
export const fixedSeconds = ({ period }: LevelTerms): number | null =>
  period.kind === "fixed" ? period.seconds : null;

function secondsOf(lane: Lane, period: Span): Seconds {
  const inPeriod = (spans: readonly Span[]): number => totalOf(intersect(unite(spans), [period]));
  return {
    open: inPeriod(lane.scheduled),
    down: totalOf(lane.down),
    agreed: inPeriod(lane.agreed),
    relieved: inPeriod(lane.relieved),
    unknown: inPeriod(lane.unknown),
    rawDown: totalOf(subtract(lane.rawDown, unite(lane.unknown))),
  };
}

const nothing: Seconds = { open: 0, down: 0, agreed: 0, relieved: 0, unknown: 0, rawDown: 0 };

const add = (a: Seconds, b: Seconds): Seconds => ({
  open: a.open + b.open,
  down: a.down + b.down,
  agreed: a.agreed + b.agreed,
  relieved: a.relieved + b.relieved,
  unknown: a.unknown + b.unknown,
  rawDown: a.rawDown + b.rawDown,
});
