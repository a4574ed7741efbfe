import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAudit, auditHash } from "../add-audit.ts";
import { embeddedDatabase } from "../embedded-database.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../fixture/test-store.ts";
import { openGate } from "../gate.ts";
import { migrations } from "../migrate.ts";
import { addContractRow } from "../records/fixture/contract-row.ts";
import type { Database } from "../session.ts";
import { backUp, restore } from "./backup-file.ts";

describe.skipIf(noDatabase())("backup and restore", () => {
  let store: TestStore;
  let folder: string;
  let first: Awaited<ReturnType<typeof backUp>>;
  const file = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-backup-"));
    store = await testStore();
    await store.gate.unit(systemOf(tenantOne), async (unit) => {
      await addContractRow(unit, "c1", ["sla"]);
      for (const year of [2024, 2025]) await unit.session.query("select underpin.ensure_year($1)", [year]);
      await unit.session.query(
        `insert into underpin.record_events (tenant_id, contract_id, kind, tool, record_id, happened, sequence, learned,
           change, file, line, batch_id)
         select $1, 'c1', 'incident', 'Ä"\\' || chr(10), 'r' || n, 1720000000 + n * 86400, 1, 1730000000,
           '{"kind":"field","field":"x","value":null}', '', n, $1 from generate_series(1, 400) n`,
        [tenantOne],
      );
      await addAudit(unit, {
        at: 2,
        person: "p",
        activity: "a",
        contract: null,
        subject: "s",
        facts: { big: 9007199254740993n },
      });
      await unit.session.query(
        `insert into underpin.packs values ($1, 'c1', 'incident', 1, 1, 1, '', '', '\\x00ff', 1)`,
        [tenantOne],
      );
    });
    await store.gate.signIn((session) =>
      session.query(
        `insert into sign_in.accounts (id, name, email, email_verified, created_at)
         values ('1', 'A', 'a@example.com', true, '2026-01-01 00:00:00.123456+00')`,
      ),
    );
    first = await backUp(store.database, { file: file("first"), version: "1.2.3", at: 5 });
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("counts what it holds; every table of both schemas is in it, behind those it refers to", async () => {
    const names = first.tables.map(({ end }) => end);
    expect(names.indexOf("underpin.contracts")).toBeGreaterThan(names.indexOf("underpin.parties"));
    expect(names).toContain("sign_in.sessions");
    expect(first.tables.find(({ end }) => end === "underpin.record_events")?.rows).toBe(400);
    const { rows } = await store.database.hold((session) =>
      session.query(`select schemaname || '.' || tablename as name from pg_tables
        where schemaname in ('underpin', 'sign_in') and tablename !~ '^record_events_'`),
    );
    expect(names.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  });

  const restoredInto = async (database: Database): Promise<void> => {
    await restore(database, { file: file("first"), steps: await migrations() });
    const again = await backUp(database, { file: file(`again-${Math.random()}`), version: "1.2.3", at: 5 });
    expect(again).toEqual(first);
  };

  test("into another database of the same kind: table by table equal, the chain of the audit whole", async () => {
    const other = await testStore();
    await restoredInto(other.database);
    const [row] = await openGate(other.database).unit(systemOf(tenantOne), ({ db }) =>
      db.selectFrom("audit").selectAll().where("tenant_id", "=", tenantOne).execute(),
    );
    const {
      at,
      number,
      hash,
      hash_before: before,
      facts,
    } = row ?? { at: 0, number: 0, hash: "", hash_before: "", facts: {} };
    const said = { at, number, before, person: "p", activity: "a", contract: null, subject: "s" };
    expect(auditHash({ ...said, facts: JSON.stringify(facts) })).toBe(hash);
    await other.close();
  });

  test("into an embedded database, of a server too, and back", async () => {
    const embedded = await embeddedDatabase({ memory: true });
    await restoredInto(embedded);
    const back = await testStore();
    await backUp(embedded, { file: file("of-embedded"), version: "1.2.3", at: 5 });
    expect(await restore(back.database, { file: file("of-embedded"), steps: await migrations() })).toEqual(first);
    await back.close();
    await embedded.close();
  });

  test("a database that is not empty is left alone, and a file is never overwritten", async () => {
    await expect(restore(store.database, { file: file("first"), steps: await migrations() })).rejects.toMatchObject({
      code: "database-not-empty",
    });
    await expect(backUp(store.database, { file: file("first"), version: "", at: 1 })).rejects.toMatchObject({
      code: "file-there",
    });
  });

  test("damage is refused with what is wrong, and nothing is written", async () => {
    const whole = await readFile(file("first"));
    const text = gunzipSync(whole).toString();
    const other = await testStore();
    const damaged: readonly (readonly [Uint8Array, string, RegExp])[] = [
      [whole.subarray(0, whole.length - 40), "backup-damaged", /damaged/],
      [gzipSync(text.replace('"r7"', '"r0"')), "backup-damaged", /record_events are not those/],
      [
        gzipSync(
          text
            .split("\n")
            .filter((line) => !line.includes('"r7"'))
            .join("\n"),
        ),
        "backup-damaged",
        /399 rows/,
      ],
      [gzipSync(text.split("\n").slice(0, -2).join("\n")), "backup-damaged", /ends before/],
      [gzipSync(text.replace(/"sha256":"[0-9a-f]{64}"/, '"sha256":"0"')), "backup-of-another-version", /1\.2\.3/],
      [gzipSync("a,b\n"), "no-backup", /no backup/],
      [Buffer.from("a,b\n"), "backup-damaged", /damaged or no backup/],
    ];
    for (const [bytes, code, message] of damaged) {
      await writeFile(file("damaged"), bytes);
      const refused = restore(other.database, { file: file("damaged"), steps: await migrations() });
      await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    }
    await restoredInto(other.database);
    await other.close();
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});
