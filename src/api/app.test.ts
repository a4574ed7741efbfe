import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase } from "../store/fixture/test-store.ts";
import { json, type TestApi, testApi } from "./fixture/test-api.ts";

describe.skipIf(noDatabase())("the API", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.shut());

  test("reads a list, a page at a time", async () => {
    const first = await api.ask("ada", "/contracts?limit=1");
    expect(first.status).toBe(200);
    const page = (await first.json()) as { items: { contract: string }[]; next: string };
    expect(page.items.map(({ contract }) => contract)).toEqual(["harbour-services"]);
    expect(first.headers.get("link")).toContain('rel="next"');
    const second = await api.ask("ada", `/contracts?limit=1&cursor=${page.next}`);
    expect(await second.json()).toMatchObject({ items: [{ contract: "lantern-services" }], next: null });
  });

  test("starts an activity", async () => {
    const made = await api.ask("ada", "/contracts/harbour-services/try/2026-01", json({ word: "hello" }));
    expect({ status: made.status, body: await made.json() }).toMatchObject({ status: 200, body: { state: "done", output: { word: "hello" } } });
  });
});
