import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addHappening } from "../../store/add-happening.ts";
import { noDatabase, systemOf, tenantOne } from "../../store/fixture/test-store.ts";
import { newId } from "../../store/new-id.ts";
import { json, type TestApi, testApi } from "../fixture/test-api.ts";

const who = systemOf(tenantOne);

/** What answers of these routes hold, each some of it. */
interface Answered {
  readonly items: readonly Readonly<Record<string, string>>[];
  readonly webhook: string;
  readonly secret: string;
  readonly code: string;
  readonly work: string;
}

describe.skipIf(noDatabase())("webhooks in the API", () => {
  let api: TestApi;
  beforeAll(async () => {
    const ada = { tenant: tenantOne, person: "ada", party: "tideway", side: "provider", via: "session" } as const;
    api = await testApi({ authenticate: async () => ({ ...ada, scopes: ["read", "write", "admin"] }) });
  });
  afterAll(() => api.shut());

  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await api.ask(null, path, { ...(method === "GET" ? {} : json(body ?? {})), method });
    return { status: answer.status, body: (await answer.json()) as Answered };
  };
  const administer = () =>
    api.store.gate.unit(who, ({ db }) =>
      db
        .insertInto("holdings")
        .values({
          ...{ tenant_id: tenantOne, holding_id: newId(), person_id: "ada", role: "ADM", contract_id: null },
          ...{ from_at: 0, until_at: null, granted_by: "ben" },
        })
        .execute(),
    );
  const hook = { url: "https://hooks.harbour.example/underpin", topics: ["period.closed"] };

  test("are for who holds the role ADM", async () => {
    expect(await ask("GET", "/webhooks")).toMatchObject({ status: 403, body: { code: "administrator-only" } });
    expect(await ask("POST", "/webhooks", hook)).toMatchObject({ status: 403 });
    await administer();
    expect(await ask("GET", "/webhooks")).toMatchObject({ status: 200 });
  });

  test.each([
    "http://hooks.harbour.example/underpin",
    "https://127.0.0.1/hook",
    "https://[::1]/hook",
    "https://[fd00::1]/hook",
    "https://192.168.7.1:8443/hook",
    "https://2130706433/hook",
    "https://localhost/hook",
    "https://build.internal/hook",
    "https://ada:secret@hooks.harbour.example/",
    "ftp://hooks.harbour.example/",
    "hooks.harbour.example",
  ])("are not sent to %s", async (url) => {
    expect(await ask("POST", "/webhooks", { ...hook, url })).toMatchObject({
      status: 422,
      body: { code: "input-refused" },
    });
  });

  test("tell their secret once, get another one, are changed and removed, and the audit log has it", async () => {
    const before = (await ask("GET", "/webhooks")).body.items.length;
    const added = await ask("POST", "/webhooks", hook);
    expect(added).toMatchObject({ status: 200, body: { secret: expect.stringMatching(/^uws_/) } });
    const { webhook, secret } = added.body;
    const rotated = await ask("POST", `/webhooks/${webhook}/secret`);
    expect(rotated.body.secret).not.toBe(secret);
    expect((await ask("PUT", `/webhooks/${webhook}`, { topics: ["clock.warning"] })).status).toBe(200);
    expect((await ask("PUT", `/webhooks/${webhook}`, { url: "https://10.0.0.1/" })).status).toBe(422);
    expect((await ask("PUT", `/webhooks/${newId()}`, { is_active: true })).status).toBe(404);
    expect((await ask("DELETE", `/webhooks/${webhook}`)).status).toBe(200);
    const all = await ask("GET", "/webhooks");
    expect(all.body.items).toHaveLength(before + 1);
    expect(all.body.items.find((one) => one.webhook === webhook)).toMatchObject({
      ...{ url: hook.url, topics: ["clock.warning"], is_active: false, by: "ada" },
    });
    const audit = JSON.stringify(await ask("GET", "/audit?activity=keep webhooks"));
    for (const did of ["webhook added", "secret of a webhook changed", "webhook changed", "webhook removed"])
      expect(audit).toContain(did);
    for (const word of [secret, rotated.body.secret]) {
      expect(JSON.stringify(all)).not.toContain(word);
      expect(audit).not.toContain(word);
    }
  });

  test("list what could not be delivered, and send it again", async () => {
    const { webhook } = (await ask("POST", "/webhooks", { ...hook, topics: ["agreement.signed"] })).body;
    await api.store.gate.unit(who, async (unit) => {
      await addHappening(unit, { topic: "agreement.signed", contract: null, agreement: null, body: {}, at: 1 });
      await unit.db
        .updateTable("deliveries")
        .set({ state: "dead", next_at: null, attempts: 17, last_answer: "500", done_at: 5 })
        .where("tenant_id", "=", tenantOne)
        .where("webhook_id", "=", webhook)
        .execute();
    });
    const [letter] = (await ask("GET", "/dead-letters")).body.items;
    expect(letter).toMatchObject({ webhook, topic: "agreement.signed", attempts: 17, answer: "500", since: 5 });
    expect((await ask("POST", `/dead-letters/${letter?.delivery}/redelivery`)).status).toBe(200);
    expect((await ask("POST", `/dead-letters/${letter?.delivery}/redelivery`)).status).toBe(404);
    expect((await ask("GET", "/dead-letters")).body.items).toEqual([]);
  });

  test("an evaluation is asked for by who has a part in it, and is begun by the queue", async () => {
    const asked = await ask("POST", "/contracts/harbour-services/periods/2026-02/evaluation");
    expect(asked).toMatchObject({ status: 202, body: { work: expect.any(String) } });
    expect((await ask("POST", "/contracts/harbour-services/periods/2026-Q1/evaluation")).status).toBe(404);
    expect((await ask("POST", "/contracts/nowhere/periods/2026-02/evaluation")).status).toBe(404);
  });
});
