import type { Opening } from "../agreement/document/improvement.ts";

/** What follows from a service level, or from the credits of a plan, and why, in a sentence. */
export interface FollowLine {
  readonly trigger: string;
  readonly title: string;
  readonly opens: Opening;
  readonly agreement: string;
  /** Null where it follows from credits. */
  readonly level: string | null;
  /** The title of the service level, or of the credit plan. */
  readonly levelTitle: string;
  readonly group: string | null;
  readonly reason: string;
  /** The periods that made it, oldest first. */
  readonly periods: readonly string[];
  /** The credit plan it follows from, and the credit of the period that completed it, as `4 250.00 GBP`. */
  readonly plan?: { readonly id: string; readonly credit: string };
  /** Time in which it has to be done, as `5 business days`. */
  readonly within?: string;
  /** Notice with which a right is used, as `30 days`. */
  readonly notice?: string;
  /** The last day of the right, as `2026-08-29`. */
  readonly lastDay?: string;
}
