import pg from "pg";
import type { Answer, Database, Session } from "./session.ts";

/** Where a PostgreSQL server is reached, and how many connections this process may hold. */
export interface ServerPlace {
  readonly url: string;
  readonly connections?: number;
  /** Told of a connection that was lost while nobody used it. */
  readonly onLost?: (error: Error) => void;
}

/** Opens a pool of connections to a PostgreSQL server. */
export function serverDatabase({ url, connections = 10, onLost = () => {} }: ServerPlace): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, types: { getTypeParser }, keepAlive: true });
  pool.on("error", onLost);
  return {
    kind: "server",
    hold: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      const lost = (error: Error): void => {
        broken = error;
      };
      client.on("error", lost);
      try {
        return await work(sessionOf(client));
      } finally {
        client.off("error", lost);
        client.release(broken);
      }
    },
    listen: (channel, heard) => listenOn({ url, channel, heard, onLost }),
    close: () => pool.end(),
  };
}

const sessionOf = (client: pg.ClientBase): Session => ({
  query: async (sql, values) => answerOf(await client.query(sql, values ? [...values] : undefined)),
  script: async (sql) => answersOf(await client.query(sql)),
});

/** The driver gives a list where a text held several statements. */
function answersOf(result: pg.QueryResult | pg.QueryResult[]): Answer {
  const all = (Array.isArray(result) ? result : [result]).map(answerOf);
  return { rows: all.flatMap(({ rows }) => rows), changed: all.reduce((sum, { changed }) => sum + changed, 0) };
}

const answerOf = ({ rows, rowCount }: pg.QueryResult): Answer => ({ rows: rows ?? [], changed: rowCount ?? 0 });

interface Hearing {
  readonly url: string;
  readonly channel: string;
  readonly heard: (text: string) => void;
  readonly onLost: (error: Error) => void;
}

/** A connection of its own hears the channel, and is made anew when it is lost; `heard("")` says that some was missed. */
async function listenOn({ url, channel, heard, onLost }: Hearing): Promise<() => Promise<void>> {
  let ended = false;
  let client = await connected();
  return async () => {
    ended = true;
    await client.end().catch(() => {});
  };

  async function connected(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: url, keepAlive: true });
    made.on("notification", ({ payload }) => heard(payload ?? ""));
    made.on("error", (error) => {
      if (ended) return;
      onLost(error);
      setTimeout(again, 1000).unref();
    });
    await made.connect();
    await made.query(`listen ${pg.escapeIdentifier(channel)}`);
    return made;
  }

  async function again(): Promise<void> {
    if (ended) return;
    try {
      client = await connected();
      heard("");
    } catch (error) {
      onLost(error as Error);
      setTimeout(again, 1000).unref();
    }
  }
}

const { builtins, getTypeParser: usualParser } = pg.types;

/** Whole numbers as numbers and days as text, as the embedded database gives them. */
const getTypeParser: pg.CustomTypesConfig["getTypeParser"] = (oid: number, format?: "text" | "binary") => {
  if (oid === builtins.INT8) return Number;
  if (oid === builtins.DATE) return (text: string) => text;
  return usualParser(oid, format as "text");
};
