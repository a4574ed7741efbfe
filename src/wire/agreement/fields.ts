import { z } from "zod";
import { quantities } from "./read.ts";

/** What an editor of the file may have meant by an unknown field: told to the writer of problems as JSON. */
export interface KnownFields {
  readonly known: readonly string[];
  /** Unknown field to the field it belongs under. */
  readonly under: Readonly<Record<string, string>>;
}

/** A map of the file with these fields and no others. */
export function fields<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? JSON.stringify(knownFields(shape, issue.keys as string[])) : undefined,
  });
}

/** Entries under their ids. An id may hold no `/`, no `.` and no space. */
export function byId<V extends z.core.$ZodType>(value: V) {
  return z.record(id, value);
}

/** Entries under the levels they are about: a bare id, or `agreement/level`. */
export function byLevel<V extends z.core.$ZodType>(value: V) {
  return z.record(z.string().regex(/^[A-Za-z0-9-]+(\/[A-Za-z0-9-]+)?$/), value);
}

/** A list that is not changed after reading. */
export function list<V extends z.core.$ZodType>(value: V) {
  return z.array(value).readonly();
}

/** What an entry is called by the rest of the contract. */
export const id = z.string().check((context) => {
  if (/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(context.value)) return;
  context.issues.push({
    code: "custom",
    input: context.value,
    message: `'${context.value}' cannot be an id.`,
    params: { code: "id-badly-formed", way_out: "Ids are letters, digits and single hyphens, such as harbour-sla." },
  });
});

const sayReference = "The id of an entry elsewhere in the contract";

/** The source text as it stands. */
export const text = z.string().min(1);
/** The bare id of something else in the contract. */
export const reference = z
  .string()
  .min(1)
  .meta({ description: sayReference })
  .register(quantities, { say: sayReference });

function knownFields(shape: z.core.$ZodLooseShape, unknown: readonly string[]): KnownFields {
  const under: Record<string, string> = {};
  for (const key of unknown) {
    const home = Object.keys(shape).find((name) => fieldNames(shape[name]).includes(key));
    if (home !== undefined) under[key] = home;
  }
  return { known: Object.keys(shape), under };
}

function fieldNames(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodOptional) return fieldNames(schema.unwrap());
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
