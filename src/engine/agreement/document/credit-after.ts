import type { Fraction } from "../../number/fraction.ts";
import type { Money, Quantity } from "../quantity.ts";
import type { ShareOf } from "./credit-limit.ts";
import type { Term } from "./written.ts";

/** Whether and by when a credit must be claimed. */
export interface ClaimDocument {
  /** From the end of the month. */
  readonly claimed_within?: Term | undefined;
}

/** What a supplier wins back of a credit by what follows it. */
export interface EarnBackDocument {
  readonly share: Fraction;
  readonly when: "met" | "exceeded" | "no credits" | "average at expected";
  readonly in_a_row?: number | undefined;
  /** For an average of a contract year: at least so many months with a figure. */
  readonly at_least_months?: number | undefined;
  readonly not_for?: readonly string[] | undefined;
  readonly not_in?: readonly number[] | undefined;
  readonly to?: "refund" | "bank" | undefined;
}

/** What is given for more than was promised. */
export interface BonusDocument {
  readonly levels?: readonly string[] | undefined;
  readonly above: Quantity;
  readonly step?: Quantity | undefined;
  readonly share?: Fraction | undefined;
  readonly of?: string | undefined;
  readonly amount?: Money | undefined;
  readonly at_most?: ShareOf | Money | undefined;
  readonly used?: "offset" | "paid" | undefined;
}

/** Targets that rise by themselves, as a proposal for an amendment. */
export interface ImproveDocument {
  readonly levels?: readonly string[] | undefined;
  readonly mark?: "expected" | "minimum" | undefined;
  readonly after: "12 months above" | "each contract year";
  readonly to: "midpoint with the average" | "step of the gap";
  readonly share?: Fraction | undefined;
}

export interface SettledDocument {
  readonly on?: "next invoice" | "next quarter" | undefined;
  readonly excess?: "carried" | "lapses" | undefined;
  readonly at_the_end?: "paid in cash" | "lapses" | undefined;
}
