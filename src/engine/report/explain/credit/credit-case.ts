import type { ContractDocument } from "../../../agreement/document/document.ts";
import type { CreditMonth } from "../../../credit/run/month.ts";
import type { CreditLine } from "../../../credit/statement.ts";
import type { Derivation } from "../derivation.ts";

/** Bases already opened in the tree: a base used again points to the first place. */
export type OpenedBases = Map<string, Derivation>;

/** A month whose credit is opened, with what its tree is made from. */
export interface CreditCase {
  readonly month: CreditMonth;
  /** The contract as in force in the month. */
  readonly contract: ContractDocument;
  /** Months of the plan before it, which caps of a year, the bank and what is carried look back to. */
  readonly before: readonly CreditMonth[];
  readonly opened: OpenedBases;
  /** Lines already opened, for caps that count what others used. */
  readonly lines: Map<CreditLine, Derivation>;
}
