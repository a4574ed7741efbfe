import type { Day } from "../../time/civil.ts";
import type { Money } from "../quantity.ts";

/** What is paid for a service; its amounts are dated in themselves. */
export interface ChargeDocument {
  readonly title: string;
  readonly per: "month" | "quarter" | "year";
  readonly amounts: readonly ChargeAmount[];
  readonly services?: readonly string[] | undefined;
  /** The agreement it is paid under; the contract where none is written. */
  readonly under?: string | undefined;
  readonly kind?: "recurring" | "one-off" | "pass-through" | undefined;
}

export interface ChargeAmount {
  readonly from: Day;
  readonly amount: Money;
  readonly reason?: string | undefined;
}
