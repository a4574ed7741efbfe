import type { AgreementDocument } from "../../../engine/agreement/document/agreement.ts";
import type { ClockDocument } from "../../../engine/agreement/document/clock.ts";
import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import type { LevelDocument } from "../../../engine/agreement/document/level.ts";
import type { Selection } from "../../../engine/agreement/selection.ts";
import { type Kind, keys, many, one, type Reference } from "./references.ts";
import { each } from "./references-of-contract.ts";

/** The references of agreements and their levels. */
export function referencesOfAgreements(document: ContractDocument): readonly Reference[] {
  return each(document.agreements, ["agreements"], agreementReferences);
}

function agreementReferences(path: readonly string[], agreement: AgreementDocument): readonly Reference[] {
  return [
    ...one([...path, "provider"], agreement.provider, "provider"),
    ...one([...path, "customer"], agreement.customer, "provider"),
    ...one([...path, "owner"], agreement.owner, "person"),
    ...many([...path, "services"], agreement.services, "service"),
    ...many([...path, "signed_by"], agreement.signed_by, "person"),
    ...each(agreement.service_levels, [...path, "service_levels"], levelReferences),
  ];
}

function levelReferences(path: readonly string[], level: LevelDocument): readonly Reference[] {
  return [
    ...one([...path, "calendar"], level.calendar, "calendar"),
    ...one([...path, "source"], level.source, "tool"),
    ...many([...path, "services"], level.services, "service"),
    ...many([...path, "together", "of"], level.together?.of, "service"),
    ...many([...path, "agreed_downtime", "windows"], level.agreed_downtime?.windows, "window"),
    ...clockReferences([...path, "clock"], level.clock),
    ...selectionReferences([...path, "where"], level.where),
    ...selectionReferences([...path, "good"], level.good),
    ...(level.except ?? []).flatMap(({ where }, index) =>
      selectionReferences([...path, "except", String(index), "where"], where),
    ),
  ];
}

function clockReferences(path: readonly string[], clock: ClockDocument | undefined): readonly Reference[] {
  if (clock === undefined) return [];
  const tables = (["per_priority", "per_offering", "per_service", "per_site"] as const).flatMap((table) =>
    each(clock[table], [...path, table], (at, row) => one([...at, "calendar"], row.calendar, "calendar")),
  );
  return [
    ...one([...path, "calendar"], clock.calendar, "calendar"),
    ...many([...path, "pauses_while_waiting_for"], clock.pauses_while_waiting_for, "waiting"),
    ...keys([...path, "per_priority"], clock.per_priority, "priority"),
    ...keys([...path, "per_offering"], clock.per_offering, "offering"),
    ...keys([...path, "per_service"], clock.per_service, "service"),
    ...tables,
  ];
}

/** Fields of records whose values are ids of the contract. */
const fieldKinds: Readonly<Record<string, Kind>> = {
  service: "service",
  component: "component",
  priority: "priority",
  incident_priority: "priority",
  offering: "offering",
};

function selectionReferences(path: readonly string[], selection: Selection | undefined): readonly Reference[] {
  return Object.entries(selection ?? {}).flatMap(([field, condition]) => {
    const kind = Object.hasOwn(fieldKinds, field) ? fieldKinds[field] : undefined;
    if (kind === undefined || condition.kind === "mark") return [];
    return condition.values.map((id) => ({ path: [...path, field], id, kind }));
  });
}
