import type { Unit } from "../agreement/quantity.ts";
import type { LevelTerms } from "../agreement/terms.ts";

/** What a figure is counted in: as its target is, else time where a clock gives it, else a number. */
export function unitOf({ target, clock, value }: LevelTerms): Unit {
  const mark = target.expected ?? target.minimum;
  return mark?.quantity.unit ?? (clock !== null && value === null ? "time" : "number");
}
