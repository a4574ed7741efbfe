import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { Session } from "./session.ts";

/** How typed queries get a session, and what they do where they want a transaction of their own. */
export interface SessionSource {
  readonly take: () => Promise<{ readonly session: Session; readonly give: () => void }>;
  readonly transactions: "own" | "none";
}

/** Typed queries over sessions of the gate. */
export const sessionDialect = (source: SessionSource): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driverOf(source),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

interface Held extends DatabaseConnection {
  readonly give: () => void;
}

function driverOf({ take, transactions }: SessionSource): Driver {
  const run = (sql: string) => (connection: DatabaseConnection) =>
    connection.executeQuery(CompiledQuery.raw(sql)).then(() => {});
  const refuse = async (): Promise<void> => {
    throw new Error("a unit of work is one transaction already");
  };
  return {
    init: async () => {},
    destroy: async () => {},
    acquireConnection: async (): Promise<Held> => {
      const { session, give } = await take();
      return { ...connectionOf(session), give };
    },
    releaseConnection: async (connection) => (connection as Held).give(),
    beginTransaction: transactions === "own" ? run("begin") : refuse,
    commitTransaction: transactions === "own" ? run("commit") : refuse,
    rollbackTransaction: transactions === "own" ? run("rollback") : refuse,
  };
}

const connectionOf = (session: Session): DatabaseConnection => ({
  executeQuery: async <R>({ sql, parameters }: CompiledQuery) => {
    const { rows, changed } = await session.query(sql, parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(changed) };
  },
  streamQuery: () => {
    throw new Error("rows are read in pages, not streamed");
  },
});
