import type { Fraction } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";
import type { Money } from "../quantity.ts";
import type {
  BonusDocument,
  ClaimDocument,
  EarnBackDocument,
  ImproveDocument,
  SettledDocument,
} from "./credit-after.ts";
import type { AwardDocument, OverrideDocument, RepeatDocument, ScoreDocument } from "./credit-award.ts";
import type { LimitDocument, OneEventDocument, PointsOfPlan } from "./credit-limit.ts";
import type { WeightRulesDocument, WeightSetDocument } from "./credit-weight.ts";
import type { ById, Term } from "./written.ts";

/** What a miss costs, as data: names, numbers, references and words of closed lists. */
export interface CreditPlanDocument extends ClaimDocument {
  readonly title: string;
  readonly for: string;
  readonly from: Day;
  readonly until?: Day | undefined;
  readonly owner: string;
  readonly clause?: string | undefined;
  readonly approved_by?: readonly string[] | undefined;
  readonly currency?: string | undefined;
  readonly rates?: readonly RateDocument[] | undefined;
  readonly bases: ById<BaseDocument>;
  readonly categories?: ById<readonly string[]> | undefined;
  readonly weight_rules?: WeightRulesDocument | undefined;
  readonly weights?: readonly WeightSetDocument[] | undefined;
  readonly free_until?: ById<Day> | undefined;
  readonly undetermined?: "held" | "missed" | undefined;
  readonly held?: "held" | "missed" | undefined;
  readonly score?: ScoreDocument | undefined;
  readonly awards: readonly AwardDocument[];
  readonly points?: PointsOfPlan | undefined;
  readonly repeat?: RepeatDocument | undefined;
  readonly one_event?: OneEventDocument | undefined;
  readonly chosen_within?: Term | undefined;
  readonly exclusive_groups?: readonly (readonly string[])[] | undefined;
  readonly override?: OverrideDocument | undefined;
  readonly limits?: readonly LimitDocument[] | undefined;
  readonly earn_back?: EarnBackDocument | undefined;
  readonly bonus?: BonusDocument | undefined;
  readonly improve?: readonly ImproveDocument[] | undefined;
  readonly settled?: SettledDocument | undefined;
}

/** An amount that shares are taken of: charges of a month, another base, a sum, an amount that is stated or entered. */
export interface BaseDocument {
  readonly charges?: readonly string[] | undefined;
  readonly of?: string | undefined;
  readonly part?: "whole" | "failing service" | "failing component" | undefined;
  readonly share?: Fraction | undefined;
  readonly divided_by?: Fraction | undefined;
  readonly sum?: readonly string[] | undefined;
  readonly amount?: Money | undefined;
  readonly entered?: "each month" | undefined;
  readonly prorated?: "none" | "days" | undefined;
  readonly missing?: "held" | "month before" | undefined;
  readonly negative?: "zero" | "kept" | undefined;
}

/** What a unit of another currency is worth in the plan's, from a day on; converted at no other rate. */
export interface RateDocument {
  readonly of: string;
  readonly from: Day;
  readonly rate: Fraction;
  readonly source: string;
}
