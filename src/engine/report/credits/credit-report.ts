/** The credits of a month under one plan, in words and decimals, from the sum down to each step of each line. */
export interface CreditReport {
  readonly plan: string;
  /** `2026-03`, `March 2026` */
  readonly month: string;
  readonly label: string;
  readonly title: string;
  readonly clause: string | null;
  readonly agreement: string;
  readonly agreementTitle: string;
  /** Who credits whom. */
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly status: "owed" | "nothing owed" | "waiting for an amount" | "not claimed";
  /** `GBP 12 345.67 for two of nine service levels.` */
  readonly answer: string;
  /** What the lines come to after every limit, before what happened to it later. */
  readonly credit: MoneyLine;
  /** What is settled now, after waivers, disputes, credits won back and what earlier months carried. */
  readonly settled: MoneyLine;
  readonly bases: readonly BaseLine[];
  readonly weights: WeightSetLine | null;
  /** Every line that gives something, the dearest first; then failures that give nothing, with the reason. */
  readonly lines: readonly CreditLineReport[];
  /** From the sum of the lines to the credit: limits, minimum, offsets, rounding; only those that the plan has. */
  readonly afterwards: readonly CreditStep[];
  /** What became of it: waived, disputed, won back, carried, settled. */
  readonly settlement: readonly CreditStep[];
  /** Marks that rise by the plan's own rule. */
  readonly improvements: readonly string[];
  /** What people stated about this month: amounts entered, flags, claims, events. */
  readonly stated: readonly string[];
  /** Months of the contract year so far with what they gave, this one included. */
  readonly year: readonly { readonly month: string; readonly label: string; readonly credit: MoneyLine }[];
  /** Every stage of the calculation with exact numbers, for those who check it. */
  readonly trace: readonly StageLine[];
}

/** `12 345.67 GBP`; `value` is the decimal as it stands in files, `12345.67`. */
export interface MoneyLine {
  readonly text: string;
  readonly value: string;
}

export interface BaseLine {
  readonly name: string;
  readonly amount: MoneyLine | null;
  /** `Claims platform, running and support and 2 more, charges of the month of the miss` */
  readonly made: string;
}

/** The weights in force, with who set them, why and on which notice. */
export interface WeightSetLine {
  readonly since: string;
  readonly setBy: string;
  readonly noticeGiven: string;
  readonly reason: string;
  readonly divides: string;
  /** `100 %`, and the rule it keeps. */
  readonly total: string;
  readonly rule: string;
  readonly shares: readonly {
    readonly level: string;
    readonly levelTitle: string;
    readonly category: string | null;
    readonly share: string;
    /** The share as a decimal, 1 for 100 %. */
    readonly value: number;
  }[];
}

export interface CreditLineReport {
  readonly level: string;
  readonly levelTitle: string;
  readonly group: string | null;
  readonly state: string;
  readonly figure: string | null;
  /** What it comes to after every limit, in the smallest unit. */
  readonly amount: MoneyLine;
  /** What it gives before the limits of the month, exact: money, points or other units. */
  readonly gives: string;
  readonly steps: readonly CreditStep[];
  /** Why a failure gives nothing; null where it gives something. */
  readonly reason: string | null;
}

/** One rule with its sentence, and what stands after it. */
export interface CreditStep {
  readonly stage: number;
  readonly sentence: string;
  readonly gives: string;
  /** The exact number after the step, a decimal or a fraction. */
  readonly exact: string;
  /** What it does to the number before it, for those who reckon it again; absent: it stands as it is. */
  readonly does?: Doing;
}

/** A share of an amount, a product with the number before, or the least of it and a cap; numbers as in `exact`. */
export type Doing =
  | { readonly kind: "share"; readonly by: string; readonly of: string }
  | { readonly kind: "times"; readonly by: string }
  | { readonly kind: "at most"; readonly by: string };

export interface StageLine {
  readonly stage: number;
  readonly name: string;
  readonly rule: string;
  readonly inputs: string;
  readonly result: string;
}
