import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { embeddedDatabase } from "../../src/store/embedded-database.ts";
import { databaseAt, postgresServer } from "../../src/store/fixture/postgres-server.ts";
import type { TestStore } from "../../src/store/fixture/test-store.ts";
import { openGate } from "../../src/store/gate.ts";
import { migrate, migrations } from "../../src/store/migrate.ts";
import { serverDatabase } from "../../src/store/server-database.ts";
import type { Database } from "../../src/store/session.ts";

/** Does the work on a fresh database of each kind: in a folder, as the server runs it, and on a server of PostgreSQL. */
export async function onEach<T>(work: (store: TestStore, kind: Database["kind"]) => Promise<T>): Promise<T[]> {
  const folder = await mkdtemp(join(tmpdir(), "underpin-load-"));
  const found = [await withStore(await embeddedDatabase({ folder }), null, work)];
  await rm(folder, { recursive: true, force: true });
  const server = await postgresServer();
  try {
    const root = serverDatabase({ url: server.url, connections: 1 });
    await root.hold((session) => session.script("create database load"));
    await root.close();
    const url = databaseAt(server.url, "load");
    found.push(await withStore(serverDatabase({ url, connections: 4 }), url, work));
  } finally {
    await server.stop();
  }
  return found;
}

async function withStore<T>(
  database: Database,
  url: string | null,
  work: (store: TestStore, kind: Database["kind"]) => Promise<T>,
): Promise<T> {
  await migrate(database, await migrations());
  const store = { database, gate: openGate(database), url, close: database.close };
  try {
    return await work(store, database.kind);
  } finally {
    await store.close();
  }
}
