import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { PGlite, types } from "@electric-sql/pglite";
import { lockFolder } from "./lock-folder.ts";
import type { Answer, Database, Session } from "./session.ts";
import { type Sync, syncAt, syncedFiles, syncedStart } from "./synced-files.ts";

/** Where the embedded database lies: in a folder, locked against a second process, or in memory for tests. */
export type EmbeddedPlace =
  | { readonly folder: string; readonly sync?: Sync }
  | { readonly memory: true; readonly dump?: Blob };

/**
 * Opens PostgreSQL in WebAssembly. It has one connection, so every unit of work waits for the one before it. In a
 * folder, each commit is forced to the disk before it is answered.
 */
export async function embeddedDatabase(
  place: EmbeddedPlace,
): Promise<Database & { readonly dump: () => Promise<Blob> }> {
  const unlock = "folder" in place ? await lockFolder(place.folder) : async () => {};
  const lite = await ("folder" in place ? inFolder(place) : inMemory(place.dump)).catch(async (error: unknown) => {
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

const inMemory = (dump: Blob | undefined): Promise<PGlite> =>
  PGlite.create({ ...(dump ? { loadDataDir: dump } : {}), parsers });

async function inFolder({ folder, sync }: { readonly folder: string; readonly sync?: Sync }): Promise<PGlite> {
  const path = join(folder, "database");
  const isNew = (await stat(path).catch(() => null)) === null;
  const startParams = syncedStart(PGlite.defaultStartParams);
  const lite = await PGlite.create({ fs: syncedFiles(path, sync), startParams, parsers });
  if (isNew) await syncAll(folder, sync);
  return lite;
}

/** What the making of the database wrote is forced to the disk, with the lists of its folders. */
async function syncAll(folder: string, sync: Sync | undefined): Promise<void> {
  const below = await readdir(folder, { recursive: true });
  for (const name of ["", ...below]) syncAt(join(folder, name), sync);
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
