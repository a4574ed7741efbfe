import type { Session } from "../session.ts";

/** A table as a backup knows it. */
export interface KeptTable {
  /** With its schema: `underpin.people`. */
  readonly name: string;
  readonly columns: readonly KeptColumn[];
  /** The columns of its primary key, in order. */
  readonly key: readonly string[];
}

export interface KeptColumn {
  readonly name: string;
  /** As PostgreSQL writes it: `bigint`, `timestamp with time zone`, `underpin.instant`. */
  readonly type: string;
}

interface Found extends KeptTable {
  /** Tables whose rows must be there first. */
  readonly after: readonly string[];
}

/** Every table that a backup holds, each behind those that its rows refer to. The queue's are not among them. */
export async function keptTables(session: Session): Promise<readonly KeptTable[]> {
  const { rows } = await session.query(everyTable);
  const open = [...(rows as unknown as readonly Found[])];
  const ordered: KeptTable[] = [];
  while (open.length > 0) {
    const at = open.findIndex(
      ({ name, after }) => !open.some((other) => other.name !== name && after.includes(other.name)),
    );
    const [next] = open.splice(at < 0 ? 0 : at, 1);
    if (at < 0 || !next)
      throw new Error(`tables that refer to each other in a ring: ${open.map(({ name }) => name).join(", ")}`);
    ordered.push({ name: next.name, columns: next.columns, key: next.key });
  }
  return ordered;
}

const everyTable = `
  select n.nspname || '.' || c.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
     from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
     where i.indrelid = c.oid and i.indisprimary) as key,
    (select coalesce(json_agg(distinct rn.nspname || '.' || rc.relname), '[]') from pg_constraint k
     join pg_class rc on rc.oid = k.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
     where k.conrelid = c.oid and k.contype = 'f') as after
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('underpin', 'sign_in') and c.relkind in ('r', 'p') and not c.relispartition
  order by n.nspname desc, c.relname`;

/** A name as SQL takes it, whatever letters it has. */
export const quoted = (name: string): string =>
  name
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");

/** The order of rows that is the same in every database, whatever its language. */
export const inOrder = ({ columns, key }: KeptTable): string =>
  key
    .map((name) => {
      const isText = columns.some((column) => column.name === name && column.type === "text");
      return `${quoted(name)}${isText ? ' collate "C"' : ""}`;
    })
    .join(", ");
