import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase } from "../store/fixture/test-store.ts";
import { type TestApi, testApi } from "./fixture/test-api.ts";
import { pathMembers } from "./fixture/world.ts";

describe.skipIf(noDatabase())("every answer", () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
  });
  afterAll(() => api.shut());

  const paths = () => [...new Set(api.routes.map(({ path }) => path))].filter((path) => path !== "/events");
  const real = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, member: string) => pathMembers[member] ?? "1");
  const each = async (look: (answer: Response, body: string) => unknown, wanted: unknown): Promise<void> => {
    for (const path of [...paths(), "/nothing-here"]) {
      for (const who of ["ada", null] as const) {
        const answer = await api.ask(who, real(path));
        expect({ path, who, told: look(answer, await answer.text()) }).toEqual({ path, who, told: wanted });
      }
    }
  };

  test("says what it is, and is what it says", async () => {
    await each((answer, body) => {
      const type = answer.headers.get("content-type");
      return (
        type === (answer.ok ? "application/json" : "application/problem+json") && typeof JSON.parse(body) === "object"
      );
    }, true);
  });

  test("is neither sniffed, framed, nor run, and comes back over TLS alone", async () => {
    await each(
      ({ headers }) => [
        headers.get("x-content-type-options"),
        headers.get("content-security-policy"),
        headers.get("referrer-policy"),
        headers.get("strict-transport-security"),
      ],
      ["nosniff", "default-src 'none'; frame-ancestors 'none'", "no-referrer", "max-age=31536000; includeSubDomains"],
    );
  });

  test("is kept by nobody between, and of a browser only to be asked about again", async () => {
    await each(({ headers }) => /^(no-store|private, no-cache)$/.test(headers.get("cache-control") ?? ""), true);
  });

  test("has the id by which the log knows it", async () => {
    await each(({ headers }) => /^[0-9a-f-]{36}$/.test(headers.get("x-request-id") ?? ""), true);
  });

  test("to a fault says nothing of what failed", async () => {
    const { gate } = api.deps;
    Object.assign(api.deps, { gate: { ...gate, unit: () => Promise.reject(new Error("select secret from people")) } });
    for (const path of ["/contracts", "/people", "/audit/check"]) {
      const answer = await api.ask("ada", path);
      const text = await answer.text();
      expect([answer.status, text.includes("secret"), text.includes(".ts")]).toEqual([500, false, false]);
    }
    Object.assign(api.deps, { gate });
  });
});
