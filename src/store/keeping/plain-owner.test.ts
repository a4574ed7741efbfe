import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import type { Instant } from "../../engine/time/instant.ts";
import { databaseAt } from "../fixture/postgres-server.ts";
import { noDatabase, systemOf, tenantOne, tenantTwo, testedOn } from "../fixture/test-store.ts";
import { openGate } from "../gate.ts";
import { migrate, migrations } from "../migrate.ts";
import { addContractRow } from "../records/fixture/contract-row.ts";
import { serverDatabase } from "../server-database.ts";
import { backUp, restore } from "./backup-file.ts";
import { retain } from "./retain.ts";
import { setRetention } from "./retention-rules.ts";

describe.skipIf(noDatabase() || testedOn === "embedded")("a server whose user is no superuser", () => {
  test("is backed up whole, restored whole, and may run the removal of what is over", async () => {
    const folder = await mkdtemp(join(tmpdir(), "underpin-plain-"));
    const [from, to] = [await plainDatabase("from"), await plainDatabase("to")];
    await migrate(from, await migrations());
    const gate = openGate(from);
    for (const tenant of [tenantOne, tenantTwo])
      await gate.unit(systemOf(tenant), (unit) => addContractRow(unit, "c1"));
    const removed = await gate.unit(systemOf(tenantOne), async (unit) => {
      await setRetention(unit, { what: "record events", months: 1, at: 1, by: "p" });
      return await retain(unit, 1_900_000_000 as Instant);
    });
    expect(removed).toMatchObject({ records: 0, more: false });
    const file = join(folder, "backup");
    const kept = await backUp(from, { file, version: "1", at: 1 });
    expect(kept.tables.find(({ end }) => end === "underpin.tenants")?.rows).toBe(2);
    expect(await restore(to, { file, steps: await migrations() })).toEqual(kept);
    await from.close();
    await to.close();
    await rm(folder, { recursive: true });
  });
});

async function plainDatabase(name: string) {
  const url = inject("postgres") ?? "";
  const owner = `keeping_${name}_${process.pid}`;
  const root = serverDatabase({ url, connections: 1 });
  const roles = ["app", "keeper", "sign_in", "queue", "backup", "remover"].map((role) => `underpin_${role}`).join(", ");
  for (const sql of [
    `create role ${owner} login createrole`,
    `create database ${owner} owner ${owner}`,
    `grant ${roles} to ${owner} with admin option`,
  ])
    await root.hold((session) => session.script(sql));
  await root.close();
  const own = new URL(databaseAt(url, owner));
  own.username = owner;
  return serverDatabase({ url: own.href, connections: 2 });
}
