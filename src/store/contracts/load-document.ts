import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import type { Unit } from "../gate.ts";
import { documentOf, type TextFile } from "./read-files.ts";

/** The files of a version of a contract's text; null where there is none to be seen. */
export async function loadFiles(
  { db, who }: Unit,
  contract: string,
  version: number,
): Promise<readonly TextFile[] | null> {
  const found = await db
    .selectFrom("contract_texts")
    .select("files")
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .where("version", "=", version)
    .executeTakeFirst();
  return found === undefined ? null : (found.files as readonly TextFile[]);
}

/** A version of a contract as a value, equal to what the desk reads of the same files. Throws where there is none. */
export async function loadDocument(unit: Unit, contract: string, version: number): Promise<ContractDocument> {
  const files = await loadFiles(unit, contract, version);
  if (files === null) throw new Error(`there is no version ${version} of the text of ${contract}`);
  return documentOf(files);
}
