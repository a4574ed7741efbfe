import { type Fraction, minus, one, plus, times, zero } from "../../number/fraction.ts";

/** All parts are needed: the product of their shares. */
export const series = (parts: readonly Fraction[]): Fraction => parts.reduce(times, one);

/** One of the parts is enough: 1 less the product of what they lack. */
export const parallel = (parts: readonly Fraction[]): Fraction =>
  minus(one, series(parts.map((part) => minus(one, part))));

/** At least `needed` of the parts must be up, each with its own share and failing apart from the others. */
export function kOfN(parts: readonly Fraction[], needed: number): Fraction {
  let chances: readonly Fraction[] = [one];
  for (const part of parts) chances = withOneMore(chances, part);
  return chances.slice(Math.max(needed, 0)).reduce(plus, zero);
}

/** `chances[i]`: the share of time in which exactly i parts are up. */
function withOneMore(chances: readonly Fraction[], part: Fraction): readonly Fraction[] {
  return [...chances, zero].map((chance, up) =>
    plus(times(chance, minus(one, part)), times(up > 0 ? (chances[up - 1] as Fraction) : zero, part)),
  );
}
