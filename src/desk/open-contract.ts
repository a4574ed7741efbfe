import type { Mapping } from "../wire/mapping/mapping.ts";
import { readMappings } from "../wire/mapping/read-mappings.ts";
import { type ContractFile, contractFiles } from "./contract-files.ts";
import { type ContractText, contractText } from "./contract-text.ts";
import { shippedMappings } from "./shipped.ts";

/** A contract as its files say, with the mappings it brings and those that are shipped. */
export interface OpenedContract extends ContractText {
  readonly mappings: ReadonlyMap<string, Mapping>;
}

/** Opens a contract: a folder of YAML files or a single one. Throws only where nothing can be opened. */
export async function openContract(path: string): Promise<OpenedContract> {
  const files = await contractFiles(path);
  const { document, problems, stated } = contractText(files);
  const own = files.filter(holdsMappings).map(readMappings);
  const mappings = new Map([...(await shippedMappings()), ...own.flatMap((each) => Object.entries(each.mappings))]);
  return { document, problems: [...problems, ...own.flatMap((each) => each.problems)], mappings, stated };
}

const holdsMappings = ({ text }: ContractFile): boolean => /^mappings:/m.test(text);
