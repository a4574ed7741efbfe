import { type Fraction, fraction, plus, sum } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import type { Instant } from "../time/instant.ts";
import { overlap, type Span, totalOf, unite } from "../time/span.ts";
import type { Lost } from "./effect.ts";

/**
 * What an outage took from a service, with the record that says so: a stretch of service time that was down, or, of
 * measures that keep no stretches, the seconds it took in all, which lie at its beginning.
 */
export interface Loss {
  readonly record: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly whole: Fraction | null;
}

/** The losses that a result shows. What is not rated or disputed shows none. */
export function lossesOf({ level, measurement, verdict }: Result): readonly Loss[] {
  if (verdict === "not rated" || verdict === "held") return [];
  if (measurement.time !== null)
    return measurement.time.down.map(({ cause, start, end }) => ({ record: cause, start, end, whole: null }));
  if (level.measure !== "time between failures" && level.measure !== "time to restore") return [];
  return measurement.items.flatMap(({ record, counted, good, at, value }) =>
    counted && good !== null && at !== null && value !== null ? [{ record, start: at, end: at, whole: value }] : [],
  );
}

/** What is lost in a window: seconds by record, and all together, where what is down twice counts once. */
export function lostIn(losses: readonly Loss[], window: Span): { lost: readonly Lost[]; total: Fraction } {
  const inside = losses.flatMap((loss) => clipped(loss, window));
  const byRecord = Map.groupBy(inside, ({ record }) => record);
  const lost = [...byRecord].map(([record, own]) => ({ record, seconds: secondsOf(own) }));
  return { lost, total: secondsOf(inside) };
}

function clipped(loss: Loss, window: Span): readonly Loss[] {
  if (loss.whole !== null) return window.start < loss.end && loss.end <= window.end ? [loss] : [];
  const part = overlap(loss, window);
  return part ? [{ ...loss, ...part }] : [];
}

function secondsOf(losses: readonly Loss[]): Fraction {
  const spans = losses.filter(({ whole }) => whole === null);
  const wholes = losses.flatMap(({ whole }) => (whole === null ? [] : [whole]));
  return plus(fraction(totalOf(unite(spans))), sum(wholes));
}
