import type { Fact, RecordEvent } from "../engine/record/record.ts";

/** Gives persons numbers instead of names, the same person the same number throughout a job. */
export type Pseudonyms = Map<string, string>;

/** Replaces the values of personal fields (`caller`) by numbered ones (`caller 12`): no report shows who called. */
export function withoutPersons(
  facts: readonly Fact[],
  personal: readonly string[],
  known: Pseudonyms,
): readonly Fact[] {
  if (personal.length === 0) return facts;
  const fields = new Set(personal);
  const hidden = (event: RecordEvent): RecordEvent => {
    const { change } = event;
    if (change.kind !== "field" || change.value === null || !fields.has(change.field)) return event;
    return { ...event, change: { ...change, value: numbered(change.field, change.value, known) } };
  };
  return facts.map((fact) => ({ ...fact, events: fact.events.map(hidden) }));
}

function numbered(field: string, value: string, known: Pseudonyms): string {
  const key = JSON.stringify([field, value]);
  const pseudonym = known.get(key) ?? `${field} ${known.size + 1}`;
  known.set(key, pseudonym);
  return pseudonym;
}
