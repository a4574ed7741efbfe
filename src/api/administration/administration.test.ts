import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, systemOf, tenantOne } from "../../store/fixture/test-store.ts";
import { newId } from "../../store/new-id.ts";
import { json, type TestApi, testApi } from "../fixture/test-api.ts";
import { backupRoute } from "./backup-route.ts";
import { dataSubjectRoutes } from "./data-subjects.ts";
import { keepingRoutes } from "./keeping-routes.ts";

describe.skipIf(noDatabase())("what administrators do", () => {
  let api: TestApi;
  let backups = 0;
  beforeAll(async () => {
    const bytes = () => new Blob(["everything"]).stream();
    api = await testApi({
      backUp: () => {
        backups += 1;
        return bytes();
      },
    });
    await api.store.gate.unit(systemOf(tenantOne), ({ db }) =>
      db
        .insertInto("holdings")
        .values({
          ...{ tenant_id: tenantOne, holding_id: newId(), person_id: "ada", role: "ADM", contract_id: null },
          ...{ from_at: 1, until_at: null, granted_by: "system" },
        })
        .execute(),
    );
  });
  afterAll(() => api.shut());

  const ask = (key: string, path: string, init: RequestInit = {}) =>
    api.ask(null, path, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });
  const saying = async (path: string, init?: RequestInit): Promise<unknown> =>
    (await ask("ada-admin", path, init)).json();
  const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];
  const own = [...keepingRoutes, ...dataSubjectRoutes, backupRoute];
  const auditOf = () =>
    api.store.gate.unit(systemOf(tenantOne), ({ db }) =>
      db
        .selectFrom("audit")
        .select(["activity", "facts"])
        .where("tenant_id", "=", tenantOne)
        .orderBy("number")
        .execute(),
    );

  test("is refused to a key without the scope, and to a person without the role", async () => {
    expect(api.routes).toEqual(expect.arrayContaining(own));
    const inputs: Readonly<Record<string, unknown>> = {
      "/retention": { what: "notices", months: 1 },
      "/legal-holds": { contract: null, reason: "x" },
      "/data-subjects/forget": { named: "cora" },
    };
    for (const { method, path } of own) {
      const real = path.replace("{hold}", newId()) + (path === "/data-subjects" ? "?named=cora" : "");
      const init = method === "GET" ? {} : { ...json(inputs[path] ?? {}), method };
      expect({ path, is: await codeOf(await ask("ada-read", real, init)) }).toEqual({
        path,
        is: [403, "scope-missing"],
      });
      const other = await ask("cora-admin", real, init);
      expect({ path, is: (await codeOf(other))[0] }).toEqual({ path, is: 403 });
    }
  });

  test("retention rules are set and read, and the audit log says by whom", async () => {
    const rule = { what: "pseudonyms", months: 36 };
    const put = (months: number | null) => saying("/retention", { ...json({ ...rule, months }), method: "PUT" });
    expect(await put(36)).toMatchObject({ items: expect.arrayContaining([rule]) });
    expect(await saying("/retention")).toMatchObject({ items: expect.arrayContaining([rule]) });
    expect(JSON.stringify(await put(null))).not.toContain("pseudonyms");
    expect((await auditOf()).at(-1)).toEqual({
      activity: "keep the data",
      facts: { did: "retention rule", what: "pseudonyms", months: null },
    });
  });

  test("a legal hold is placed once for each key, listed and ended once", async () => {
    const asked = json({ contract: null, reason: "a claim" }, { "idempotency-key": "hold-1" });
    const { hold } = (await saying("/legal-holds", asked)) as { hold: string };
    expect(await saying("/legal-holds", asked)).toEqual({ hold });
    expect(await saying("/legal-holds")).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ hold, contract: null, until: null, by: "ada" })]),
    });
    expect((await ask("ada-admin", `/legal-holds/${hold}/end`, json({}))).status).toBe(200);
    expect((await ask("ada-admin", `/legal-holds/${hold}/end`, json({}))).status).toBe(404);
  });

  test("a person is told of, and the audit log says so without the name", async () => {
    const found = await saying("/data-subjects?named=cora");
    expect(found).toMatchObject({ people: [expect.objectContaining({ person_id: "cora" })], accounts: [] });
    expect((await auditOf()).at(-1)).toEqual({ activity: "answer a data subject", facts: { did: "exported" } });
  });

  test("a person who left is forgotten, unless a hold stands", async () => {
    const system = systemOf(tenantOne);
    await api.store.gate.unit(system, async ({ session }) => {
      await session.query(
        `insert into underpin.people (tenant_id, person_id, party_id, name, email, is_active, created)
         values ($1, 'gone', 'harbour', 'Petra Gone', 'petra@example.com', false, 1)`,
        [tenantOne],
      );
      await session.query("update underpin.legal_holds set until_at = 2 where tenant_id = $1", [tenantOne]);
    });
    const hold = (await saying("/legal-holds", json({ contract: null, reason: "court" }))) as { hold: string };
    expect(await saying("/data-subjects/forget", json({ named: "Petra Gone" }))).toEqual({ links: 0, people: 0 });
    await saying(`/legal-holds/${hold.hold}/end`, json({}));
    expect(await saying("/data-subjects/forget", json({ named: "petra@example.com" }))).toEqual({
      links: 0,
      people: 1,
    });
    expect(JSON.stringify(await auditOf())).not.toMatch(/petra/i);
  });

  test("a backup is for the administrator of the only tenant", async () => {
    expect(await codeOf(await ask("ada-admin", "/backup"))).toEqual([403, "several-tenants"]);
    expect(backups).toBe(0);
  });
});
