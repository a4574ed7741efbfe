import type { CatalogueSection, DependencyDocument } from "../../../engine/agreement/document/catalogue.ts";
import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import type { ById } from "../../../engine/agreement/document/written.ts";
import { many, one, type Reference } from "./references.ts";

/** The references of everything that is not an agreement, a credit plan or a consequence. */
export function referencesOfContract(document: ContractDocument): readonly Reference[] {
  const { contract, parties: _, ...rest } = document;
  return [
    ...one(["contract", "client"], contract.client, "party"),
    ...one(["contract", "supplier"], contract.supplier, "party"),
    ...each(rest.teams, ["teams"], (path, team) => [
      ...one([...path, "of"], team.of, "party"),
      ...one([...path, "lead"], team.lead, "person"),
    ]),
    ...each(rest.people, ["people"], (path, person) => one([...path, "of"], person.of, "provider")),
    ...each(rest.tools, ["tools"], (path, tool) => one([...path, "owner"], tool.owner, "person")),
    ...each(rest.charges, ["charges"], (path, charge) => [
      ...many([...path, "services"], charge.services, "service"),
      ...one([...path, "under"], charge.under, "agreement"),
    ]),
    ...each(rest.calendars, ["calendars"], (path, calendar) => [
      ...many([...path, "joins"], calendar.joins, "calendar"),
      ...many([...path, "holidays"], calendar.holidays, "holiday"),
    ]),
    ...each(rest.maintenance_windows, ["maintenance_windows"], (path, window) =>
      many([...path, "services"], window.services, "service"),
    ),
    ...catalogueReferences(rest.catalogue),
  ];
}

function catalogueReferences({ services, components, offerings }: CatalogueSection): readonly Reference[] {
  return [
    ...each(services, ["catalogue", "services"], (path, service) => [
      ...one([...path, "owner"], service.owner, "person"),
      ...one([...path, "calendar"], service.calendar, "calendar"),
      ...dependencies(path, service.depends_on),
    ]),
    ...each(components, ["catalogue", "components"], (path, component) => [
      ...one([...path, "provided_by"], component.provided_by, "provider"),
      ...one([...path, "part_of"], component.part_of, "service"),
      ...dependencies(path, component.depends_on),
    ]),
    ...each(offerings, ["catalogue", "offerings"], (path, offering) =>
      one([...path, "service"], offering.service, "main service"),
    ),
  ];
}

function dependencies(path: readonly string[], all: readonly DependencyDocument[] | undefined): readonly Reference[] {
  return (all ?? []).flatMap((dependency, index) =>
    typeof dependency === "string"
      ? [{ path: [...path, "depends_on", String(index)], id: dependency, kind: "service" as const }]
      : many([...path, "depends_on", String(index), "of"], dependency.of, "service"),
  );
}

/** The references of every entry under a section. */
export function each<T>(
  entries: ById<T> | undefined,
  section: readonly string[],
  references: (path: readonly string[], entry: T) => readonly Reference[],
): readonly Reference[] {
  return Object.entries(entries ?? {}).flatMap(([id, entry]) => references([...section, id], entry));
}
