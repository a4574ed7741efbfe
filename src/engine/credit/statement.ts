import type { Finding } from "../finding/finding.ts";
import type { Fraction } from "../number/fraction.ts";
import type { State } from "./plan/level.ts";

/** What one stage did: the rule it obeyed, what went in and what came out, so that a person can check it. */
export interface TraceLine {
  readonly stage: number;
  readonly rule: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly result: Readonly<Record<string, string>>;
}

/** One rule on one line: what went in by name, and what the line gives after it; all exact. */
export interface LineStep {
  readonly stage: number;
  readonly rule: string;
  readonly inputs: Readonly<Record<string, Fraction>>;
  readonly words: Readonly<Record<string, string>>;
  readonly gives: Fraction;
}

/** One result of a level and what it gives; `given` is exact, in the award's unit. */
export interface CreditLine {
  readonly level: string;
  readonly group: string | null;
  readonly state: State;
  readonly event: string | null;
  readonly value: Fraction | null;
  readonly unit: "money" | "points" | "transactions" | "days";
  readonly given: Fraction;
  readonly share: Fraction | null;
  readonly row: string | null;
  /** How it came about, one entry a rule: the last `gives` is what the line gives. */
  readonly steps: readonly LineStep[];
  /** Whether this line is paid; a line another one stands in for is kept, at no money. */
  readonly paid: boolean;
}

/** The credits of one period, as they are owed, with every stage that led to them. */
export interface CreditStatement {
  /** Weights in force, by the names of levels and categories; shares, 1 for 100 %. */
  readonly weights: Readonly<Record<string, Fraction>>;
  readonly status: "computed" | "waiting for base" | "not claimed";
  readonly currency: string;
  readonly bases: Readonly<Record<string, Fraction>>;
  readonly lines: readonly CreditLine[];
  readonly points: Fraction;
  readonly pointsShare: Fraction | null;
  /** The money that the points became. */
  readonly pointsMoney: Fraction;
  /** Before any limit of the period, exact. */
  readonly computed: Fraction;
  /** What the period's limits took. */
  readonly lapsed: Fraction;
  readonly carried: Fraction;
  readonly offset: Fraction;
  /** What of the offset the bank gave; the rest is the bonus. */
  readonly fromBank: Fraction;
  /** What figures above an upper mark give, and what of it is paid to the supplier. */
  readonly bonus: Fraction;
  readonly bonusPaid: Fraction;
  /** Rounded once to the smallest unit of the currency. */
  readonly credit: Fraction;
  readonly exact: Fraction;
  readonly capped: boolean;
  /** The exact sum after each stage, by its number, from the sum of the lines on. */
  readonly after: Readonly<Record<number, Fraction>>;
  readonly trace: readonly TraceLine[];
  readonly findings: readonly Finding[];
}
