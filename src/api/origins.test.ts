import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase } from "../store/fixture/test-store.ts";
import { type TestApi, testApi } from "./fixture/test-api.ts";

const origin = "https://dashboard.harbour.example";
const allowed = (answer: Response) => [
  answer.headers.get("access-control-allow-origin"),
  answer.headers.get("access-control-allow-credentials"),
];
const preflight = {
  method: "OPTIONS",
  headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
};

describe.skipIf(noDatabase())("pages of other servers", () => {
  let closed: TestApi;
  let opened: TestApi;
  beforeAll(async () => {
    closed = await testApi();
    opened = await testApi({ origins: [origin] });
  });
  afterAll(async () => {
    await closed.shut();
    await opened.shut();
  });

  test("read nothing where none is listed", async () => {
    expect(allowed(await closed.ask("ada", "/contracts", { headers: { origin } }))).toEqual([null, null]);
    expect(allowed(await closed.ask(null, "/contracts", preflight))).toEqual([null, null]);
  });

  test("read with their user's cookies where they are listed, others nothing", async () => {
    const answer = await opened.ask("ada", "/contracts", { headers: { origin } });
    expect([answer.status, ...allowed(answer)]).toEqual([200, origin, "true"]);
    const before = await opened.ask(null, "/contracts", preflight);
    expect([before.status, ...allowed(before)]).toEqual([204, origin, "true"]);
    expect(before.headers.get("access-control-allow-headers")).toContain("idempotency-key");
    for (const other of [
      "https://evil.example",
      "null",
      `${origin}.evil.example`,
      "http://dashboard.harbour.example",
    ]) {
      const [name] = allowed(await opened.ask("ada", "/contracts", { headers: { origin: other } }));
      expect({ other, name }).toEqual({ other, name: null });
    }
  });
});
