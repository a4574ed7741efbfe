import type { ContractDocument } from "../../agreement/document/document.ts";
import type { ContractTerms } from "../../agreement/terms.ts";
import type { Day } from "../../time/civil.ts";

/** What changes are looked for in: the contract with its amendments, and the days of the period that is reported. */
export interface ChangesInput {
  readonly document: ContractDocument;
  /** The terms of a text of the contract that has no amendments of its own. */
  readonly contractOf: (text: ContractDocument) => ContractTerms;
  readonly first: Day;
  readonly last: Day;
  /** The first day of the period before. */
  readonly previous: Day;
}

/** A text of the contract before a change and after it, neither with amendments of its own. */
export interface Texts {
  readonly before: ContractDocument;
  readonly after: ContractDocument;
}
