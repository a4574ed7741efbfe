import type { Fact, RecordEvent } from "../../engine/record/record.ts";
import type { Unit } from "../../store/gate.ts";
import { type Personal, personalText, pseudonymsFor } from "../../store/records/pseudonyms.ts";

/** Replaces the values of personal fields by the numbers that their contract gives them. No name is stored. */
export async function hidePersons(
  unit: Unit,
  of: { readonly contract: string; readonly personal: readonly string[] },
  facts: readonly Fact[],
): Promise<readonly Fact[]> {
  const fields = new Set(of.personal);
  if (fields.size === 0) return facts;
  const values = new Map<string, Personal>();
  for (const { events } of facts) {
    for (const event of events) {
      const value = personalIn(event, fields);
      if (value !== null) values.set(personalText(value), value);
    }
  }
  const pseudonyms = await pseudonymsFor(unit, of.contract, [...values.values()]);
  return facts.map((fact) => ({ ...fact, events: fact.events.map((event) => hidden(event, fields, pseudonyms)) }));
}

function hidden(event: RecordEvent, fields: ReadonlySet<string>, pseudonyms: ReadonlyMap<string, string>): RecordEvent {
  const personal = personalIn(event, fields);
  if (personal === null) return event;
  const value = pseudonyms.get(personalText(personal));
  if (value === undefined) throw new Error(`no pseudonym was given for a value of ${personal.field}`);
  return { ...event, change: { kind: "field", field: personal.field, value } };
}

function personalIn({ change }: RecordEvent, fields: ReadonlySet<string>): Personal | null {
  if (change.kind !== "field" || change.value === null || !fields.has(change.field)) return null;
  return { field: change.field, value: change.value };
}
