import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { contract, draftContract } from "../activities/establish/fixture/demo-contract.ts";
import { browserOf } from "../api/sign-in/fixture/browser.ts";
import { embeddedDatabase } from "../store/embedded-database.ts";
import { databaseAt } from "../store/fixture/postgres-server.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testedOn } from "../store/fixture/test-store.ts";
import { openGate } from "../store/gate.ts";
import { migrate, migrations } from "../store/migrate.ts";
import { newId } from "../store/new-id.ts";
import { serverDatabase } from "../store/server-database.ts";
import { addWork } from "../store/works/add-work.ts";
import { callProgram } from "./fixture/call-program.ts";
import { type Running, startProgram } from "./fixture/program.ts";

describe.skipIf(noDatabase())("underpin backup and restore, the real program", { timeout: 120_000 }, () => {
  let folder: string;
  const servers: Running[] = [];
  const started = (name: string, ...words: readonly string[]): Running => {
    const server = startProgram({ environment: inFolder(name) }, ...words);
    servers.push(server);
    return server;
  };
  const file = (name: string): string => join(folder, name);
  const inFolder = (name: string) => ({ UNDERPIN_FOLDER: file(name), UNDERPIN_PORT: "0", UNDERPIN_LOG: "warn" });

  const opened = async <T>(name: string, work: (store: TestStore) => Promise<T>): Promise<T> => {
    const database = await embeddedDatabase({ folder: file(name) });
    try {
      await migrate(database, await migrations());
      return await work({ database, gate: openGate(database), url: null, close: async () => {} });
    } finally {
      await database.close();
    }
  };
  /** Every line of a backup but the head, which says when it was written. */
  const linesOf = async (name: string): Promise<readonly string[]> =>
    gunzipSync(await readFile(file(name)))
      .toString()
      .split("\n")
      .slice(1);
  const done = async (word: "backup" | "restore", name: string, settings: Readonly<Record<string, string>>) => {
    const ended = await callProgram({ environment: settings }, word, file(name));
    expect(ended).toMatchObject({ code: 0, complained: "" });
    return ended.printed;
  };

  /** A contract with its parties, people and text, a work that waits and one that was under way. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-keep-"));
    await opened("first", async (store) => {
      await draftContract(store);
      await store.gate.unit(systemOf(tenantOne), async (unit) => {
        const work = { kind: "read clocks again", contract, input: { contract }, at: 1, by: "system" };
        await addWork(unit, { ...work, id: newId(), key: "under way" });
        await unit.db
          .updateTable("works")
          .set({ state: "running", holder: "elsewhere" })
          .where("tenant_id", "=", tenantOne)
          .execute();
        await addWork(unit, { ...work, id: newId(), key: "waits" });
      });
    });
    await done("backup", "one", inFolder("first"));
  });
  afterAll(async () => {
    // One that a failed test left behind.
    for (const server of servers) server.signal("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  test.runIf(testedOn === "embedded")("a server on the restored folder holds the same, and ends works", async () => {
    expect(await done("restore", "one", inFolder("second"))).toMatch(/Every count and hash was checked/);
    await done("backup", "two", inFolder("second"));
    expect(await linesOf("two")).toEqual(await linesOf("one"));
    const server = started("second");
    const url = await server.open;
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    const busy = await callProgram({ environment: inFolder("second") }, "backup", file("three"));
    expect(busy).toMatchObject({ code: 1, complained: expect.stringMatching(/^folder-in-use/) });
    const measures = () => fetch(`${url}/metrics`).then((answer) => answer.text());
    // Those two, and one that the keeper asks for, since the contract's clocks were never read by its terms.
    const ended = /^underpin_work_seconds_count\{kind="read clocks again",ending="done"\} 3$/m;
    await expect.poll(measures, { timeout: 30_000, interval: 200 }).toMatch(ended);
    server.signal("SIGTERM");
    expect(await server.ended).toBe(0);
    const states = await opened("second", ({ gate }) =>
      gate.unit(systemOf(tenantOne), ({ db }) =>
        db
          .selectFrom("works")
          .select(["key", "state"])
          .where("tenant_id", "=", tenantOne)
          .where("key", "<>", contract)
          .orderBy("key")
          .execute(),
      ),
    );
    expect(states).toEqual([
      { key: "under way", state: "done" },
      { key: "waits", state: "done" },
    ]);
  });

  test.runIf(testedOn === "embedded")("an administrator takes a backup of the running server", async () => {
    const words = ["--organisation", "Tideway", "--administrator", "ada@example.com"];
    const server = started("running", ...words);
    const browser = browserOf((await server.open) ?? "");
    const [, token] = /\/invitation\/(\S+)/.exec(server.printed()) ?? [];
    const password = "harbour lights at four";
    expect((await browser.json("/api/v1/invitations/accept", { token, password })).status).toBe(200);
    const answer = await browser.get("/api/v1/backup");
    expect(answer.headers.get("content-type")).toBe("application/gzip");
    await writeFile(file("of-running"), new Uint8Array(await answer.arrayBuffer()));
    server.signal("SIGTERM");
    expect(await server.ended).toBe(0);
    expect((await readdir(file("running/uploads"))).filter((name) => name.includes("backup"))).toEqual([]);
    await done("restore", "of-running", inFolder("of-running-restored"));
    const lines = await linesOf("of-running");
    expect(lines.filter((line) => line.includes('"back up"'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("ada@example.com"))).not.toEqual([]);
  });

  test.runIf(testedOn === "embedded")("nothing is restored over what is there", async () => {
    const ended = await callProgram({ environment: inFolder("first") }, "restore", file("one"));
    expect(ended).toMatchObject({ code: 1, complained: expect.stringMatching(/^database-not-empty/) });
  });

  test.runIf(testedOn === "server")("from embedded to a PostgreSQL server and back", async () => {
    const root = inject("postgres") ?? "";
    const database = serverDatabase({ url: root, connections: 1 });
    const name = `kept_${process.pid}`;
    await database.hold((session) => session.script(`create database ${name}`));
    await database.close();
    const settings = { DATABASE_URL: databaseAt(root, name), UNDERPIN_SECRET: "x".repeat(40) };
    await done("restore", "one", settings);
    await done("backup", "of-server", settings);
    expect(await linesOf("of-server")).toEqual(await linesOf("one"));
    await done("restore", "of-server", inFolder("back"));
    await done("backup", "back-again", inFolder("back"));
    expect(await linesOf("back-again")).toEqual(await linesOf("one"));
  });
});
