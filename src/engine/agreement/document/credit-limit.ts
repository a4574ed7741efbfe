import type { Fraction } from "../../number/fraction.ts";
import type { Money } from "../quantity.ts";
import type { GivesRow } from "./credit-award.ts";

/** A share of a base. */
export interface ShareOf {
  readonly share: Fraction;
  readonly of: string;
}

export interface LimitDocument {
  readonly per: "miss" | "level" | "service" | "category" | "month" | "quarter" | "year" | "contract year";
  /** The one category that is limited; each of them where none is named. */
  readonly category?: string | undefined;
  readonly at_most?: ShareOf | Money | undefined;
  readonly at_least?: Money | undefined;
  readonly excess?: "lapses" | "carried" | undefined;
  readonly below?: "lapses" | "raised" | undefined;
}

export interface PointsOfPlan {
  readonly money_each?: Money | undefined;
  readonly share_each?: ShareOf | undefined;
  readonly rows?: readonly GivesRow[] | undefined;
  /** The base that the shares of the rows are of. */
  readonly of?: string | undefined;
  readonly free?: Fraction | undefined;
  readonly bands?: readonly { readonly upto?: Fraction | undefined; readonly factor: Fraction }[] | undefined;
}

/** What is paid where one event makes several levels fail. */
export type OneEventDocument = "all" | "highest" | "first" | "client chooses";
