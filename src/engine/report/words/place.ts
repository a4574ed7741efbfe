import type { ContractTerms } from "../../agreement/terms.ts";
import type { Zone } from "../../time/zone.ts";

/** Whose names and whose clock the words use. */
export interface Place {
  readonly contract: ContractTerms;
  readonly zone: Zone;
}

/** A party, team, service or component by its name; the id where nothing has a name for it. */
export const nameOf = (id: string, contract: ContractTerms): string =>
  contract.names[id] ?? contract.catalogue[id]?.name ?? contract.windows[id]?.title ?? id;
