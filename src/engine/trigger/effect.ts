import type { Opening } from "../agreement/document/improvement.ts";
import type { Term } from "../agreement/document/written.ts";
import type { Allowed, Mark, Money, Quantity, Unit } from "../agreement/quantity.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import type { Verdict } from "../agreement/words.ts";
import type { Fraction } from "../number/fraction.ts";
import type { Period } from "../period/result.ts";
import type { Day } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import type { PlanName } from "./trigger.ts";

/** Something that follows, as data. `periods` made it, oldest first; the last of them completed it. */
export interface Effect extends Completion {
  readonly trigger: string;
  readonly title: string;
  readonly opens: Opening;
  /** Time in which it has to be done. */
  readonly within: Allowed | null;
  /** Notice with which a right is used. */
  readonly notice: Term | null;
  /** The last day on which the right can be used; null: it is not lost. */
  readonly lastDay: Day | null;
}

/** That a trigger was completed: by what, when and why. */
export interface Completion {
  readonly about: About;
  readonly why: Why;
  readonly periods: readonly Period[];
  /** The end of the last period, or of the outage that completed it. */
  readonly at: Instant;
}

/** The level that was looked at, by the terms of the newest of the periods, or the credit plan. */
export type About =
  | { readonly kind: "level"; readonly level: LevelTerms; readonly group: string | null }
  | { readonly kind: "plan"; readonly plan: PlanName };

/** What was counted: so many one after the other, or so many among the newest. */
export interface Counted {
  readonly kind: "in a row" | "times";
  readonly times: number;
  readonly outOf: number;
}

/** The figure of a period. */
export interface Figured {
  readonly period: Period;
  readonly unit: Unit;
  readonly figure: Fraction;
}

/** How far the newest figure is from a mark, where that is less than agreed. */
export interface Nearness {
  readonly mark: Mark;
  readonly distance: Fraction;
  readonly than: Quantity;
}

/** The loss of one outage, as far as it lies in the window. */
export interface Lost {
  readonly record: string;
  readonly seconds: Fraction;
}

/** The figures that completed a trigger. */
export type Why =
  | { readonly kind: "verdict"; readonly verdict: Verdict; readonly counted: Counted }
  | {
      readonly kind: "worse";
      readonly figures: readonly Figured[];
      readonly times: number;
      readonly near: Nearness | null;
    }
  | {
      readonly kind: "line";
      readonly figures: readonly Figured[];
      /** By how much the line changes from one period to the next. */
      readonly slope: Fraction;
      readonly reaches: Quantity;
      /** In so many periods from the newest on; 0: the line is there already. */
      readonly steps: Fraction;
      readonly within: Term | { readonly kind: "periods"; readonly count: number };
      readonly near: Nearness | null;
    }
  | { readonly kind: "reached"; readonly figures: readonly Figured[]; readonly reaches: Quantity }
  | {
      readonly kind: "average";
      readonly figures: readonly Figured[];
      readonly mean: Fraction;
      readonly side: "below" | "above";
      readonly mark: Quantity;
    }
  | {
      readonly kind: "chronic";
      readonly window: Span;
      readonly within: Term;
      readonly lost: readonly Lost[];
      /** Seconds in which the service was down; outages at the same time count once. */
      readonly total: Fraction;
      readonly asked: { readonly outages: number } | { readonly downtime: Mark };
    }
  | {
      readonly kind: "credits";
      readonly months: readonly CreditFigure[];
      readonly atLeast: { readonly share: Fraction; readonly of: string } | Money | null;
      readonly counted: Counted;
    }
  | { readonly kind: "limit"; readonly months: readonly CreditFigure[]; readonly counted: Counted };

/** The credit of a month, and the base that a share of it was held against. */
export interface CreditFigure {
  readonly period: Period;
  readonly credit: Money;
  readonly base: Money | null;
}
