import { isStated } from "../../../desk/contract-text.ts";
import { statedFacts } from "../../../desk/stated-facts.ts";
import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { loadMappings } from "../../../store/contracts/mappings.ts";
import { inOrder, type TextFile } from "../../../store/contracts/read-files.ts";
import type { StatedRow } from "../../../store/contracts/stated-facts.ts";
import { loadParties, type Party } from "../../../store/people/parties.ts";
import type { Problem } from "../../../wire/agreement/problem.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { Preparing } from "../../activity.ts";
import { isSameMapping } from "../same-mapping.ts";
import { readWhole } from "../text/prepare-text.ts";
import { partiesOf, refuseParties } from "./parties-of.ts";
import { statedRows } from "./stated-rows.ts";

/** A contract that was read from its files, and the rows that follow from them. */
export interface PreparedContract {
  readonly document: ContractDocument;
  readonly files: readonly TextFile[];
  readonly parties: readonly Party[];
  /** Its own mappings that the tenant does not have. */
  readonly mappings: readonly { readonly mapping: string; readonly file: TextFile }[];
  readonly stated: readonly Pick<StatedRow, "id" | "list" | "entry">[];
  readonly warnings: readonly Problem[];
}

/** Reads the files. Refused where one has an error, or where they do not fit to what the tenant has. */
export async function prepareContract(
  read: Preparing["read"],
  { contract, files }: { readonly contract: string; readonly files: readonly TextFile[] },
): Promise<PreparedContract> {
  const names = files.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Refusal("file-twice", `${twice} is given twice. Give each file once.`);
  const [text, stated] = [inOrder(files.filter((file) => !isStated(file))), inOrder(files.filter(isStated))];
  const { document, warnings, mappings } = readWhole(text);
  if (document.contract.id !== contract) {
    throw new Refusal("other-contract", `The files are of ${document.contract.id}, not of ${contract}.`);
  }
  const facts = statedFacts(document, stated);
  const parties = partiesOf(document);
  const known = await read(async (unit) => ({
    parties: await unit.asSystem(loadParties),
    mappings: await unit.asSystem(loadMappings),
  }));
  refuseParties(parties, known.parties);
  const own = [...mappings].map(([mapping, file]) => ({ mapping, file }));
  const others = own.filter(({ mapping }) => known.mappings.some((one) => one.mapping === mapping));
  for (const { mapping, file } of others) {
    if (!isSameMapping(mapping, file, known.mappings)) {
      throw new Refusal(
        "mapping-is-there",
        `There is another mapping ${mapping}. Give that of ${contract} another id.`,
      );
    }
  }
  return {
    ...{ document, files: text, parties },
    mappings: own.filter((one) => !others.includes(one)),
    stated: stated.flatMap(statedRows),
    warnings: [...warnings, ...facts.warnings],
  };
}
