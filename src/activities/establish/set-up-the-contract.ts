import { z } from "zod";
import { addContract, loadContract } from "../../store/contracts/contracts.ts";
import { addMappings } from "../../store/contracts/mappings.ts";
import { addStated } from "../../store/contracts/stated-facts.ts";
import { addText } from "../../store/contracts/texts.ts";
import type { Unit } from "../../store/gate.ts";
import { addParties } from "../../store/people/parties.ts";
import { Refusal } from "../../wire/refusal.ts";
import { activity } from "../activity.ts";
import { prepareContract } from "./set-up/prepare-contract.ts";
import { saveDrafts } from "./text/save-text.ts";
import { newText, someFiles } from "./text/text-shapes.ts";

const input = z.strictObject({
  /** The id that the files give the contract. */
  contract: z.string().min(1),
  files: someFiles,
});

/**
 * Makes a contract from the files of its folder: parties, agreements as drafts, the first version of its text, its own
 * mappings, and what people had stated about it.
 */
export const setUpTheContract = activity({
  name: "set up the contract",
  summary: "Sets up a contract from files of YAML, with its parties, its agreements as drafts, and its mappings.",
  path: "/contracts",
  input,
  output: newText,
  // Roles for all contracts count: the contract is not there yet.
  refusals: [
    "contract-is-there",
    "file-twice",
    "contract-has-errors",
    "other-contract",
    "stated-facts-have-errors",
    "party-of-other-kind",
    "other-provider",
    "mapping-is-there",
  ],
  about: ({ contract }) => ({ contract: null, subject: contract }),
  rule: ({ unit }, { contract }) => isNew(unit, contract),
  prepare: ({ read }, asked) => prepareContract(read, asked),
  work: ({ unit, now, startedBy, note }, { contract }, prepared) =>
    unit.asSystem(async (system) => {
      await isNew(system, contract);
      const { document, parties, files, mappings, stated, warnings } = prepared;
      const by = startedBy.person;
      const head = { version: 1, note: "as set up", at: now, by };
      await addParties(system, parties);
      await addContract(system, document, now);
      await addText(system, contract, { ...head, files, document });
      const to_sign = await saveDrafts(system, { before: null, after: document }, head);
      await addMappings(
        system,
        mappings.map(({ mapping, file }) => ({ mapping, version: 1, file, at: now, by })),
      );
      await addStated(
        system,
        contract,
        stated.map((row) => ({ ...row, learned: now, by })),
      );
      note({ parties: parties.map(({ party }) => party), mappings: mappings.map(({ mapping }) => mapping), to_sign });
      return { contract, version: 1, to_sign, warnings: [...warnings] };
    }),
});

const isNew = (unit: Unit, contract: string): Promise<void> =>
  unit.asSystem(async (system) => {
    if ((await loadContract(system, contract)) === null) return;
    throw new Refusal("contract-is-there", `${contract} was set up before. Change its text, or use another id.`);
  });
