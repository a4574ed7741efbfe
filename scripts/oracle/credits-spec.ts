/** A credit plan as plain words and numbers, from which both its text and the second reckoning are made. */
export interface Spec {
  readonly charges: { readonly first: number; readonly later: number; readonly laterFrom: string };
  readonly awards: readonly AwardSpec[];
  readonly weights: WeightSpec | null;
  readonly repeat: { readonly verdict: Verdict | null; readonly factors: readonly number[] } | null;
  readonly event: "all" | "highest" | "first" | "client chooses";
  readonly limits: readonly LimitSpec[];
  readonly points: PointsSpec;
  readonly override: { readonly share: number } | null;
  readonly bonus: {
    readonly above: number;
    readonly step: number;
    readonly amount: number;
    readonly paid: boolean;
  } | null;
}

export type Verdict = "at minimum" | "missed";
export type Level = (typeof levels)[number];
export const levels = ["uptime", "repair", "calls", "errors", "circuit"] as const;

/** Hundredths of a percent, and whether more is better; null: no such mark. */
export const marks: Readonly<Record<Level, { expected: number; minimum: number | null; lower?: true }>> = {
  uptime: { expected: 9990, minimum: 9950 },
  repair: { expected: 9500, minimum: 9000 },
  calls: { expected: 9000, minimum: null },
  errors: { expected: 500, minimum: null, lower: true },
  circuit: { expected: 9990, minimum: null },
};

export interface AwardSpec {
  readonly level: Level | null;
  readonly verdict: Verdict | null;
  readonly form: Form;
  readonly factor: number | null;
  readonly flag: number | null;
  readonly atMost: number | null;
  readonly counts: { readonly count: number; readonly months: number; readonly every: boolean } | null;
}

/** Shares in percent, amounts in pounds; edges and steps in hundredths of a percent. */
export type Form =
  | { readonly kind: "share" | "part"; readonly share: number }
  | { readonly kind: "amount" | "points"; readonly give: number }
  | { readonly kind: "weight"; readonly share: number }
  | { readonly kind: "rows"; readonly edge: number; readonly good: number; readonly bad: number }
  | { readonly kind: "shortfall"; readonly step: number; readonly give: number; readonly partial: Partial }
  | { readonly kind: "per unit"; readonly size: number; readonly give: number; readonly partial: Partial }
  | { readonly kind: "bands"; readonly upto: number; readonly low: number; readonly high: number };
export type Partial = "whole steps" | "started steps" | "linear";

export interface WeightSpec {
  readonly later: string;
  readonly byDays: boolean;
  readonly first: Readonly<Record<Level, number>>;
  readonly second: Readonly<Record<Level, number>>;
  /** Shares of the categories, where they have any. */
  readonly categories: readonly [number, number] | null;
}

export type LimitSpec =
  | {
      readonly per: "miss" | "level" | "service" | "category" | "month" | "quarter" | "year" | "contract year";
      readonly share: number | null;
      readonly amount: number;
      readonly carried: boolean;
    }
  | { readonly per: "minimum"; readonly amount: number; readonly raised: boolean };

export type PointsSpec =
  | { readonly kind: "money"; readonly each: number; readonly free: number }
  | { readonly kind: "share"; readonly each: number; readonly free: number }
  | { readonly kind: "rows"; readonly edge: number; readonly share: number }
  | {
      readonly kind: "bands";
      readonly each: number;
      readonly upto: number;
      readonly free: number;
      readonly high: number;
    };

/** What one month hears: figures in hundredths of a percent, or words; what people stated. */
export interface MonthSpec {
  readonly figures: Readonly<Record<Exclude<Level, "circuit">, Heard>>;
  readonly circuits: readonly [Heard, Heard];
  readonly minutes: number;
  readonly event: { readonly levels: readonly Level[]; readonly chosen: Level } | null;
  readonly flagged: readonly ("crisis" | "peak")[];
}
export type Heard = number | "not rated" | "held";
