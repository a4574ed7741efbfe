import type { Fraction } from "../../number/fraction.ts";
import type { FactName } from "./fact-name.ts";
import type { Row } from "./row.ts";

/** What a begun step gives. */
export type Partial = "whole steps" | "started steps" | "linear";

/** What one failure gives: exactly one form. With `of` it gives a share of that base, without it units as they are. */
export type Amount =
  | { readonly kind: "fixed"; readonly amount: Fraction }
  | { readonly kind: "share"; readonly of: string; readonly share: Fraction }
  | { readonly kind: "weighted"; readonly of: string; readonly weights: readonly string[] }
  | { readonly kind: "rows"; readonly of: string | null; readonly by: FactName; readonly rows: readonly Row[] }
  | (Shortfall & { readonly kind: "shortfall"; readonly of: string | null })
  | (PerUnit & { readonly kind: "per unit"; readonly of: string | null })
  | { readonly kind: "marginal"; readonly of: string | null; readonly by: FactName; readonly bands: readonly Band[] }
  | { readonly kind: "entered"; readonly by: FactName }
  | {
      readonly kind: "score";
      readonly of: string;
      readonly indicators: readonly string[];
      readonly missing: "rescaled" | "full score";
      readonly rows: readonly Row[];
    };

export interface Shortfall {
  readonly by: FactName;
  /** A figure, or a mark of the level. */
  readonly target: Fraction | "expected" | "minimum";
  readonly better: "higher" | "lower";
  readonly step: Fraction;
  readonly partial: Partial;
  readonly give: Fraction;
  /** From a shortfall above this the whole base is lost. */
  readonly fullLossAbove?: Fraction | undefined;
}

export interface PerUnit {
  readonly by: FactName;
  readonly size: Fraction;
  readonly partial: Partial;
  readonly give: Fraction;
  /** A first block with its own size and gift. */
  readonly first?: { readonly size: Fraction; readonly give: Fraction } | undefined;
}

/** Units up to `upto`, the last included, are worth `give` each; the last band is open. */
export interface Band {
  readonly upto: Fraction | null;
  readonly give: Fraction;
}
