import type { Day } from "../../time/civil.ts";
import type { AmendmentDocument } from "../document/amendment.ts";
import type { ContractDocument } from "../document/document.ts";
import { type Block, blockOf, withBlock } from "./block.ts";
import { merge, without } from "./merge.ts";

/** An amendment with its id. */
export interface Amendment extends AmendmentDocument {
  readonly id: string;
}

/** The amendments of one document, or of all, in order of `effective`; of one day, as they are written. */
export function amendmentsOf(document: ContractDocument, amends: string | null = null): readonly Amendment[] {
  return Object.entries(document.amendments)
    .map(([id, amendment]) => ({ ...amendment, id }))
    .filter((amendment) => amends === null || amendment.amends === amends)
    .sort((a, b) => a.effective - b.effective);
}

/** The contract as in force on a day: every amendment effective by then laid over the signed text. */
export function documentAt(document: ContractDocument, at: Day): ContractDocument {
  return amendmentsOf(document)
    .filter(({ effective }) => effective <= at)
    .reduce(amended, document);
}

/** The contract after one more amendment; unchanged where the amendment names nothing. */
export function amended(document: ContractDocument, amendment: AmendmentDocument): ContractDocument {
  const block = blockOf(document, amendment.amends);
  return block === null ? document : withBlock(document, amendment.amends, amendedBlock(block, amendment));
}

/** Fields named in `changes` replace fields, `adds` are new, `removes` go. */
function amendedBlock(block: Block, { changes, adds, removes }: AmendmentDocument): Block {
  const merged = merge(merge(block, changes ?? {}), adds ?? {});
  return (removes === undefined ? merged : without(merged, removes)) as Block;
}
