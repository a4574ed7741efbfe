import type { Day } from "../../time/civil.ts";
import type { ById } from "./written.ts";

/**
 * A signed change of one document. `changes` and `adds` hold parts of the block that `amends` names, read by the
 * schema of that block; a map merges by key, any other value is replaced whole.
 */
export interface AmendmentDocument {
  /** An agreement, a credit plan, or one of the five blocks of a contract. */
  readonly amends: string;
  readonly effective: Day;
  readonly signed: Day;
  readonly signed_by: readonly string[];
  readonly reason: string;
  readonly applies_to?: "new records" | "open records too" | "all records of the period" | undefined;
  readonly changes?: ById<unknown> | undefined;
  readonly adds?: ById<unknown> | undefined;
  readonly removes?: Removes | undefined;
}

/** Names of entries or fields that go, along the way to them. */
export type Removes = readonly string[] | { readonly [name: string]: Removes };

/** Parts of a contract that an amendment can name beside agreements and credit plans. */
export type BlockName = "contract" | "calendars" | "catalogue" | "improvement" | "reviews";

export const blockNames: readonly BlockName[] = ["contract", "calendars", "catalogue", "improvement", "reviews"];
