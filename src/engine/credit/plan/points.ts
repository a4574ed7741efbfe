import type { Fraction } from "../../number/fraction.ts";
import type { Band } from "./amount.ts";
import type { Row } from "./row.ts";

/** What the points of a period become. */
export type PointsRule =
  | { readonly kind: "share each"; readonly of: string; readonly share: Fraction; readonly free: Fraction }
  | { readonly kind: "money each"; readonly amount: Fraction; readonly free: Fraction }
  /** Rows of shares of a base, or of money where no base is named. */
  | { readonly kind: "rows"; readonly of: string | null; readonly rows: readonly Row[] }
  /** Marginal: each band prices only its own points; free points come off the first. */
  | {
      readonly kind: "bands";
      readonly amount: Fraction;
      readonly free: Fraction;
      readonly bands: readonly Band[];
    };
