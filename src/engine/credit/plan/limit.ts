import type { Fraction } from "../../number/fraction.ts";

/** No more than a share of a base, or than an amount. */
export type Cap =
  | { readonly kind: "share"; readonly of: string; readonly share: Fraction }
  | { readonly kind: "amount"; readonly amount: Fraction };

/** A limit on a sum. `lapses`: what is above is lost; `carried`: it waits for the next period. */
export type Limit =
  | {
      readonly kind: "at most";
      readonly scope: "failure" | "level" | "service" | "category" | "period" | "quarter" | "year" | "contract year";
      /** The one category that is limited; null: each. */
      readonly category: string | null;
      readonly cap: Cap;
      readonly excess: "lapses" | "carried";
    }
  | { readonly kind: "at least"; readonly minimum: Fraction; readonly below: "lapses" | "raised" };
