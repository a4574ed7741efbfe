import type { Money } from "../agreement/quantity.ts";
import type { Fraction } from "../number/fraction.ts";
import type { SourceRef } from "../source/source.ts";
import type { Day } from "../time/civil.ts";
import type { FactName } from "./plan/fact-name.ts";

/** What a person stated about the credits of a month: who, when and why are part of it. */
export interface CreditEntry {
  readonly id: string;
  readonly plan: string;
  /** `2026-03` */
  readonly month: string;
  /** `agreement/level`; null: the month as a whole. */
  readonly level: string | null;
  readonly group: string | null;
  readonly said: Said;
  readonly by: string;
  readonly on: Day;
  readonly reason: string;
  readonly source: SourceRef;
}

/** What was said. */
export type Said =
  /** The amount of a base of this month, such as an invoice. */
  | { readonly kind: "base"; readonly base: string; readonly amount: Money }
  /** The credit of a level whose amount is entered. */
  | { readonly kind: "amount"; readonly amount: Money }
  | {
      readonly kind: "facts";
      readonly facts: Readonly<Partial<Record<FactName, Fraction>>>;
      readonly words: Readonly<Partial<Record<FactName, string>>>;
    }
  | { readonly kind: "flag"; readonly flag: string }
  | { readonly kind: "claim" }
  /** These levels failed by one event; the client may choose the one that counts. */
  | {
      readonly kind: "event";
      readonly event: string;
      readonly levels: readonly string[];
      readonly chosen: string | null;
    }
  /** The client gives up an amount, or all of it where none is named; the failure stays. */
  | { readonly kind: "waiver"; readonly amount: Money | null }
  /** The credit of a level is disputed: what is not goes on. */
  | { readonly kind: "dispute" };
