import { z } from "zod";
import { meaningOf, sharedSchema } from "../../src/wire/agreement/meaning.ts";
import { code, link, table } from "./table.ts";
import { byWhat, writtenAs } from "./written-as.ts";

type Schema = z.core.$ZodType;

/** A table of its own: a heading, how the section is reached, and the schema of one entry. */
export interface Section {
  readonly heading: string;
  readonly intro: string;
  readonly schema: z.ZodObject;
  /** Fields that another table tells, with what is said of them. */
  readonly elsewhere?: { readonly fields: readonly string[]; readonly said: string };
}

/** A schema that is told under a heading of its own. */
export interface Linked {
  readonly heading: string;
  readonly schema: Schema;
}

/** Writes the table of a section; what has a section of its own is named with a link to it. */
export function sectionText(section: Section, all: readonly Linked[]): string {
  const rows = fieldRows(section.schema, "", { section, all, told: new Map() });
  const heads = ["Field", "What it means", "Written as", "Left out"];
  const kept = rows.some((row) => row[3] !== "") ? 4 : 3;
  const said = section.elsewhere ? `\n${section.elsewhere.said}\n` : "";
  const body = table(
    heads.slice(0, kept),
    rows.map((row) => row.slice(0, kept)),
  );
  return `### ${section.heading}\n\n${section.intro}\n\n${body}${said}`;
}

interface Walk {
  readonly section: Section;
  readonly all: readonly Linked[];
  /** Objects that were told in this table, with the field that told them. */
  readonly told: Map<Schema, string>;
}

function fieldRows(schema: z.ZodObject, prefix: string, walk: Walk): readonly (readonly string[])[] {
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    walk.section.elsewhere?.fields.includes(name) && prefix === "" ? [] : rowsOf(`${prefix}${name}`, field, walk),
  );
}

function rowsOf(path: string, field: Schema, walk: Walk): readonly (readonly string[])[] {
  const { means, otherwise } = meaningOf(field);
  const inner = entryOf(field);
  const own = walk.all.find(({ schema }) => schema === innermost(field));
  const before = inner ? walk.told.get(inner.schema) : undefined;
  const isMade = inner !== null && own === undefined && before === undefined;
  const written = own
    ? `see ${link(own.heading)}`
    : before
      ? `as ${code(before)}`
      : isMade
        ? inner.form
        : writtenAs(field);
  const name = mustBeWritten(field) ? `**${code(path)}**` : code(path);
  const row = [name, means ?? "", written, otherwise ?? defaultOf(field)];
  if (!isMade) return [row];
  walk.told.set(inner.schema, path);
  return [row, ...fieldRows(inner.schema, `${path}.`, walk)];
}

/** A default of the schema itself, where it is a value. */
function defaultOf(field: Schema): string {
  if (!(field instanceof z.ZodDefault)) return "";
  const value: unknown = field.def.defaultValue;
  if (typeof value === "string") return code(value);
  return Array.isArray(value) && value.length > 0 ? code(JSON.stringify(value)) : "";
}

const mustBeWritten = (field: Schema): boolean => !(field instanceof z.ZodOptional || field instanceof z.ZodDefault);

/** What a field holds at last, without the lists and maps around it. */
function innermost(field: Schema): Schema {
  const shared = sharedSchema(field);
  if (shared instanceof z.ZodReadonly) return innermost(shared.unwrap());
  if (shared instanceof z.ZodArray) return innermost(shared.element);
  return shared instanceof z.ZodRecord ? innermost(shared.valueType) : shared;
}

interface EntryOf {
  readonly schema: z.ZodObject;
  readonly form: string;
}

/** The object that a field holds, one, in a list or by name; null where it holds none. */
function entryOf(field: Schema, form = "the fields below"): EntryOf | null {
  const shared = sharedSchema(field);
  if (shared instanceof z.ZodObject) return { schema: shared, form };
  if (shared instanceof z.ZodReadonly) return entryOf(shared.unwrap(), form);
  if (shared instanceof z.ZodArray) return entryOf(shared.element, "a list, each with the fields below");
  if (shared instanceof z.ZodRecord) return entryOf(shared.valueType, `${byWhat(shared)}, each with the fields below`);
  if (!(shared instanceof z.ZodUnion)) return null;
  const inner = shared.options.find((option) => sharedSchema(option) instanceof z.ZodObject);
  return inner && shared.options.some((option) => writtenAs(option) === "id")
    ? entryOf(inner, form.startsWith("a list") ? "a list of ids, or of the fields below" : "an id, or the fields below")
    : null;
}
