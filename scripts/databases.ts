import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { embeddedDatabase } from "../src/store/embedded-database.ts";
import { databaseAt, postgresServer } from "../src/store/fixture/postgres-server.ts";
import type {} from "../src/store/fixture/provided.ts";
import { migrate, migrations } from "../src/store/migrate.ts";
import { serverDatabase } from "../src/store/server-database.ts";

/** Before the tests: the database of the run is made ready once, so that each test gets an own copy in no time. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const onServer = project.name === "server";
  const { value, end } = onServer ? await server() : await embedded();
  project.provide("embeddedDump", onServer ? "" : (value ?? ""));
  project.provide("postgres", onServer ? value : null);
  return end;
}

async function embedded() {
  const folder = await mkdtemp(join(tmpdir(), "underpin-databases-"));
  const database = await embeddedDatabase({ memory: true });
  await migrate(database, await migrations());
  const value = join(folder, "embedded.tar.gz");
  await writeFile(value, new Uint8Array(await (await database.dump()).arrayBuffer()));
  await database.close();
  return { value, end: () => rm(folder, { recursive: true, force: true }) };
}

async function server() {
  try {
    const { url, stop } = await postgresServer();
    await makeTemplate(url);
    return { value: url, end: stop };
  } catch (error) {
    process.stderr.write(`No PostgreSQL server could be started: ${(error as Error).message}\n`);
    return { value: null, end: async () => {} };
  }
}

async function makeTemplate(url: string): Promise<void> {
  const root = serverDatabase({ url, connections: 1 });
  await root.hold((session) => session.script("create database template_underpin"));
  await root.close();
  const template = serverDatabase({ url: databaseAt(url, "template_underpin"), connections: 1 });
  await migrate(template, await migrations());
  await template.close();
}
