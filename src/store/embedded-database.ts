import { setImmediate } from "node:timers/promises";
import { PGlite, types } from "@electric-sql/pglite";
import { lockFolder } from "./lock-folder.ts";
import type { Answer, Database, Session } from "./session.ts";

/** Where the embedded database lies: in a folder, locked against a second process, or in memory for tests. */
export type EmbeddedPlace = { readonly folder: string } | { readonly memory: true; readonly dump?: Blob };

/**
 * Opens PostgreSQL in WebAssembly. It has one connection, so every unit of work waits for the one before it. It does
 * not force its writes to the disk: a killed process loses nothing, a power cut can.
 */
export async function embeddedDatabase(
  place: EmbeddedPlace,
): Promise<Database & { readonly dump: () => Promise<Blob> }> {
  const unlock = "folder" in place ? await lockFolder(place.folder) : async () => {};
  const lite = await PGlite.create({
    ...("folder" in place ? { dataDir: `${place.folder}/database` } : {}),
    ...("dump" in place && place.dump ? { loadDataDir: place.dump } : {}),
    parsers,
  }).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  let last: Promise<unknown> = Promise.resolve();
  const session: Session = {
    query: async (sql, values) => answerOf(await lite.query(sql, values ? [...values] : undefined)),
    script: async (sql) => {
      const all = (await lite.exec(sql)).map(answerOf);
      return { rows: all.flatMap(({ rows }) => rows), changed: all.reduce((sum, { changed }) => sum + changed, 0) };
    },
  };
  const hold = <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const own = last.then(() => work(session));
    // The database computes in this thread: between two units whoever waits for the network has a turn.
    last = own.catch(() => {}).then(() => setImmediate());
    return own;
  };
  return {
    kind: "embedded",
    hold,
    listen: async (channel, heard) => {
      const end = await hold(() => lite.listen(channel, heard));
      return () => hold(async () => (lite.closed ? undefined : await end()));
    },
    close: async () => {
      await last;
      await lite.close();
      await unlock();
    },
    dump: () => lite.dumpDataDir("gzip") as Promise<Blob>,
  };
}

const answerOf = ({ rows, affectedRows }: { rows: unknown[]; affectedRows?: number | undefined }): Answer => ({
  rows: rows as Answer["rows"],
  changed: affectedRows ?? 0,
});

/** Whole numbers as numbers and days as text, as the server's driver gives them. */
const parsers = {
  [types.INT8]: Number,
  [types.DATE]: (text: string): string => text,
  [types.NUMERIC]: (text: string): string => text,
};
