import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { isRole, type RoleCode, roleCodes, roles } from "../rasci/roles.ts";

/** A person of the demonstration with the roles to be given. Everybody in it is invented. */
export interface DemonstrationPerson {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly party: string;
  readonly roles: readonly RoleCode[];
}

/** Who began the demonstration, and who fills the roles that its contract names nobody for. */
export const demonstrationAdministrator = {
  person: "ada-kestrel",
  name: "Ada Kestrel",
  email: "ada-kestrel@example.com",
} as const;

/** The people whom the contract names, by the roles it gives them, and those who fill the other roles. */
export function demonstrationPeople({ people, contract }: ContractDocument): readonly DemonstrationPerson[] {
  const named = Object.entries(people).map(([person, { name, of, roles: words, email }]) => {
    const held = [...new Set(words.flatMap(roleOf))];
    return { person, name, email: email ?? `${person}@example.com`, party: of, roles: held };
  });
  const others = more.map(({ person, party, ...rest }) => {
    return { ...rest, person, party: party ?? contract.supplier, email: `${person}@example.com` };
  });
  return [...named, ...others];
}

const more: readonly (Pick<DemonstrationPerson, "person" | "name" | "roles"> & { readonly party?: string })[] = [
  { person: "ottilie-barden", name: "Ottilie Barden", roles: ["PO"] },
  { person: "joss-merrick", name: "Joss Merrick", roles: ["SD"] },
  { person: "tobias-wren", name: "Tobias Wren", roles: ["FIN"] },
  { person: "rune-castellan", name: "Rune Castellan", roles: ["AUD"] },
  { person: "cerys-maddox", name: "Cerys Maddox", roles: ["TL"], party: "platform" },
];

/** A role by the words of a contract; a manager of a kind of record is the process manager. */
function roleOf(words: string): readonly RoleCode[] {
  if (/^(incident|problem|change|release|request|availability|capacity) manager$/.test(words)) return ["PM"];
  if (words === "team lead") return ["TL"];
  const code = roleCodes.find((each) => isRole(each) && roles[each].title === words);
  return code === undefined ? [] : [code];
}
