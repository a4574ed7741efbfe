import type { ContractDocument } from "../engine/agreement/document/document.ts";
import { readAgreement } from "../wire/agreement/load.ts";
import type { Problem } from "../wire/agreement/problem.ts";
import { readZone } from "../wire/zones.ts";
import type { ContractFile } from "./contract-files.ts";

/** What the files of a contract say, without the mappings. */
export interface ContractText {
  /** Null where a problem is an error. */
  readonly document: ContractDocument | null;
  readonly problems: readonly Problem[];
  /** Files of what people stated that lie beside the contract. */
  readonly stated: readonly ContractFile[];
}

/** Reads the files of a contract, wherever they were kept. */
export function contractText(files: readonly ContractFile[]): ContractText {
  const { document, problems } = readAgreement(
    files.filter((file) => !isStated(file)),
    {
      isZone: (id) => readZone(id) !== null,
    },
  );
  return { document, problems, stated: files.filter(isStated) };
}

/** True for a file of what people stated, which lies beside a contract and is no part of its text. */
export const isStated = ({ text }: ContractFile): boolean => /^(relief|entered|disputes|credit_entries):/m.test(text);
