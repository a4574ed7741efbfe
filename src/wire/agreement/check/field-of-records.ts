import type { DefinitionsSection } from "../../../engine/agreement/document/definitions.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import type { Selection } from "../../../engine/agreement/selection.ts";
import type { RecordKind } from "../../../engine/agreement/words.ts";
import { closest } from "../closest.ts";
import type { Complaint } from "../problem.ts";
import { atKey, atValue, eachLevel } from "./rule.ts";

/** A selection uses fields that the records have, and values that those fields can take. */
export const fieldOfRecords = eachLevel(({ level, path }, { definitions }) => {
  if (level.of === undefined) return [];
  const look = { of: level.of, definitions };
  const { divided_by } = level;
  return [
    ...complaints([...path, "where"], level.where, look),
    ...complaints([...path, "good"], level.good, look),
    ...(level.except ?? []).flatMap(({ where }, index) =>
      complaints([...path, "except", String(index), "where"], where, look),
    ),
    ...(divided_by
      ? complaints([...path, "divided_by", "where"], divided_by.where, { ...look, of: divided_by.of })
      : []),
  ];
});

interface Look {
  readonly of: RecordKind;
  readonly definitions: DefinitionsSection;
}

/** Fields that records of every kind have. */
export const fieldsOfAll: readonly string[] = ["service", "component", "site", "closed_as"];
/** Further fields by kind. */
export const fieldsOfKind: Readonly<Record<RecordKind, readonly string[]>> = {
  incidents: ["priority", "raised_by", "holder", "first_contact", "type"],
  problems: ["incident_priority", "priority", "holder", "type"],
  changes: ["type", "outcome", "caused_incidents", "notice", "approved", "priority"],
  releases: ["type", "outcome", "caused_incidents"],
  requests: ["offering", "priority", "holder", "raised_by", "type"],
  outages: ["impact", "cause", "users"],
  samples: ["metric", "value"],
  calls: ["queue", "outcome", "waited"],
  surveys: ["question", "score"],
  deliveries: ["deliverable", "outcome"],
};

/** Fields whose values are a closed list. */
export const fieldWords: Readonly<Record<string, readonly string[]>> = { impact: ["down", "degraded"] };

function complaints(path: readonly string[], selection: Selection | undefined, look: Look): readonly Complaint[] {
  return Object.entries(selection ?? {}).flatMap(([field, condition]) => {
    const defined = entry(look.definitions.fields, field);
    const known = [...fieldsOfAll, ...fieldsOfKind[look.of], ...definedFor(look)];
    if (!known.includes(field)) return [unknownField([...path, field], field, { known, of: look.of })];
    const values = defined?.values ?? (Object.hasOwn(fieldWords, field) ? fieldWords[field] : undefined);
    if (values === undefined || condition.kind === "mark") return [];
    return condition.values
      .filter((value) => !values.includes(value))
      .map((value) => unknownValue([...path, field], value, values));
  });
}

function definedFor({ of, definitions }: Look): readonly string[] {
  return Object.entries(definitions.fields ?? {}).flatMap(([id, field]) => (field.of === of ? [id] : []));
}

function unknownField(
  path: readonly string[],
  field: string,
  { known, of }: { readonly known: readonly string[]; readonly of: RecordKind },
): Complaint {
  const close = closest(field, known);
  const way_out = close ? `Did you mean '${close}'?` : "Define it under definitions.fields.";
  return atKey(path, { code: "unknown-record-field", message: `${of} have no field '${field}'.`, way_out });
}

function unknownValue(path: readonly string[], value: string, values: readonly string[]): Complaint {
  const close = closest(value, values);
  const way_out = close ? `Did you mean '${close}'?` : `It takes ${values.join(", ")}.`;
  return atValue(path, { code: "unknown-value", message: `'${value}' is not a value of '${path.at(-1)}'.`, way_out });
}
