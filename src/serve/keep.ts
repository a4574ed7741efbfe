import type { Config } from "../config.ts";
import type { Instant } from "../engine/time/instant.ts";
import { embeddedDatabase } from "../store/embedded-database.ts";
import { backUp, restore } from "../store/keeping/backup-file.ts";
import type { OnRows } from "../store/keeping/manifest.ts";
import { migrate, migrations } from "../store/migrate.ts";
import { serverDatabase } from "../store/server-database.ts";
import type { Database } from "../store/session.ts";

/** Backup and restore of the database that the settings name, for the command line. */
export function keepingOf(config: () => Promise<Config>, version: string, now: () => Instant) {
  const on = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const { databaseUrl, folder } = await config();
    const database = databaseUrl
      ? serverDatabase({ url: databaseUrl, connections: 2 })
      : await embeddedDatabase({ folder });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  return {
    backUp: (file: string, onRows: OnRows) =>
      on(async (database) => {
        await migrate(database, await migrations());
        return await backUp(database, { file, version, at: now(), onRows });
      }),
    restore: (file: string, onRows: OnRows) =>
      on(async (database) => restore(database, { file, steps: await migrations(), onRows })),
  };
}
