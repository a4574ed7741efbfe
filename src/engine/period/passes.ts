import type { Mark } from "../agreement/quantity.ts";
import type { Rules } from "../agreement/rules.ts";
import { meets } from "../measure/read-value.ts";
import type { Fraction } from "../number/fraction.ts";
import { roundTo } from "../number/rounding.ts";

/**
 * Whether a figure is on the agreed side of a mark. Where places are agreed the figure is rounded first, then
 * compared; a share is rounded as it is written, in percent (semantics 54). A time that is exactly the mark is missed
 * where the agreement says so (semantics 11); a share or a count of exactly the mark is what `at least` says.
 */
export function passes(
  figure: Fraction,
  mark: Mark,
  rules: Pick<Rules, "compare_at" | "half" | "exactly_on_target">,
): boolean {
  const { unit } = mark.quantity;
  const places = rules.compare_at === null ? null : rules.compare_at + (unit === "share" ? 2 : 0);
  const compared = places === null ? figure : roundTo(figure, places, rules.half);
  const isStrict = unit === "time" && rules.exactly_on_target === "missed";
  return meets(compared, isStrict ? strictly(mark) : mark);
}

function strictly(mark: Mark): Mark {
  if (mark.direction === "at least") return { ...mark, direction: "more than" };
  return mark.direction === "at most" ? { ...mark, direction: "less than" } : mark;
}
