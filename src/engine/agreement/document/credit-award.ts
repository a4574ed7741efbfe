import type { Fraction } from "../../number/fraction.ts";
import type { Allowed, Money, Quantity } from "../quantity.ts";
import type { ShareOf } from "./credit-limit.ts";
import type { CreditFact } from "./credit-words.ts";
import type { ById, Term } from "./written.ts";

/** What a failure of some levels gives; the first award that fits holds, and one for named levels comes before a general one. */
export interface AwardDocument {
  readonly level?: string | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly category?: string | undefined;
  readonly verdict?: "at minimum" | "missed" | undefined;
  readonly counts?: CountsDocument | undefined;
  readonly gives: GivesDocument;
  readonly times?: readonly TimesDocument[] | undefined;
  readonly at_most?: ShareOf | Money | undefined;
}

/** An award that is given for a number of failures. */
export interface CountsDocument {
  readonly count: number;
  readonly within?: Term | undefined;
  readonly how?: "from the nth" | "every nth" | "in a row" | undefined;
}

/** Exactly one form. */
export interface GivesDocument {
  readonly share?: Fraction | undefined;
  readonly of?: string | undefined;
  readonly amount?: Money | undefined;
  readonly points?: Fraction | undefined;
  readonly units?: "transactions" | "days" | undefined;
  readonly for_each?: "miss" | "record out of time" | "outage" | "month" | undefined;
  readonly by?: CreditFact | undefined;
  readonly rows?: readonly GivesRow[] | undefined;
  readonly shortfall?: ShortfallDocument | undefined;
  readonly per_unit?: PerUnitDocument | undefined;
  readonly bands?: readonly BandDocument[] | undefined;
  readonly entered?: "amount" | undefined;
}

/** What a row, a step, a unit or a band gives: one of the three. */
interface Gift {
  readonly share?: Fraction | undefined;
  readonly amount?: Money | undefined;
  readonly points?: Fraction | undefined;
}

/** A row holds from a figure, up to one, for a word, or for everything else. */
export interface GivesRow extends Gift {
  readonly from?: Quantity | undefined;
  readonly upto?: Quantity | undefined;
  readonly is?: string | undefined;
  readonly others?: "yes" | undefined;
  readonly name?: string | undefined;
}

export interface ShortfallDocument extends Gift {
  readonly below?: "expected" | "minimum" | undefined;
  readonly target?: Quantity | undefined;
  readonly step: Quantity;
  readonly partial?: "whole steps" | "started steps" | "linear" | undefined;
  readonly full_loss_above?: Quantity | undefined;
}

export interface PerUnitDocument extends Gift {
  readonly count: CreditFact;
  readonly size: Allowed | Fraction;
  readonly partial?: "whole steps" | "started steps" | "linear" | undefined;
  readonly first?: (Gift & { readonly size: Allowed | Fraction }) | undefined;
}

/** Units up to this one, the last included, are worth so much each. */
export interface BandDocument extends Gift {
  readonly upto?: Fraction | undefined;
}

/** A factor on an award: plain, for a flag set by a person, by a fact, or by the rows of a fact. */
export interface TimesDocument {
  readonly factor?: Fraction | undefined;
  readonly flag?: string | undefined;
  readonly by?: CreditFact | undefined;
  readonly over?: CreditFact | undefined;
  readonly rows?: readonly FactorRow[] | undefined;
}

export interface FactorRow {
  readonly from?: Quantity | undefined;
  readonly upto?: Quantity | undefined;
  readonly is?: string | undefined;
  readonly others?: "yes" | undefined;
  readonly factor: Fraction;
}

/** The n-th failure in a row takes the n-th factor, later ones the last; one factor holds from `in_a_row` on. */
export interface RepeatDocument {
  readonly verdict?: "at minimum" | "missed" | undefined;
  readonly in_a_row?: number | undefined;
  readonly factor?: Fraction | undefined;
  readonly factors?: readonly Fraction[] | undefined;
}

/** Where a person sets the flag, the awards of the month fall away and this is given instead. */
export interface OverrideDocument {
  readonly if: string;
  readonly gives: {
    readonly share?: Fraction | undefined;
    readonly of?: string | undefined;
    readonly amount?: Money | undefined;
  };
}

/** A weighted score of levels, by which rows can be picked. */
export interface ScoreDocument {
  readonly of: ById<Fraction>;
  readonly left_out?: "shared among the others" | "counts in full" | undefined;
}
