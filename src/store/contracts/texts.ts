import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { canonical, sha256 } from "../canonical.ts";
import { termsMayChange } from "../clocks/clock-terms.ts";
import type { Unit } from "../gate.ts";
import type { TextFile } from "./read-files.ts";

/** A version of a contract's text without the text. */
export interface TextHead {
  readonly version: number;
  /** Of the canonical form of its document. */
  readonly sha256: string;
  readonly note: string;
  readonly at: number;
  readonly by: string;
}

/** A version of a contract's text: its files, and the document as JSON to look things up in. */
export interface Text extends TextHead {
  readonly files: readonly TextFile[];
  readonly document: unknown;
}

/** Adds a version of a contract's text. */
export async function addText(
  unit: Unit,
  contract: string,
  text: Pick<TextHead, "version" | "note" | "at" | "by"> & {
    readonly files: readonly TextFile[];
    readonly document: ContractDocument;
  },
): Promise<void> {
  const { db, who } = unit;
  const document = canonical(text.document);
  await db
    .insertInto("contract_texts")
    .values({
      tenant_id: who.tenant,
      contract_id: contract,
      version: text.version,
      files: JSON.stringify(text.files),
      document,
      sha256: sha256(document),
      note: text.note,
      at: text.at,
      by_person: text.by,
    })
    .execute();
  await termsMayChange(unit, contract, text.at);
}

/** All versions of a contract's text, the first one first. */
export const loadTextHeads = (unit: Unit, contract: string): Promise<readonly TextHead[]> =>
  heads(unit, contract).orderBy("version").execute();

/** One version with its files and its document; null where there is none to be seen. */
export async function loadText(unit: Unit, contract: string, version: number): Promise<Text | null> {
  const found = await heads(unit, contract)
    .select(["files", "document"])
    .where("version", "=", version)
    .executeTakeFirst();
  return found === undefined ? null : { ...found, files: found.files as readonly TextFile[] };
}

/** The number of the latest version; 0 where there is none. */
export async function latestVersion({ db, who }: Unit, contract: string): Promise<number> {
  const found = await db
    .selectFrom("contract_texts")
    .select((row) => row.fn.max("version").as("version"))
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .executeTakeFirst();
  return found?.version ?? 0;
}

const heads = ({ db, who }: Unit, contract: string) =>
  db
    .selectFrom("contract_texts")
    .select(["version", "sha256", "note", "at", "by_person as by"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract);
