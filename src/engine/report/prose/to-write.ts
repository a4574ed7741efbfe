import type { ContractTerms, LevelTerms } from "../../agreement/terms.ts";

/** Level, contract, and the names of the terms that were written; all others are defaults. */
export interface ToWrite {
  readonly level: LevelTerms;
  readonly contract: ContractTerms;
  readonly written: ReadonlySet<string>;
}
