import type { Fraction } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";
import type { Allowed, Money } from "../quantity.ts";
import type { ById, Term } from "./written.ts";

/** What a miss costs. The shape only: its evaluation is a matter of the credit room. */
export interface CreditPlanDocument {
  readonly title: string;
  readonly for: string;
  readonly from: Day;
  readonly until?: Day | undefined;
  readonly owner: string;
  readonly clause?: string | undefined;
  readonly approved_by?: readonly string[] | undefined;
  readonly bases: ById<BaseDocument>;
  readonly weight_rules?: WeightRulesDocument | undefined;
  readonly weights?: readonly WeightSetDocument[] | undefined;
  readonly awards: readonly AwardDocument[];
  readonly points?: PointsOfPlan | undefined;
  readonly repeat?: RepeatDocument | undefined;
  readonly one_event?: "all" | "highest" | "first" | "client chooses" | undefined;
  readonly exclusive_groups?: readonly (readonly string[])[] | undefined;
  readonly override?: { readonly if: string; readonly gives: GivesDocument } | undefined;
  readonly limits?: readonly LimitDocument[] | undefined;
  readonly earn_back?: EarnBackDocument | undefined;
  readonly bonus?: BonusDocument | undefined;
  readonly settled?: SettledDocument | undefined;
  readonly claimed_within?: Term | undefined;
}

/** An amount that shares are taken of: charges of a month, another base, or a sum that is stated. */
export interface BaseDocument {
  readonly charges?: readonly string[] | undefined;
  readonly of?: string | undefined;
  readonly part?: "whole" | "failing service" | "failing component" | undefined;
  readonly share?: Fraction | undefined;
  readonly divided_by?: Fraction | undefined;
  readonly sum?: readonly string[] | undefined;
  readonly amount?: Money | undefined;
  readonly prorated?: "none" | "days" | undefined;
  readonly missing?: "held" | "month before" | undefined;
  readonly negative?: "zero" | "kept" | undefined;
}

/** A share of a base or of the level's weight. */
export interface ShareOf {
  readonly share: Fraction;
  readonly of: string;
}

export interface WeightRulesDocument {
  readonly divide: string;
  readonly total?: "exactly 100%" | "at most 100%" | undefined;
  readonly set_by?: "client" | "supplier" | "both" | undefined;
  readonly notice?: Term | undefined;
  readonly changes?: { readonly at_most: number; readonly per: "month" | "quarter" | "year" } | undefined;
}

export interface WeightSetDocument {
  readonly from: Day;
  readonly set_by: string;
  readonly notice_given: Day;
  readonly reason: string;
  readonly shares: ById<Fraction>;
}

export interface AwardDocument {
  readonly level?: string | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly verdict?: "at minimum" | "missed" | undefined;
  readonly counts?: CountsDocument | undefined;
  readonly gives: GivesDocument;
  readonly times?: readonly TimesDocument[] | undefined;
  readonly at_most?: ShareOf | Money | undefined;
}

/** An award that is given for a number of failures. */
export interface CountsDocument {
  readonly count: number;
  readonly of?: string | undefined;
  readonly within?: Term | undefined;
  readonly how?: "from the nth" | "every nth" | "in a row" | undefined;
}

/** Exactly one form. */
export interface GivesDocument {
  readonly share?: Fraction | undefined;
  readonly of?: string | undefined;
  readonly amount?: Money | undefined;
  readonly for_each?: "miss" | "record out of time" | undefined;
  readonly by?: string | undefined;
  readonly rows?: readonly GivesRow[] | undefined;
  readonly shortfall?: ShortfallDocument | undefined;
  readonly per_unit?: PerUnitDocument | undefined;
  readonly points?: Fraction | undefined;
  readonly entered?: "amount" | undefined;
}

/** A row holds from a figure, up to one, or for a word. */
export interface GivesRow {
  readonly from?: string | undefined;
  readonly upto?: string | undefined;
  readonly is?: string | undefined;
  readonly others?: "yes" | undefined;
  readonly share?: Fraction | undefined;
  readonly amount?: Money | undefined;
  readonly points?: Fraction | undefined;
}

export interface ShortfallDocument {
  readonly below?: "expected" | "minimum" | undefined;
  readonly step: Fraction;
  readonly partial?: "whole steps" | "started steps" | "linear" | undefined;
  readonly share?: Fraction | undefined;
  readonly amount?: Money | undefined;
}

export interface PerUnitDocument {
  readonly count: string;
  readonly size: Allowed | Fraction;
  readonly partial?: "whole steps" | "started steps" | "linear" | undefined;
  readonly share?: Fraction | undefined;
  readonly amount?: Money | undefined;
  readonly points?: Fraction | undefined;
}

/** A factor on an award: plain, for a flag set by a person, or by a fact of the failure. */
export interface TimesDocument {
  readonly factor?: Fraction | undefined;
  readonly flag?: string | undefined;
  readonly by?: string | undefined;
  readonly over?: string | undefined;
  readonly rows?: readonly GivesRow[] | undefined;
}

export interface PointsOfPlan {
  readonly money_each?: Money | undefined;
  readonly share_each?: ShareOf | undefined;
  readonly rows?: readonly GivesRow[] | undefined;
  readonly free?: Fraction | undefined;
  readonly bands?: readonly { readonly upto?: Fraction | undefined; readonly factor: Fraction }[] | undefined;
}

export interface RepeatDocument {
  readonly verdict?: "at minimum" | "missed" | undefined;
  readonly in_a_row: number;
  readonly factor: Fraction;
}

export interface LimitDocument {
  readonly per: "miss" | "level" | "service" | "month" | "quarter" | "year" | "contract year";
  readonly at_most?: ShareOf | Money | undefined;
  readonly at_least?: Money | undefined;
  readonly excess?: "lapses" | "carried" | undefined;
  readonly below?: "lapses" | "raised" | undefined;
}

export interface EarnBackDocument {
  readonly share: Fraction;
  readonly when: "met" | "exceeded" | "no credits" | "average at expected";
  readonly in_a_row: number;
  readonly not_for?: readonly string[] | undefined;
  readonly to?: "refund" | "bank" | undefined;
}

export interface BonusDocument {
  readonly above: Fraction;
  readonly step?: Fraction | undefined;
  readonly share?: Fraction | undefined;
  readonly of?: string | undefined;
  readonly amount?: Money | undefined;
  readonly at_most?: ShareOf | Money | undefined;
  readonly used?: "offset" | "paid" | undefined;
}

export interface SettledDocument {
  readonly on?: "next invoice" | "next quarter" | undefined;
  readonly at_the_end?: "paid in cash" | "lapses" | undefined;
}
