import { personalOf } from "../../intake/intake.ts";
import { loadMappings, type OwnMapping } from "../../store/contracts/mappings.ts";
import type { Unit } from "../../store/gate.ts";
import { readMappings } from "../../wire/mapping/read-mappings.ts";
import { hidePersons } from "./hide-persons.ts";
import type { ToldRecord } from "./take-events.ts";

/** By tool, the fields that a mapping of the tenant marks as naming persons. */
export type PersonalFields = ReadonlyMap<string, readonly string[]>;

/** Reads them from the tenant's mappings. */
export async function personalFields(unit: Unit): Promise<PersonalFields> {
  const own = await unit.asSystem(loadMappings);
  const key = JSON.stringify(own.map(({ mapping, version }) => [mapping, version]));
  const known = kept.get(unit.who.tenant);
  if (known?.key === key) return known.fields;
  const fields = fieldsOf(own);
  if (kept.size >= mostKept) kept.clear();
  kept.set(unit.who.tenant, { key, fields });
  return fields;
}

const kept = new Map<string, { readonly key: string; readonly fields: PersonalFields }>();
const mostKept = 100;

function fieldsOf(own: readonly OwnMapping[]): PersonalFields {
  const fields = new Map<string, readonly string[]>();
  for (const { mapping: id, file } of own) {
    const mapping = readMappings(file).mappings[id];
    if (mapping) fields.set(mapping.tool, [...(fields.get(mapping.tool) ?? []), ...personalOf(mapping)]);
  }
  return fields;
}

/** Replaces what names persons in what tools tell, by the mappings of those tools, as it is done for files. */
export async function hideTold(
  unit: Unit,
  { contract, fields }: { readonly contract: string; readonly fields: PersonalFields },
  records: readonly ToldRecord[],
): Promise<readonly ToldRecord[]> {
  const byTool = Map.groupBy(records, ({ key }) => key.tool);
  const hidden = new Map<ToldRecord["key"], ToldRecord["events"]>();
  for (const [tool, own] of byTool) {
    const facts = own.map(({ key, events }) => ({ ...key, events }));
    const personal = fields.get(tool) ?? [];
    const told = await hidePersons(unit, { contract, personal }, facts);
    for (const [at, { key }] of own.entries()) hidden.set(key, told[at]?.events ?? []);
  }
  return records.map(({ key, events }) => ({ key, events: hidden.get(key) ?? events }));
}
