/** The peers are installed apart (see README.md); without them their rows say so. */

const named = async (name: string): Promise<Record<string, unknown> | null> => import(name).catch(() => null);

/** Open seconds between two dates by the library opening_hours; null where it is not installed. */
export async function openingHours(written: string): Promise<((from: Date, to: Date) => number) | null> {
  const found = await named("opening_hours");
  if (found === null) return null;
  const Hours = (found.opening_hours ?? found.default) as new (
    text: string,
    place: null,
  ) => { getOpenDuration(from: Date, to: Date): [number, number] };
  const hours = new Hours(written, null);
  return (from, to) => hours.getOpenDuration(from, to)[0] / 1000;
}

export interface Database {
  readonly run: (sql: string) => Promise<unknown>;
  readonly rows: (sql: string) => Promise<unknown[][]>;
}

/** A DuckDB in memory; null where it is not installed. */
export async function duckdb(): Promise<Database | null> {
  const found = await named("@duckdb/node-api");
  if (found === null) return null;
  const { DuckDBInstance } = found as {
    DuckDBInstance: {
      create(): Promise<{
        connect(): Promise<{
          run(sql: string): Promise<unknown>;
          runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
        }>;
      }>;
    };
  };
  const connection = await (await DuckDBInstance.create()).connect();
  return { run: (sql) => connection.run(sql), rows: async (sql) => (await connection.runAndReadAll(sql)).getRows() };
}
