import type { Span } from "../time/span.ts";
import type { LevelInput } from "./evidence.ts";
import { periodBefore } from "./periods.ts";
import { promisedSpan, zoneOf } from "./promised.ts";
import type { Period } from "./result.ts";

/** A period with the part of it in which the promise was given. */
export interface EarlierPeriod {
  readonly id: string;
  readonly span: Span;
}

/** Up to `most` periods before this one in which the promise was given, oldest first. */
export function earlierPeriods(input: LevelInput, most: number): readonly EarlierPeriod[] {
  const terms = { terms: input.level.period, zone: zoneOf(input), contractFrom: input.contract.from };
  const found: EarlierPeriod[] = [];
  let period: Period = input.period;
  while (found.length < most) {
    period = periodBefore(terms, period);
    const within = promisedSpan(input, period);
    if (within === null) break;
    found.unshift({ id: period.id, span: within });
  }
  return found;
}
