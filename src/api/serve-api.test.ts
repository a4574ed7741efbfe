import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addHappening } from "../store/add-happening.ts";
import { noDatabase, systemOf, tenantOne } from "../store/fixture/test-store.ts";
import { newId } from "../store/new-id.ts";
import { type Client, openClient } from "./client/open-client.ts";
import type { publish } from "./fixture/activities.ts";
import { type TestApi, testApi } from "./fixture/test-api.ts";
import { type Served, serveApi } from "./serve-api.ts";

describe.skipIf(noDatabase())("a served API, asked by its client", () => {
  let api: TestApi;
  let served: Served;
  const clientOf = (key: string): Client => openClient({ url: served.url, key, fetch, newKey: () => newId() });
  beforeAll(async () => {
    api = await testApi();
    served = await serveApi(api, { host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await served.close(2);
    await api.store.close();
  });

  test("reads, walks pages, and starts an activity", async () => {
    const ada = clientOf("ada");
    const { title, agreements } = await ada.read("/contracts/{contract}", { contract: "harbour-services" });
    expect([title, agreements.length]).toEqual(["mark-of-harbour", 3]);
    const names: string[] = [];
    for await (const { person } of ada.all("/people", { limit: 2 })) names.push(person);
    expect(names).toEqual(["ada", "ben", "cora", "lena", "nora", "olga", "omar", "tom", "vera"]);
    const input = { contract: "harbour-services", period: "2026-01", word: "hello" };
    const started = await ada.start<typeof publish>("POST", "/contracts/{contract}/try/{period}", { input });
    expect(started.output?.word).toBe("hello");
  });

  test("throws problems", async () => {
    const missing = clientOf("lena").read("/contracts/{contract}", { contract: "harbour-services" });
    await expect(missing).rejects.toMatchObject({ status: 404, code: "not-found" });
  });

  test("tells each what happens to what it may see, from where it was cut", async () => {
    const tell = (agreement: string, word: string) =>
      api.store.gate.unit(systemOf(tenantOne), (unit) =>
        addHappening(unit, { topic: "clock.warning", contract: "harbour-services", agreement, body: { word }, at: 1 }),
      );
    const vera = clientOf("vera").events({ after: 0 });
    expect((await vera.next()).value).toMatchObject({
      id: 3,
      topic: "clock.warning",
      body: { word: "mark-of-northlight" },
    });
    const next = vera.next();
    await tell("harbour-sla", "for the client");
    await tell("harbour-uc", "for the vendor");
    expect((await next).value).toMatchObject({ id: 8, body: { word: "for the vendor" } });
    const again = clientOf("vera").events({ after: 7, topics: ["clock.warning"] });
    expect((await again.next()).value).toMatchObject({ id: 8 });
    await vera.return(undefined);
    await again.return(undefined);
  });
});
