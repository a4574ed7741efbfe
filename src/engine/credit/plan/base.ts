import type { Fraction } from "../../number/fraction.ts";

/** An amount that shares are taken of: stated by the facts, a part of another base, or a sum of bases. */
export type Base =
  | {
      readonly kind: "stated";
      /** What a base below zero counts as. */
      readonly negative: "zero" | "kept";
      /** What is done while the amount is not known. */
      readonly missing: "held" | "month before";
      /** Whether a part of a period counts by its days. */
      readonly prorated: "none" | "days";
    }
  | { readonly kind: "part"; readonly of: string; readonly share: Fraction }
  | { readonly kind: "scope"; readonly of: string; readonly part: string; readonly whole: string }
  | { readonly kind: "sum"; readonly of: readonly string[] };

/** A stated base as most contracts have it: never below zero, held while unknown, not prorated. */
export const stated: Base = { kind: "stated", negative: "zero", missing: "held", prorated: "none" };
