import type { Fraction } from "../../number/fraction.ts";

/** A row holds from a figure on, up to one, for a word, or for everything else; it has one edge only, so rows leave no gap. */
export type Row =
  | { readonly kind: "from"; readonly edge: Fraction; readonly give: Fraction; readonly name?: string }
  | { readonly kind: "upto"; readonly edge: Fraction; readonly give: Fraction; readonly name?: string }
  | { readonly kind: "is"; readonly word: string; readonly give: Fraction; readonly name?: string }
  | { readonly kind: "others"; readonly give: Fraction; readonly name?: string };
