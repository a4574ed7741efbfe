import { fsyncSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embeddedDatabase } from "./embedded-database.ts";
import { testedOn } from "./fixture/test-store.ts";
import type { Database } from "./session.ts";

describe.runIf(testedOn === "embedded")("an embedded database in a folder", () => {
  let folder: string;
  let database: Database;
  let syncs = 0;
  const sync = (descriptor: number): void => {
    syncs += 1;
    fsyncSync(descriptor);
  };
  const during = async (work: () => Promise<unknown>): Promise<number> => {
    const before = syncs;
    await work();
    return syncs - before;
  };
  const run = (sql: string) => database.hold((session) => session.script(sql));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-synced-"));
    database = await embeddedDatabase({ folder, sync });
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("forces every file and folder of the first start", async () => {
    expect(syncs).toBeGreaterThanOrEqual((await readdir(folder, { recursive: true })).length - 10);
  });

  test("forces the log of the database once for each commit that wrote, and not for one that read", async () => {
    await run("create table t (n integer)");
    expect(await during(() => run("begin; insert into t values (1); insert into t values (2); commit"))).toBe(1);
    const ten = async (): Promise<void> => {
      for (let n = 0; n < 10; n += 1) await run(`insert into t values (${n})`);
    };
    expect(await during(ten)).toBe(10);
    expect(await during(() => run("select count(*) from t"))).toBe(0);
  });

  test("a checkpoint forces the tables too", async () => {
    expect(await during(() => run("checkpoint"))).toBeGreaterThan(1);
  });
});
