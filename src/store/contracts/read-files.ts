import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { readAgreement } from "../../wire/agreement/load.ts";
import type { Problem } from "../../wire/agreement/problem.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";
import { readZone } from "../../wire/zones.ts";
import { canonical, sha256 } from "../canonical.ts";

/** A file of a contract: its name as problems show it, and its text. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** What files say: the contract, with every problem; a null document where one of them is an error. */
export interface ReadText {
  readonly document: ContractDocument | null;
  readonly problems: readonly Problem[];
  /** Where each mapping of the contract is written. */
  readonly mappings: ReadonlyMap<string, TextFile>;
}

/** Reads the files of a contract in the order of their names, as a folder of them is read. Never throws on any text. */
export function readFiles(files: readonly TextFile[]): ReadText {
  const text = inOrder(files);
  const { document, problems } = readAgreement(text, { isZone: (id) => readZone(id) !== null });
  const own = text.filter(holdsMappings).map((file) => ({ file, read: readMappings(file) }));
  const all = [...problems, ...own.flatMap(({ read }) => read.problems)];
  const isBroken = all.some(({ weight }) => weight === "error");
  const mappings = own.flatMap(({ file, read }) => Object.keys(read.mappings).map((id) => [id, file] as const));
  return { document: isBroken ? null : document, problems: all, mappings: new Map(mappings) };
}

/** The files in the order of their names. */
export const inOrder = <F extends TextFile>(files: readonly F[]): readonly F[] =>
  [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

const holdsMappings = ({ text }: TextFile): boolean => /^mappings:/m.test(text);

const kept = new Map<string, ContractDocument>();
const mostKept = 64;

/**
 * The document of files that were read without an error before. The stored JSON is for looking things up: exact
 * numbers, and the order of names, do not survive in it. So the files are read again, once while they are in use.
 */
export function documentOf(files: readonly TextFile[]): ContractDocument {
  const key = sha256(canonical(files));
  const found = kept.get(key) ?? readFiles(files).document;
  if (found === null) throw new Error("a stored contract cannot be read by this version of the program");
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return found;
}
