import type { Rules } from "../agreement/rules.ts";
import type { LowVolume, Target } from "../agreement/terms.ts";
import type { Verdict } from "../agreement/words.ts";
import type { Measurement, Reason } from "../measure/measurement.ts";
import { compare, type Fraction } from "../number/fraction.ts";
import { type Allowance, allowanceOf } from "./allowance.ts";
import { passes } from "./passes.ts";

/** What a verdict is given on. */
export interface VerdictInput {
  readonly measurement: Measurement;
  readonly target: Target;
  readonly lowVolume: LowVolume | null;
  readonly completeFrom: Fraction;
  readonly rules: Rules;
  /** Where a miss shows by nothing having been recorded, such as a delivery that never came. */
  readonly absence: "nothing happened" | "not measured";
  readonly standing: "settled" | "disputed";
}

export interface Judged {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly allowance: Allowance | null;
}

/**
 * Judges a measurement: met, at minimum or missed by its figure, once it may be judged at all. In order: disputed is
 * held; without a target, or without anything that happened, not rated; below the low-volume number as agreed; then
 * undetermined where too little is known, or where the unknown part could turn the verdict.
 */
export function judge(input: VerdictInput): Judged {
  const allowance = allowanceOf(input.measurement, input.target, input.lowVolume);
  const [verdict, why] = decide(input, allowance);
  return { verdict, reasons: [why], allowance };
}

type Decision = readonly [Verdict, Reason];

const because = (code: string, facts: Readonly<Record<string, string>> = {}): Reason => ({ code, facts });

function decide(input: VerdictInput, allowance: Allowance | null): Decision {
  const { measurement, target, rules, standing } = input;
  if (standing === "disputed") return ["held", because("disputed")];
  if (target.expected === null && target.minimum === null) return ["not rated", because("no-target")];
  if (measurement.figure === null) return withoutFigure(input);
  const lowVolume = decideLowVolume(input, allowance);
  if (lowVolume) return lowVolume;
  if (compare(measurement.completeness, input.completeFrom) < 0) return notMeasured(rules, because("incomplete"));
  return byBounds(input);
}

/** Nothing to judge: nothing happened, or nobody measured it. */
function withoutFigure({ measurement, rules, absence }: VerdictInput): Decision {
  const isUnknown = measurement.completeness.n !== measurement.completeness.d || absence === "not measured";
  if (isUnknown) return notMeasured(rules, because("not-measured"));
  const verdict = rules.if_nothing_happened === "met" ? "met" : "not rated";
  return [verdict, because("nothing-happened")];
}

/** The agreement may deem what was not measured to be missed. */
function notMeasured(rules: Rules, why: Reason): Decision {
  return rules.if_not_measured === "missed"
    ? ["missed", { ...why, code: `${why.code}-deemed-missed` }]
    : ["undetermined", why];
}

/** Fewer records than agreed are not rated, join the next period, or may be missed by a fixed number (semantics 51). */
function decideLowVolume({ measurement, lowVolume }: VerdictInput, allowance: Allowance | null): Decision | null {
  if (!lowVolume || measurement.time !== null) return null;
  const counted = countOf(measurement);
  if (counted >= lowVolume.fewerThan) return null;
  const facts = { count: String(counted), fewer_than: String(lowVolume.fewerThan) };
  if (lowVolume.then === "not rated") return ["not rated", because("low-volume", facts)];
  if (lowVolume.then === "join next period") return ["not rated", because("joins-next-period", facts)];
  const isWithin = allowance !== null && allowance.misses + allowance.unknown <= lowVolume.misses;
  return isWithin ? ["met", because("misses-allowed", { ...facts, misses: String(allowance.misses) })] : null;
}

/** Records that are judged, known or not. */
export const countOf = ({ items }: Pick<Measurement, "items">): number => items.filter(({ counted }) => counted).length;

/** The same verdict at both ends of what is possible stands; otherwise the unknown part decides and nobody can. */
function byBounds(input: VerdictInput): Decision {
  const { figure, bounds } = input.measurement;
  const shown = verdictOf(figure as Fraction, input);
  const ends = bounds ? [verdictOf(bounds.low, input), verdictOf(bounds.high, input)] : [shown];
  if (ends.every((verdict) => verdict === shown)) return [shown, because(reasonCodes[shown])];
  return notMeasured(input.rules, because("within-bounds"));
}

const reasonCodes = { met: "reaches-expected", "at minimum": "reaches-minimum", missed: "below-target" } as const;

function verdictOf(figure: Fraction, { target, rules }: VerdictInput): "met" | "at minimum" | "missed" {
  const { expected, minimum } = target;
  if (expected !== null && passes(figure, expected, rules)) return "met";
  if (minimum !== null && passes(figure, minimum, rules)) return expected === null ? "met" : "at minimum";
  return "missed";
}
