import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase } from "../store/fixture/test-store.ts";
import { json, type TestApi, testApi } from "./fixture/test-api.ts";
import { type Served, serveApi } from "./serve-api.ts";

describe.skipIf(noDatabase())("odd requests", () => {
  let api: TestApi;
  let served: Served;
  beforeAll(async () => {
    api = await testApi();
    served = await serveApi(api, { host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await served.close(2);
    await api.store.close();
  });

  const trial = "/contracts/harbour-services/try/2026-01";
  const events = "/contracts/harbour-services/events";
  /** The first line of the answer to a request that is written as it stands, which no client would normalise. */
  const raw = async (path: string, headers = "", method = "GET"): Promise<{ status: number; text: string }> => {
    const { hostname, port } = new URL(served.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n${headers}\r\n`);
    let text = "";
    for await (const piece of socket) text += String(piece);
    return { status: Number(text.slice(9, 12)), text };
  };

  test.each([
    ["JSON of depth 10,000", "[".repeat(10_000) + "]".repeat(10_000), 400, "too-deep"],
    ["objects of depth 10,000", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, 400, "too-deep"],
    ["brackets in a text are no depth (but too long for it)", `{"word":"${"[".repeat(60)}"}`, 422, "input-refused"],
    ["the key __proto__", '{"word":"w","__proto__":{"fail":true}}', 422, "input-refused"],
    ["the key constructor", '{"word":"w","constructor":{"prototype":{}}}', 422, "input-refused"],
    ["the same key twice: the last counts, and is checked", '{"word":1,"word":"w"}', 200, undefined],
    ["a NUL in a text", '{"word":"a\\u0000b"}', 400, "text-not-storable"],
    ["a NUL in a key", '{"word":"w","a\\u0000b":1}', 400, "text-not-storable"],
    ["half of a character", '{"word":"\\ud800"}', 400, "text-not-storable"],
    ["half of a character in a key", '{"word":"w","\\udc00":1}', 400, "text-not-storable"],
    ["a number for a text", '{"word":9007199254740993}', 422, "input-refused"],
  ])("%s", async (_, body, status, code) => {
    const answer = await api.ask("ada", trial, json(body));
    expect([answer.status, ((await answer.json()) as { code?: string }).code]).toEqual([status, code]);
  });

  test("nothing of what was sent reaches the prototype of objects", () => {
    expect(({} as { fail?: unknown }).fail).toBeUndefined();
  });

  test.each(["9007199254740993", "1e400", "-1", "1.5", '"1"', "null"])(
    "a sequence of %s is refused",
    async (number) => {
      const event = `{"source":"desk","kind":"incidents","record":"R","sequence":${number},"happened":1767268800,
      "change":{"kind":"moment","moment":"seen"}}`;
      const answer = await api.ask("ada", events, json(`{"events":[${event}]}`));
      expect([answer.status, ((await answer.json()) as { code?: string }).code]).toEqual([422, "input-refused"]);
    },
  );

  test.each(["9007199254740993", "1e400", "-1e400", "253402300800"])("an instant of %s is refused", async (number) => {
    const event = `{"source":"desk","kind":"incidents","record":"R","sequence":1,"happened":${number},
      "change":{"kind":"moment","moment":"seen"}}`;
    expect((await api.ask("ada", events, json(`{"events":[${event}]}`))).status).toBe(422);
  });

  test.each([
    ["/api/v1/contracts?limit=1&limit=2", 400],
    ["/api/v1/contracts?state=%00", 400],
    ["/api/v1/contracts?__proto__=1", 422],
    ["/api/v1/contracts/%00", 404],
    ["/api/v1/contracts/%ff", 404],
    ["/api/v1/contracts/harbour-services%2F..%2Flantern-services", 404],
    ["/api/v1/contracts/lantern-services%2freports", 404],
    ["/api/v1//contracts", 404],
    ["//api/v1/contracts", 404],
    ["/api/v1/contracts/", 404],
    ["/api/v1/Contracts", 404],
    ["/api/v1/contracts;a=b", 404],
  ])("GET %s is %i", async (path, status) => {
    expect((await raw(path, "authorization: Bearer ada\r\n")).status).toBe(status);
  });

  test.each([
    "/api/v1/openapi.json/%2e%2e/contracts",
    "/api/v1/openapi.json/../contracts",
    "/api/v1/openapi.json%2f..%2fcontracts",
    "/api/v1/%6fpenapi.json/..%2fcontracts",
    "//api/v1/openapi.json/..//contracts",
  ])("%s opens to nobody what needs somebody", async (path) => {
    const { status, text } = await raw(path);
    expect([401, 404]).toContain(status);
    expect(text).not.toContain("harbour-services");
  });

  test.each(["TRACE", "CONNECT", "PATCH", "PROPFIND"])("%s is not taken", async (method) => {
    const { status, text } = await raw("/api/v1/contracts", "authorization: Bearer ada\r\n", method);
    expect({ method, isTaken: status >= 200 && status < 300 }).toEqual({ method, isTaken: false });
    expect(text).not.toContain("Bearer ada");
  });

  test("headers of more than 16 KiB are refused before anything looks at them", async () => {
    expect((await raw("/api/v1/contracts", `x-long: ${"x".repeat(20_000)}\r\n`)).status).toBe(431);
  });

  test("an id of a request that is no id is not taken over", async () => {
    const odd = await api.ask("ada", "/contracts", { headers: { "x-request-id": "a b\tc{}" } });
    expect(odd.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const long = await api.ask("ada", "/contracts", { headers: { "x-request-id": "x".repeat(101) } });
    expect(long.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("HEAD gives the headers of GET and no body, of every view and list", async () => {
    for (const path of ["/contracts", "/contracts/harbour-services", "/people", "/matrix"]) {
      const get = await api.ask("ada", path);
      const head = await api.ask("ada", path, { method: "HEAD" });
      expect([head.status, head.headers.get("etag"), await head.text()]).toEqual([200, get.headers.get("etag"), ""]);
      expect((await api.ask(null, path, { method: "HEAD" })).status).toBe(401);
    }
  });
});
