import { isStated } from "../../desk/contract-text.ts";
import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import type { TextFile } from "../../store/contracts/read-files.ts";
import type { Activity } from "../activity.ts";
import { approveAndSignAnAgreement } from "../agree/approve-and-sign-an-agreement.ts";
import { managePeopleAndRoles } from "../govern/manage-people-and-roles.ts";
import type { RoleCode } from "../rasci/roles.ts";
import { type DemonstrationPerson, demonstrationPeople } from "./demonstration-people.ts";
import { setUpTheContract } from "./set-up-the-contract.ts";
import { readWhole } from "./text/prepare-text.ts";

/** Does an activity to its end: somebody starts it, others approve it. Gives its output. */
export type Perform = <I, O, P>(activity: Activity<I, O, P>, input: I, by: Performers) => Promise<O>;

/** People by their ids. */
export interface Performers {
  readonly startedBy: string;
  readonly approvedBy: readonly string[];
}

export interface DemonstrationParts {
  readonly perform: Perform;
  /** The files of the contract, stated facts among them. */
  readonly files: readonly TextFile[];
  /** The person who founded the tenant; its provider is the supplier of the contract. */
  readonly administrator: string;
}

/**
 * Sets up the demonstration as people would: the provider's own come in and get their roles, the contract is set up,
 * the others come in, and each agreement is signed by both sides. Gives the contract's id.
 */
export async function setUpDemonstration({ perform, files, administrator }: DemonstrationParts): Promise<string> {
  const { document } = readWhole(files.filter((file) => !isStated(file)));
  const { id: contract, supplier } = document.contract;
  const people = demonstrationPeople(document);
  const [own, others] = [
    people.filter(({ party }) => party === supplier),
    people.filter((one) => one.party !== supplier),
  ];
  const admit = admitting(perform, administrator);
  await admit(own, null);
  const holder = (role: RoleCode): string => people.find(({ roles }) => roles.includes(role))?.person ?? "";
  const [CON, EXE, CA] = [holder("CON"), holder("EXE"), holder("CA")];
  await perform(setUpTheContract, { contract, files: [...files] }, { startedBy: CON, approvedBy: [EXE] });
  await admit(others, contract);
  await sign(perform, document, { startedBy: CON, approvedBy: [CA] });
  return contract;
}

/** Everybody comes in before anybody is asked about it: who is consulted gets the role last. */
const admitting =
  (perform: Perform, administrator: string) =>
  async (people: readonly DemonstrationPerson[], contract: string | null): Promise<void> => {
    const by = { startedBy: administrator, approvedBy: [] };
    for (const { person, name, email, party } of people) {
      await perform(managePeopleAndRoles, { do: "invite", person, name, email, party }, by);
    }
    const grants = people.flatMap(({ person, roles }) => roles.map((role) => ({ person, role })));
    const consulted = grants.filter(({ role }) => role === "EXE");
    for (const { person, role } of [...grants.filter((one) => !consulted.includes(one)), ...consulted]) {
      await perform(managePeopleAndRoles, { do: "grant", person, role, contract }, by);
    }
  };

async function sign(perform: Perform, { contract: { id }, agreements }: ContractDocument, by: Performers) {
  for (const [agreement, { title }] of Object.entries(agreements)) {
    const words = `Agreed as it stands: ${title}.`;
    await perform(approveAndSignAnAgreement, { contract: id, agreement, text_version: 1, words }, by);
  }
}
