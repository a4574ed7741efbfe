import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, tenantOne } from "../store/fixture/test-store.ts";
import { json, type TestApi, testApi } from "./fixture/test-api.ts";
import { countRows } from "./fixture/world.ts";

describe.skipIf(noDatabase())("the API", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.shut());

  const trial = "/contracts/harbour-services/try/2026-01";
  const rows = () => countRows(api.store.gate, tenantOne);

  test("does a request once for each key, whoever sends it again", async () => {
    const send = (body: unknown) => api.ask("ada", trial, json(body, { "idempotency-key": "key-1" }));
    const first = await send({ word: "hello" });
    const before = await rows();
    const again = await send({ word: "hello" });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.json()).toEqual(await first.json());
    expect(await rows()).toEqual(before);
    const other = await send({ word: "other" });
    expect([other.status, await other.json()]).toMatchObject([422, { code: "idempotency-key-reused" }]);
  });

  test("does it once where two come at the same time", async () => {
    const before = (await rows()).undertakings ?? 0;
    const send = () => api.ask("ada", trial, json({ word: "twins" }, { "idempotency-key": "key-2" }));
    const bodies = await Promise.all((await Promise.all([send(), send(), send()])).map((each) => each.json()));
    expect(new Set(bodies.map((each) => JSON.stringify(Object.entries(each as object).toSorted()))).size).toBe(1);
    expect((await rows()).undertakings).toBe(before + 1);
  });

  test("keeps nothing of what failed, and tells nobody why but the log", async () => {
    const before = await rows();
    const failed = await api.ask("ada", trial, json({ word: "w", fail: true }, { "idempotency-key": "key-3" }));
    const text = await failed.text();
    expect([failed.status, text.includes("secret"), api.faults.length]).toEqual([500, false, 1]);
    expect(JSON.parse(text)).toMatchObject({ code: "fault", instance: failed.headers.get("x-request-id") });
    expect(await rows()).toEqual(before);
  });

  test("says that nothing changed to who has it", async () => {
    const first = await api.ask("ada", "/contracts/harbour-services");
    const etag = first.headers.get("etag") ?? "";
    const same = await api.ask("ada", "/contracts/harbour-services", { headers: { "if-none-match": etag } });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    const head = await api.ask("ada", "/contracts/harbour-services", { method: "HEAD" });
    expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, etag, ""]);
  });

  test("refuses to replace a version that the writer has not seen", async () => {
    const stale = await api.ask("ada", "/matrix", {
      ...json({ based_on: 0, document: { format: 1, changes: {} } }, { "if-match": '"of-yesterday"' }),
      method: "PUT",
    });
    expect([stale.status, await stale.json()]).toMatchObject([412, { code: "changed-since" }]);
  });

  test("takes in a file as it is, and hands it to the queue", async () => {
    const path = "/contracts/harbour-services/files?mapping=zammad&name=incidents.csv";
    const taken = await api.ask("ada", path, { method: "POST", body: "number,opened\nINC-1,2026-01-01\n" });
    const { work, bytes } = (await taken.json()) as { work: string; bytes: number };
    expect([taken.status, taken.headers.get("location"), bytes]).toEqual([202, `/api/v1/works/${work}`, 31]);
    const [file] = api.taken;
    const text = await readFile(file?.path ?? "");
    expect(file?.sha256).toBe(createHash("sha256").update(text).digest("hex"));
    const empty = await api.ask("ada", path, { method: "POST" });
    expect([empty.status, await empty.json()]).toMatchObject([400, { code: "file-empty" }]);
    const foreign = await api.ask("omar", "/contracts/nobody/files?mapping=zammad", { method: "POST", body: "a" });
    expect(foreign.status).toBe(404);
  });

  test("keeps that a notice was read, the first time only", async () => {
    const { items } = (await (await api.ask("cora", "/notices")).json()) as { items: { notice: string }[] };
    const path = `/notices/${items[0]?.notice}/receipt`;
    expect(await (await api.ask("cora", path, json({}))).json()).toMatchObject({ read_at: 1_767_268_800 });
    expect((await api.ask("ada", path, json({}))).status).toBe(404);
    const unread = await (await api.ask("cora", "/notices?which=unread")).text();
    expect(unread).not.toContain(items[0]?.notice);
  });

  test("walks the audit log, and finds nothing at an address that is none", async () => {
    expect(await (await api.ask("ada", "/audit/check")).json()).toMatchObject({ is_whole: true, broken_at: null });
    expect((await api.ask("ada", "/nothing-here")).status).toBe(404);
    expect((await api.ask("ada", "/works/no-id-at-all")).status).toBe(404);
  });
});
