import type { Fraction } from "../../number/fraction.ts";
import type { FactName } from "./fact-name.ts";
import type { Row } from "./row.ts";

/** A factor on what a failure gives. */
export type Factor =
  /** The product of these weights; `self` is that of the level. */
  | { readonly kind: "weights"; readonly names: readonly string[] }
  | { readonly kind: "plain"; readonly factor: Fraction }
  | { readonly kind: "flag"; readonly flag: string; readonly factor: Fraction }
  | { readonly kind: "count"; readonly by: FactName }
  | { readonly kind: "share"; readonly part: FactName; readonly whole: FactName }
  | { readonly kind: "rows"; readonly by: FactName; readonly rows: readonly Row[] }
  /** The n-th failure in a row takes the n-th factor, later ones the last. */
  | { readonly kind: "repeat"; readonly factors: readonly Fraction[] };
