import { describe, expect, test } from "vitest";
import { operations } from "./operations.ts";

const measures = { text: async () => "underpin_warnings_total 1\n" };
const from = (address: string, metricsToken: string | null = null) =>
  operations({ measures, metricsToken, checks: {}, addressOf: () => address });
const token = "a-token-of-some-length";

describe("routes for operators", () => {
  test("health asks nobody", async () => {
    const app = operations({
      measures,
      metricsToken: null,
      checks: { database: () => Promise.reject(new Error("no")) },
    });
    expect((await app.request("/health")).status).toBe(200);
  });

  test("ready says what is not", async () => {
    const checks = {
      database: () => new Promise<void>(() => {}),
      migrations: async () => {},
      queue: () => Promise.reject(new Error("stopped")),
    };
    const answer = await operations({ measures, metricsToken: null, checks, patience: 0.01 }).request("/ready");
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: "not ready", reasons: ["database: no answer within 0.01 s", "queue: stopped"] },
    ]);
    expect((await from("127.0.0.1").request("/ready")).status).toBe(200);
  });

  test.each([
    ["127.0.0.1", null, {}, 200],
    ["::ffff:127.0.0.1", null, {}, 200],
    ["10.0.0.1", null, {}, 401],
    ["127.0.0.1", null, { "x-forwarded-for": "10.0.0.1" }, 401],
    ["127.0.0.1", token, {}, 401],
    ["10.0.0.1", token, { authorization: `Bearer ${token}` }, 200],
    ["10.0.0.1", token, { authorization: `Bearer ${token}x` }, 401],
  ])("metrics asked from %s, token %s, with %j: %d", async (address, own, headers, status) => {
    expect((await from(address, own).request("/metrics", { headers })).status).toBe(status);
  });
});
