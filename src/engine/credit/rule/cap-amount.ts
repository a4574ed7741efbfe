import { type Fraction, times } from "../../number/fraction.ts";
import type { Cap } from "../plan/limit.ts";

/** The amount a cap stands at; null while its base is not known. */
export function capAmount(cap: Cap, bases: Readonly<Record<string, Fraction>>): Fraction | null {
  if (cap.kind === "amount") return cap.amount;
  const base = bases[cap.of];
  return base ? times(base, cap.share) : null;
}
