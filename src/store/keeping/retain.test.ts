import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Instant } from "../../engine/time/instant.ts";
import { canonical } from "../canonical.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, tenantTwo, testStore } from "../fixture/test-store.ts";
import { addContractRow } from "../records/fixture/contract-row.ts";
import { exportPerson, pseudonymise } from "./data-subject.ts";
import { retain } from "./retain.ts";
import { endHold, placeHold, setRetention } from "./retention-rules.ts";

const at = (text: string): Instant => (Date.parse(text) / 1000) as Instant;
const [may2024, june2025] = [at("2024-05-10T12:00:00Z"), at("2025-06-10T12:00:00Z")];
/** The contract year of May 2024 ends on 31 March 2025, and with 24 months it is over. */
const over = at("2027-04-02T00:00:00Z");

describe.skipIf(noDatabase())("retention and data subjects", () => {
  let store: TestStore;
  const system = <T>(work: Parameters<typeof store.gate.unit<T>>[1]) => store.gate.unit(systemOf(tenantOne), work);
  const all = (table: string) =>
    store.database.hold(async (session) => {
      await session.script("begin; set local role underpin_backup");
      const { rows } = await session.query(`select * from underpin.${table} order by 1, 2, 3`);
      await session.script("commit");
      return rows;
    });

  beforeAll(async () => {
    store = await testStore();
    for (const tenant of [tenantOne, tenantTwo])
      await store.gate.unit(systemOf(tenant), (unit) => filled(unit, tenant));
  });
  afterAll(() => store.close());

  async function filled(unit: Parameters<Parameters<typeof store.gate.unit>[1]>[0], tenant: string): Promise<void> {
    await addContractRow(unit, "c1");
    const { session } = unit;
    await session.query(
      `insert into underpin.records (tenant_id, contract_id, kind, tool, record_id, bucket, first_at, last_at, events)
       select $1, 'c1', 'incident', 't', r.id, 1, r.at, r.at, 1
       from (values ('old', $2::bigint), ('new', $3), ('open', $2)) as r (id, at)`,
      [tenant, may2024, june2025],
    );
    await session.query(
      `insert into underpin.record_events (tenant_id, contract_id, kind, tool, record_id, happened, sequence, learned,
         change, file, line, batch_id)
       select tenant_id, contract_id, kind, tool, record_id, last_at, 1, last_at,
         json_build_object('kind', 'field', 'field', 'caller', 'value', 'caller ' || record_id), 'f', 1, $1
       from underpin.records where tenant_id = $1`,
      [tenant],
    );
    await session.query(
      `insert into underpin.pseudonyms select $1, 'c1', 'caller', 'Ann ' || record_id, 'caller ' || record_id
       from underpin.records where tenant_id = $1`,
      [tenant],
    );
    for (const [id, month, start] of [
      ["1", "2024-05", may2024],
      ["2", "2025-06", june2025],
    ] as const) {
      const evaluation = `00000000-0000-7000-9000-00000000000${id}`;
      await session.query(
        `insert into underpin.evaluations values ($1, 'c1', $2, $3, $4, $5, 1, 1, 1, 'e', 'z', '{"facts":"d"}', 1, 'p')`,
        [tenant, evaluation, month, start - 86_400, start + 86_400],
      );
      await session.query("insert into underpin.closures values ($1, 'c1', $2, $3, 1, 'p', 'q')", [
        tenant,
        month,
        evaluation,
      ]);
    }
    await session.query("insert into underpin.agreements values ($1, 'c1', 'a', 'SLA', '', 'provider', 'client')", [
      tenant,
    ]);
    await session.query(
      `insert into underpin.live_clocks (tenant_id, contract_id, agreement_id, level_id, kind, tool, record_id, cycle,
         state, clock, updated) values ($1, 'c1', 'a', 'l', 'incident', 't', 'open', 1, 'runs', '{}', 1)`,
      [tenant],
    );
    await session.query(
      `insert into underpin.people values ($1, 'p1', 'client', 'Ann old', 'ann@example.com', null, false, 1),
         ($1, 'p2', 'client', 'Bo', 'bo@example.com', null, true, 2)`,
      [tenant],
    );
  }

  test("without a rule nothing is removed", async () => {
    expect(await system((unit) => retain(unit, over))).toMatchObject({ records: 0, pseudonyms: 0, more: false });
    expect(await all("audit")).toEqual([]);
  });

  test("under a legal hold nothing is removed, by nobody", async () => {
    const hold = await system(async (unit) => {
      await setRetention(unit, { what: "record events", months: 24, at: 1, by: "p" });
      return await placeHold(unit, { contract: "c1", reason: "court", at: 1, by: "p" });
    });
    expect(await system((unit) => retain(unit, over))).toMatchObject({ records: 0 });
    await expect(
      system(({ session }) => session.query("select * from underpin.remove_records('c1', $1, 9)", [over])),
    ).rejects.toThrow(/legal hold/);
    expect(await system((unit) => pseudonymise(unit, "Ann old", over))).toMatchObject({ links: 0 });
    await system((unit) => endHold(unit, hold, 2));
  });

  test.each(["delete from", "truncate", "update"])("nobody else can %s", async (verb) => {
    const sql = verb === "update" ? "update underpin.record_events set line = 9" : `${verb} underpin.record_events`;
    await expect(system(({ session }) => session.query(sql))).rejects.toThrow(/permission denied/);
    await expect(store.database.hold((session) => session.query(sql))).rejects.toThrow(/append-only/);
    expect(await all("record_events")).toHaveLength(6);
  });

  test("a day before the term nothing, then what is closed and has come to its end, of this tenant", async () => {
    const [results, evaluations] = [await all("closures"), await all("evaluations")];
    expect(await system((unit) => retain(unit, at("2027-03-31T22:00:00Z")))).toMatchObject({ records: 0 });
    expect(await system((unit) => retain(unit, over))).toMatchObject({ records: 1, events: 1, more: false });
    const ids = (await all("record_events")).map((row) => [row.tenant_id, row.record_id]).toSorted();
    expect(ids).toEqual([
      [tenantOne, "new"],
      [tenantOne, "open"],
      [tenantTwo, "new"],
      [tenantTwo, "old"],
      [tenantTwo, "open"],
    ]);
    expect([await all("closures"), await all("evaluations")]).toEqual([results, evaluations]);
    const [row] = await all("audit");
    expect(row).toMatchObject({ activity: "remove what is over", facts: { records: 1, events: 1 } });
  });

  test("names go when nothing was told of the person for the term", async () => {
    await system((unit) => setRetention(unit, { what: "pseudonyms", months: 36, at: 1, by: "p" }));
    expect(await system((unit) => retain(unit, over))).toMatchObject({ pseudonyms: 1 });
    expect((await all("pseudonyms")).filter((row) => row.tenant_id === tenantOne)).toHaveLength(2);
  });

  test("a data subject is found, and then nobody to be named; every figure's source and the audit as before", async () => {
    const found = await system((unit) => exportPerson(unit, "Ann new"));
    expect(found.records).toEqual([
      { contract_id: "c1", kind: "incident", tool: "t", record_id: "new", field: "caller", pseudonym: "caller new" },
    ]);
    expect((await system((unit) => exportPerson(unit, "ANN@example.com"))).people).toHaveLength(1);
    const tables = ["record_events", "records", "evaluations", "closures", "audit"];
    const before = await Promise.all(tables.map(async (name) => canonical(await all(name))));
    expect(await system((unit) => pseudonymise(unit, "Ann new", over))).toEqual({ links: 1, people: 0 });
    expect(await system((unit) => pseudonymise(unit, "Bo", over))).toEqual({ links: 0, people: 0 });
    expect(await system((unit) => pseudonymise(unit, "Ann old", over))).toEqual({ links: 0, people: 1 });
    const after = await Promise.all(tables.map(async (name) => canonical(await all(name))));
    expect(after.slice(0, 4)).toEqual(before.slice(0, 4));
    // Two rows were added behind those that were there.
    expect(after[4]?.startsWith(before[4]?.slice(0, -1) ?? "?")).toBe(true);
    expect((await system((unit) => exportPerson(unit, "Ann new"))).records).toEqual([]);
    const people = (await all("people")).filter((row) => row.tenant_id === tenantOne);
    expect(people.map((row) => row.name).toSorted()).toEqual(["Bo", "person 1"]);
  });
});
