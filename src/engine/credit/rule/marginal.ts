import { compare, type Fraction, least, minus, most, sum, times, zero } from "../../number/fraction.ts";
import type { Band } from "../plan/amount.ts";

/** Every band prices only the units that lie in it. Null where the count is not known. */
export const marginal = (count: Fraction | null, bands: readonly Band[]): Fraction | null =>
  count === null ? null : sum(marginalParts(count, bands, zero));

/** What each band gives, in order; units up to `free` cost nothing. */
export function marginalParts(count: Fraction, bands: readonly Band[], free: Fraction): Fraction[] {
  let from = free;
  return bands.map(({ upto, give }) => {
    const end = upto === null ? count : least(upto, count);
    const inside = compare(end, from) > 0 ? minus(end, from) : zero;
    from = upto === null ? from : most(from, upto);
    return times(inside, give);
  });
}
