import type { Config } from "../config.ts";
import { embeddedDatabase } from "../store/embedded-database.ts";
import { type Gate, openGate } from "../store/gate.ts";
import { migrate, migrations } from "../store/migrate.ts";
import { serverDatabase } from "../store/server-database.ts";
import type { Database } from "../store/session.ts";

/** An open database whose tables are those of this version, and the gate to it. */
export interface Store {
  readonly database: Database;
  readonly gate: Gate;
  /** The steps by which its tables were taken forward just now. */
  readonly migrated: readonly string[];
}

/** Opens the database of the configuration and takes its tables forward. */
export async function openStore(config: Config, onLost: (error: Error) => void): Promise<Store> {
  const { databaseUrl, connections, folder } = config;
  const database =
    databaseUrl === null
      ? await embeddedDatabase({ folder })
      : serverDatabase({ url: databaseUrl, connections, onLost });
  try {
    const migrated = await migrate(database, await migrations());
    return { database, gate: openGate(database), migrated };
  } catch (error) {
    await database.close();
    throw error;
  }
}
