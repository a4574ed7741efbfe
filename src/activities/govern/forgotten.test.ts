import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at } from "../../engine/measure/fixture/story.ts";
import { instant } from "../../engine/time/instant.ts";
import { canonical } from "../../store/canonical.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import { forgetAccount } from "../../store/keeping/account-of-person.ts";
import { exportPerson, pseudonymise } from "../../store/keeping/data-subject.ts";
import { checkAudit } from "../../store/reading/check-audit.ts";
import type { WrittenEvent } from "../../wire/records/event.ts";
import { allActivities } from "../all-activities.ts";
import { byAdministrator, contract, draftContract } from "../establish/fixture/demo-contract.ts";
import { performByRunner } from "../establish/perform-by-runner.ts";
import type { Perform } from "../establish/set-up-demonstration.ts";
import { evaluateAPeriod } from "../measure/evaluate-a-period.ts";
import { computeHere } from "../measure/measure-task.ts";
import { takeInRecords } from "../measure/take-in-records.ts";
import { openRunner } from "../run/runner.ts";
import { managePeopleAndRoles } from "./manage-people-and-roles.ts";

const [name, email] = ["Petra Sandgren", "petra.sandgren@example.com"];
const who = { tenant: tenantOne, person: "caller-one" };

/** Somebody who was invited, signed in, called the service desk, and left. */
describe.skipIf(noDatabase())("somebody is forgotten", () => {
  let store: TestStore;
  let now = at("2024-05-02 12:00");
  const system = <T>(work: Parameters<typeof store.gate.unit<T>>[1]) => store.gate.unit(systemOf(tenantOne), work);

  /** Every table that has a row in which a text stands, whatever the column. */
  const tablesWith = (text: string): Promise<readonly string[]> =>
    store.database.hold(async (session) => {
      await session.script("begin; set local role underpin_backup");
      const { rows } = await session.query(
        `select schemaname || '.' || tablename as name from pg_tables
         where schemaname in ('underpin', 'sign_in') and tablename !~ '^record_events_' order by 1`,
      );
      const found: string[] = [];
      for (const each of rows.map((row) => String(row.name))) {
        const sql = `select from ${each} t where position(lower($1) in lower(t::text)) > 0 limit 1`;
        if ((await session.query(sql, [text])).rows.length > 0) found.push(each);
      }
      await session.script("rollback");
      return found;
    });
  const kept = (): Promise<Readonly<Record<string, string>>> =>
    store.database.hold(async (session) => {
      await session.script("begin; set local role underpin_backup");
      const all: Record<string, string> = {};
      for (const table of ["audit", "evaluations", "results", "credits", "reports", "record_events", "packs"]) {
        const { rows } = await session.query(`select t::text as line from underpin.${table} t order by t::text`);
        all[table] = canonical(rows.map(({ line }) => line));
      }
      await session.script("rollback");
      return all;
    });

  beforeAll(async () => {
    store = await testStore();
    const people = await draftContract(store);
    const parts = { gate: store.gate, now: () => now, engine: "test", compute: computeHere };
    const runner = openRunner({ ...parts, activities: allActivities });
    const byMatrix = performByRunner(runner, store.gate, tenantOne);
    await comeIn(byMatrix);
    people.now = now;
    await people.perform(takeInRecords, { contract, events: call() }, { startedBy: "callum-reyes", approvedBy: [] });
    now = at("2024-06-05");
    people.now = now;
    const asked = { contract, period: "2024-05", known_until: at("2024-06-04") };
    await people.perform(evaluateAPeriod, asked, { startedBy: "callum-reyes", approvedBy: [] });
    await byMatrix(managePeopleAndRoles, { do: "deactivate", person: who.person }, byAdministrator);
  }, 120_000);
  afterAll(() => store.close());

  async function comeIn(perform: Perform): Promise<void> {
    const invited = { do: "invite", person: who.person, name, email, party: "meridian" } as const;
    await perform(managePeopleAndRoles, invited, byAdministrator);
    await system(({ session }) =>
      session.query(
        `insert into underpin.undertakings (tenant_id, undertaking_id, activity, subject, input, state, started_by,
           started_party, started_at, ended_at)
         values ($1, $2, 'manage people and roles', $3, $4, 'done', 'ada-kestrel', 'tideway', 1, 1)`,
        [tenantOne, "00000000-0000-7000-8000-0000000000aa", who.person, JSON.stringify(invited)],
      ),
    );
    await store.gate.signIn(async (session) => {
      const ofAccount = [name, email];
      await session.query(
        "insert into sign_in.accounts (id, name, email, email_verified) values ('acc', $1, $2, true)",
        ofAccount,
      );
      await session.query("insert into sign_in.memberships values ($1, $2, $3, 'acc')", [tenantOne, who.person, email]);
      await session.query("insert into sign_in.invitations values ('hash', $1, $2, $3, true, 1, 2)", [
        tenantOne,
        who.person,
        email,
      ]);
    });
  }

  /** The mapping of the demonstration's tool marks the caller as a person. */
  const call = (): WrittenEvent[] => {
    const said: readonly WrittenEvent["change"][] = [
      { kind: "moment", moment: "opened" },
      { kind: "field", field: "priority", value: "2" },
      { kind: "field", field: "caller", value: name },
      { kind: "state", state: { kind: "resolved" } },
    ];
    return said.map((change, sequence) => ({
      ...{ source: "servicenow", kind: "incidents", record: "INC-1", sequence, change },
      happened: instant(at("2024-05-02 09:00") + sequence * 60),
      learned: at("2024-05-02 10:00"),
    }));
  };

  test("until then the name stands where it can be taken away, and nowhere else", async () => {
    expect(await tablesWith(name)).toEqual([
      "sign_in.accounts",
      "underpin.people",
      "underpin.pseudonyms",
      "underpin.undertakings",
    ]);
    expect(await tablesWith(email)).toEqual([
      "sign_in.accounts",
      "sign_in.invitations",
      "sign_in.memberships",
      "underpin.people",
      "underpin.undertakings",
    ]);
    expect(Object.keys(await system((unit) => exportPerson(unit, name)))).toContain("undertakings");
  });

  test("then no table holds name or address; figures, digests and the chain are the same to the byte", async () => {
    const before = await kept();
    expect(JSON.parse(before.results ?? "[]").length).toBeGreaterThan(3);
    await store.gate.signIn((session) => forgetAccount(session, who));
    expect(await system((unit) => pseudonymise(unit, name, now))).toEqual({ links: 1, people: 1 });
    expect([await tablesWith(name), await tablesWith(email)]).toEqual([[], []]);
    const { audit: chain = "", ...figures } = await kept();
    const { audit: chainBefore = "?", ...figuresBefore } = before;
    expect(figures).toEqual(figuresBefore);
    // One row was added: that it was done, without the name.
    const rows = JSON.parse(chain) as readonly string[];
    const rowsBefore = JSON.parse(chainBefore) as readonly string[];
    expect(rows.filter((row) => rowsBefore.includes(row))).toEqual(rowsBefore);
    expect(rows).toHaveLength(rowsBefore.length + 1);
    expect(await checkAudit((work) => system(work))).toMatchObject({ is_whole: true });
  });
});
