import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { levelTerms } from "../../engine/agreement/resolve/level-terms.ts";
import { versionsOf } from "../../engine/agreement/resolve/versions.ts";
import type { RecordKind } from "../../engine/agreement/words.ts";
import { askedBy, type ColumnsAsked } from "./column-source.ts";

/** What all levels of a contract, in all its versions, could ask of the columns of one kind of record. */
export function askedOf(document: ContractDocument, kind: RecordKind): ColumnsAsked {
  const levels = Object.keys(document.agreements).flatMap((id) =>
    versionsOf(document, id).flatMap(({ version }) => levelTerms(document, id, version.from)),
  );
  return askedBy(levels.filter(({ of, measure }) => of === kind && measure === "share in time"));
}
