import type { ContractDocument } from "../engine/agreement/document/document.ts";
import { readAgreement } from "../wire/agreement/load.ts";
import type { Problem } from "../wire/agreement/problem.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { readMappings } from "../wire/mapping/read-mappings.ts";
import { readZone } from "../wire/zones.ts";
import { type ContractFile, contractFiles } from "./contract-files.ts";
import { shippedMappings } from "./shipped.ts";

/** A contract as its files say, with the mappings it brings and those that are shipped. */
export interface OpenedContract {
  /** Null where a problem is an error. */
  readonly document: ContractDocument | null;
  readonly problems: readonly Problem[];
  readonly mappings: ReadonlyMap<string, Mapping>;
  /** Files of what people stated that lie beside the contract. */
  readonly stated: readonly ContractFile[];
}

/** Opens a contract: a folder of YAML files or a single one. Throws only where nothing can be opened. */
export async function openContract(path: string): Promise<OpenedContract> {
  const files = await contractFiles(path);
  const { document, problems } = readAgreement(files.filter(isOfTheContract), {
    isZone: (id) => readZone(id) !== null,
  });
  const own = files.filter(holdsMappings).map(readMappings);
  const mappings = new Map([...(await shippedMappings()), ...own.flatMap((each) => Object.entries(each.mappings))]);
  const stated = files.filter((file) => !isOfTheContract(file));
  return { document, problems: [...problems, ...own.flatMap((each) => each.problems)], mappings, stated };
}

const holdsMappings = ({ text }: ContractFile): boolean => /^mappings:/m.test(text);

/** What people stated lies beside the records and is read with them. */
const isOfTheContract = ({ text }: ContractFile): boolean => !/^(relief|entered|disputes|credit_entries):/m.test(text);
