import type { Session } from "../../src/store/session.ts";

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
}

/** The TypeScript types of the tables of a migrated database, for typed queries. */
export async function tablesText(session: Session): Promise<string> {
  const { rows } = await session.query(columns);
  const words = new Map(
    (await session.query(checks)).rows.map(({ table, name, text }) => [`${table}.${name}`, unionOf(String(text))]),
  );
  const tables = Map.groupBy(rows as unknown as readonly Column[], ({ table }) => table);
  const interfaces = [...tables].map(
    ([table, own]) =>
      `export interface ${typeName(table)} {\n${own.map((column) => line(column, words)).join("\n")}\n}\n`,
  );
  const list = [...tables.keys()].map((table) => `  readonly ${table}: ${typeName(table)};`);
  return `${head}\n/** Every table of the schema \`underpin\`. */\nexport interface Tables {\n${list.join("\n")}\n}\n\n${interfaces.join("\n")}`;
}

const head = `// Written by scripts/write-tables.ts from the migrated schema; a test holds it equal.
import type { ColumnType, Generated } from "kysely";

/** Read as a value, written as its text. */
export type Json = ColumnType<unknown, string, string>;
/** The same where there may be none. */
export type JsonOrNull = ColumnType<unknown, string | null, string | null>;
`;

const columns = `
  select c.relname as "table", a.attname as name, coalesce(d.typname, t.typname) as type,
         not a.attnotnull as nullable, a.atthasdef as has_default
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid left join pg_type d on d.oid = t.typbasetype
  where n.nspname = 'underpin' and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname, a.attnum`;

const checks = `
  select c.relname as "table", a.attname as name, pg_get_constraintdef(k.oid) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where n.nspname = 'underpin' and k.contype = 'c' and array_length(k.conkey, 1) = 1`;

/** The words of a check such as \`state = ANY (ARRAY['a'::text, 'b'::text])\`. */
function unionOf(text: string): string {
  return [...text.matchAll(/'([^']*)'::text/g)].map(([, word]) => `"${word}"`).join(" | ");
}

function line(column: Column, words: ReadonlyMap<string, string>): string {
  const { table, name, type, nullable, has_default } = column;
  if (type === "jsonb") return `  readonly ${name}: ${nullable ? "JsonOrNull" : "Json"};`;
  const base = words.get(`${table}.${name}`) || types[type];
  if (!base) throw new Error(`no type for ${table}.${name}: ${type}`);
  const full = nullable ? `${base} | null` : base;
  return `  readonly ${name}: ${has_default ? `Generated<${full}>` : full};`;
}

const types: Readonly<Record<string, string>> = {
  int8: "number",
  int4: "number",
  text: "string",
  uuid: "string",
  date: "string",
  bool: "boolean",
  bytea: "Uint8Array",
};

const typeName = (table: string): string =>
  `${table.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}Table`;
