import type { ContractDocument } from "../../agreement/document/document.ts";
import type { Texts } from "./changes-input.ts";

/** Names and titles by id of everything that the texts name; those after the change come first. */
export const namesIn = ({ before, after }: Texts): Readonly<Record<string, string>> => ({
  ...namesOf(before),
  ...namesOf(after),
});

function namesOf(document: ContractDocument): Readonly<Record<string, string>> {
  const { services, components, offerings } = document.catalogue;
  const titled = [document.agreements, document.charges, document.calendars, document.maintenance_windows];
  const named = [offerings, components, services, document.tools, document.parties, document.teams, document.people];
  return Object.fromEntries([
    ...titled.flatMap((entries) => Object.entries(entries).map(([id, { title }]) => [id, title] as const)),
    ...named.flatMap((entries) => Object.entries(entries ?? {}).map(([id, { name }]) => [id, name] as const)),
  ]);
}
