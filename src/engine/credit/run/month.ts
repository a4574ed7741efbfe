import type { LevelTerms } from "../../agreement/terms.ts";
import type { Fraction } from "../../number/fraction.ts";
import type { Period } from "../../period/result.ts";
import type { CreditEntry } from "../entry.ts";
import type { CreditFacts } from "../facts.ts";
import type { LedgerEntry } from "../later/ledger.ts";
import type { CreditPlan } from "../plan/plan.ts";
import type { CreditStatement } from "../statement.ts";
import type { WrittenPlan } from "../written/written-plan.ts";

/** The credits of one month under one plan: as owed by its results, and what became of them. */
export interface CreditMonth {
  readonly written: WrittenPlan;
  readonly plan: CreditPlan;
  readonly levels: readonly LevelTerms[];
  readonly period: Period;
  readonly facts: CreditFacts;
  readonly statement: CreditStatement;
  /** What each line of the statement comes to, in the smallest unit; they add up to the credit. */
  readonly paid: readonly Fraction[];
  readonly entries: readonly CreditEntry[];
  /** Credits of earlier months that the supplier won back in this one. */
  readonly earnedBack: readonly EarnedBackLine[];
  /** What the bank of won-back credits holds after this month. */
  readonly bank: Fraction;
  readonly waived: Fraction;
  readonly disputed: Fraction;
  readonly settlement: MonthSettlement;
  readonly improvements: readonly ImprovementLine[];
  /** New entries of the ledger; those of all months add up to what is paid to the client. */
  readonly ledger: readonly LedgerEntry[];
}

export interface EarnedBackLine {
  readonly month: string;
  readonly level: string;
  readonly group: string | null;
  readonly credit: Fraction;
  readonly amount: Fraction;
  readonly average: Fraction | null;
}

/** Stage 18: what is due now, on which invoice, and what waits for the next one. */
export interface MonthSettlement {
  readonly way: "set off" | "cash payment" | "lapses" | "nothing due";
  /** `2026-04`, or `2026-Q2` */
  readonly on: string;
  readonly due: Fraction;
  readonly now: Fraction;
  readonly carried: Fraction;
}

/** A mark that rises by the plan's own rule, for the parties to write down. */
export interface ImprovementLine {
  readonly level: string;
  readonly mark: "expected" | "minimum";
  readonly from: Fraction;
  readonly to: Fraction;
  readonly average: Fraction;
}
