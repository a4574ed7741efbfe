import type { Mark } from "./quantity.ts";

/** A condition on one field of a record: one of some words, none of some words, or a mark. */
export type Condition =
  | { readonly kind: "any of"; readonly values: readonly string[] }
  | { readonly kind: "none of"; readonly values: readonly string[] }
  | { readonly kind: "mark"; readonly mark: Mark };

/** Field and condition; all must hold. An empty selection holds for every record. */
export type Selection = Readonly<Record<string, Condition>>;

/** Records left out of a service level, with the reason printed beside each of them. */
export interface Exception {
  readonly because: string;
  readonly where: Selection;
}
