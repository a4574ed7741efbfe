import { compare, type Fraction, fraction, times } from "../../number/fraction.ts";

/** Users by how they were served. */
export interface Served {
  readonly satisfied: number;
  readonly tolerating: number;
  readonly frustrated: number;
}

/** (satisfied + tolerating / 2) / all; null without anybody. */
export function apdex({ satisfied, tolerating, frustrated }: Served): Fraction | null {
  const all = satisfied + tolerating + frustrated;
  return all === 0 ? null : fraction(2 * satisfied + tolerating, 2 * all);
}

/** Sorts response times: up to T satisfied, up to 4 T tolerating, both included (semantics 49). */
export function servedWithin(values: readonly Fraction[], limit: Fraction): Served {
  const longest = times(limit, fraction(4));
  const satisfied = values.filter((value) => compare(value, limit) <= 0).length;
  const served = values.filter((value) => compare(value, longest) <= 0).length;
  return { satisfied, tolerating: served - satisfied, frustrated: values.length - served };
}
