import { type Expression, type SqlBool, sql } from "kysely";

/** The values by which one item of a list stands in its order. */
export type Key = readonly (string | number)[];

/** Where a page begins (after this key, or at the beginning) and how many items it may have. */
export interface Page {
  readonly after: Key | null;
  readonly limit: number;
}

/** True of rows that come after the page's key, where rows are sorted by these columns, all upwards. */
export const upwards = (columns: readonly string[], { after }: Page): Expression<SqlBool> =>
  beyond(columns, ">", after);

/** The same where rows are sorted downwards by all of them: the newest first. */
export const downwards = (columns: readonly string[], { after }: Page): Expression<SqlBool> =>
  beyond(columns, "<", after);

function beyond(columns: readonly string[], than: "<" | ">", after: Key | null): Expression<SqlBool> {
  if (after === null || after.length !== columns.length) return sql<SqlBool>`true`;
  const names = sql.join(columns.map((column) => sql.ref(column)));
  return sql<SqlBool>`(${names}) ${sql.raw(than)} (${sql.join([...after])})`;
}
