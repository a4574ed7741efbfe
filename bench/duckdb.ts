import { named } from "./named.ts";

export interface Database {
  readonly run: (sql: string) => Promise<unknown>;
  readonly rows: (sql: string) => Promise<unknown[][]>;
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
}

/** A DuckDB in memory; null where it is not installed. */
export async function duckdb(): Promise<Database | null> {
  const found = await named("@duckdb/node-api");
  if (found === null) return null;
  const { DuckDBInstance } = found as { DuckDBInstance: { create(): Promise<{ connect(): Promise<Connection> }> } };
  const connection = await (await DuckDBInstance.create()).connect();
  return { run: (sql) => connection.run(sql), rows: async (sql) => (await connection.runAndReadAll(sql)).getRows() };
}
