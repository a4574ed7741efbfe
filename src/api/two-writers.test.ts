import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Activity, activity } from "../activities/activity.ts";
import { noDatabase } from "../store/fixture/test-store.ts";
import { json, type TestApi, testApi } from "./fixture/test-api.ts";

/** Gives a contract another title, at the address where it is read. */
const rename = activity({
  name: "publish the report",
  summary: "Gives a contract another title.",
  path: "/contracts/{contract}",
  method: "PUT",
  input: z.strictObject({ contract: z.string(), title: z.string() }),
  output: z.strictObject({ title: z.string() }),
  about: ({ contract }) => ({ contract, subject: contract }),
  work: ({ unit }, { contract, title }) =>
    unit.asSystem(async ({ db, who }) => {
      const own = db.updateTable("contracts").set({ title }).where("tenant_id", "=", who.tenant);
      await own.where("contract_id", "=", contract).execute();
      return { title };
    }),
});

describe.skipIf(noDatabase())("two writers of the same version", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi({ activities: [rename as Activity] });
  });
  afterAll(() => api.shut());

  const path = "/contracts/harbour-services";
  const seen = async () => (await api.ask("ada", path)).headers.get("etag") ?? "";
  const write = (title: string, etag: string) =>
    api.ask("ada", path, { ...json({ title }, { "if-match": etag }), method: "PUT" });

  test("one replaces it, all others are told", async () => {
    const etag = await seen();
    const answers = await Promise.all(["a", "b", "c", "d"].map((title) => write(title, etag)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
    const stale = answers.find(({ status }) => status === 412);
    expect(await stale?.json()).toMatchObject({ code: "changed-since" });
    expect((await write("e", await seen())).status).toBe(200);
  });

  test("the same request sent again gets its answer again, though the version is another by now", async () => {
    const etag = await seen();
    const send = () =>
      api.ask("ada", path, { ...json({ title: "f" }, { "if-match": etag, "idempotency-key": "once" }), method: "PUT" });
    expect((await send()).status).toBe(200);
    const again = await send();
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"]);
  });
});
