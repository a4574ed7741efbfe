import type { LevelTerms, ScorePart } from "../../agreement/terms.ts";
import type { Verdict } from "../../agreement/words.ts";
import type { Found } from "../../finding/finding.ts";
import { type Fraction, least, most, one, over, plus, sum, times, zero } from "../../number/fraction.ts";
import type { MeasureInput } from "../input.ts";
import type { Item, Measurement } from "../measurement.ts";
import { reason } from "../tally.ts";

/** One part with its verdict; null where it has none for the period. */
interface Part extends ScorePart {
  readonly verdict: Verdict | null;
}

/**
 * Points of the parts' verdicts, weighted by their shares. A part that was not rated has its share divided among the
 * others, or counts as met. A part that is undetermined or held is not known: it leaves the figure, and the bounds
 * give it the fewest and the most points.
 */
export function score(input: MeasureInput): Found<Measurement> {
  const { level } = input;
  const parts = level.parts.map((part) => ({ ...part, verdict: verdictOf(input, part) }));
  const rated = parts.flatMap((part) => pointsOf(level, part) ?? []);
  const unknown = sum(parts.filter(isUnknown).map(({ share }) => share));
  const known = sum(rated.map(({ share }) => share));
  const part = sum(rated.map(({ share, points }) => times(share, points)));
  const all = plus(known, unknown);
  const figure = known.n === 0n ? null : over(part, known);
  const measurement: Measurement = {
    unit: "points",
    figure,
    part,
    whole: known,
    bounds: all.n === 0n ? null : boundsOf(level, part, { unknown, all }),
    completeness: all.n === 0n ? one : over(known, all),
    raw: { figure, part, whole: known },
    items: parts.map((each) => itemOf(level, each)),
    time: null,
    method: null,
  };
  return { value: measurement, findings: [] };
}

function verdictOf({ level, verdicts }: MeasureInput, part: ScorePart): Verdict | null {
  return verdicts.get(part.level.includes("/") ? part.level : `${level.agreement}/${part.level}`) ?? null;
}

const isUnknown = ({ verdict }: Part): boolean => verdict === "undetermined" || verdict === "held";

function pointsOf(level: LevelTerms, part: Part): { readonly share: Fraction; readonly points: Fraction }[] | null {
  const { share, verdict } = part;
  if (isUnknown(part)) return null;
  if (verdict === "met" || verdict === "at minimum" || verdict === "missed") {
    return [{ share, points: level.points[verdict] ?? zero }];
  }
  return level.leftOut === "counts as met" ? [{ share, points: level.points.met ?? zero }] : null;
}

function boundsOf(level: LevelTerms, part: Fraction, { unknown, all }: { unknown: Fraction; all: Fraction }) {
  const given = Object.values(level.points);
  const [first = zero] = given;
  const [low, high] = [given.reduce(least, first), given.reduce(most, first)];
  return { low: over(plus(part, times(unknown, low)), all), high: over(plus(part, times(unknown, high)), all) };
}

function itemOf(level: LevelTerms, part: Part): Item {
  const points = pointsOf(level, part)?.[0]?.points ?? null;
  const why = reason(points ? "part" : "part-without-verdict", { verdict: part.verdict ?? "" });
  const counted = points !== null || isUnknown(part);
  const good = points === null ? null : part.verdict !== "missed";
  return { record: part.level, source: null, counted, good, value: points, at: null, why, relief: null, reading: null };
}
