import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRunner } from "../activities/run/runner.ts";
import { instant } from "../engine/time/instant.ts";
import { noDatabase, tenantOne } from "../store/fixture/test-store.ts";
import { type Api, makeApp } from "./app.ts";
import { usualLimits } from "./deps.ts";
import { everyActivity } from "./fixture/activities.ts";
import { json } from "./fixture/test-api.ts";
import { loggedError } from "./reply/logged-error.ts";
import { goodPassword, invitationOf, signedIn, type TestDoor, testDoor } from "./sign-in/fixture/test-door.ts";
import { signInRoutes } from "./sign-in/routes/sign-in-routes.ts";

describe.skipIf(noDatabase())("the log", () => {
  let door: TestDoor;
  let api: Api;
  let ask: (path: string, init?: RequestInit) => Promise<Response>;
  const lines: { readonly text: string; readonly [fact: string]: unknown }[] = [];
  const write = (facts: object, text: string): void => void lines.push({ ...facts, text });

  beforeAll(async () => {
    door = await testDoor({ tell: (event) => write(event, "sign-in") });
    const { gate } = door.store;
    const now = () => instant(Math.floor(Date.now() / 1000));
    const activities = await everyActivity();
    api = await makeApp({
      ...{ gate, now, version: "0.0.0-test", activities, origins: [] },
      runner: openRunner({ gate, now, engine: "test", compute: async () => null, activities }),
      authenticate: door.accounts.authenticate,
      startWork: async () => "",
      log: { info: write, error: write },
      limits: { ...usualLimits, uploads: "" },
    });
    // As the server composes it.
    const root = new Hono();
    root.route("/", signInRoutes(door.accounts));
    root.all("*", (c) => api.app.fetch(c.req.raw, c.env));
    ask = async (path, init) => await root.request(`${door.base}${path}`, init);
  });
  afterAll(async () => {
    await api.close();
    await door.close();
  });

  test("has the route, and the ids of tenant and person, and nothing that a request brought", async () => {
    const browser = await signedIn(door, "ada");
    const made = await browser.json("/api/v1/keys", { name: "for the log", scopes: ["read", "write"], days: 3 });
    const { key } = (await made.json()) as { key: string };
    const bearer = { authorization: `Bearer ${key}` };
    const token = await invitationOf(door, "cleo");
    const wrong = "a wrong password of the log test";
    const word = "marigold-in-a-body";
    const [contract, cursor, once] = ["contract-in-a-path", "cursor-in-a-query", "key-of-idempotency"];
    const accepted = await ask("/api/v1/invitations/accept", json({ token, password: goodPassword }));
    const cookie = accepted.headers.getSetCookie().map((each) => each.split(";")[0]?.split("=")[1] ?? "");
    expect([accepted.status, cookie.length > 0]).toEqual([200, true]);
    const requests: readonly (readonly [path: string, init?: RequestInit])[] = [
      ["/api/auth/sign-in/email", json({ email: "ada@northlight.example", password: wrong })],
      [`/invitation/${token}`],
      ["/api/v1/keys", { headers: bearer }],
      ["/api/v1/keys", json({ name: word, scopes: ["read"], days: 1 }, bearer)],
      [`/api/v1/contracts/${contract}/events`, json({ events: [{ word }] }, { ...bearer, "idempotency-key": once })],
      [`/api/v1/contracts/${contract}/events`, json(`{"${word}`, bearer)],
      [`/api/v1/contracts?cursor=${cursor}&${word}=1`, { headers: bearer }],
      [`/api/v1/contracts/${contract}`, { headers: { cookie: `underpin.session_token=${cookie[0]}` } }],
      [`/api/v1/contracts/${contract}`, { headers: { authorization: `Bearer ${key}x` } }],
      ["/api/v1/people", json({ do: "deactivate", person: word }, bearer)],
      [`/api/v1/${contract}/${word}`],
    ];
    for (const [path, init] of requests) await ask(path, init);
    const text = JSON.stringify(lines);
    for (const secret of [key, token, wrong, goodPassword, word, contract, cursor, once, ...cookie])
      expect({ secret, isThere: text.includes(secret) }).toEqual({ secret, isThere: false });
    expect(lines).toContainEqual({
      ...{
        text: "answered",
        method: "GET",
        route: "/contracts",
        tenant: tenantOne,
        person: "ada",
        status: 422,
        refused: "input-refused",
      },
      ...{ request: expect.any(String), seconds: expect.any(Number) },
    });
    const atTheDoor = lines.filter(({ text: said }) => said === "sign-in").map(({ what }) => what);
    expect(atTheDoor).toEqual(expect.arrayContaining(["refused", "signed in", "invitation used", "key made"]));
    expect(lines.filter(({ text: said }) => said === "answered").length).toBe(7);
  });

  test("keeps of an error what it says and where, and nothing of its values", () => {
    const values = { detail: "Key (email)=(cora@harbour.example)", params: ["marigold"], query: "insert …" };
    const unique = Object.assign(new Error("duplicate key value violates unique constraint"), { code: "23505" });
    expect(loggedError(Object.assign(unique, values))).toEqual({
      error: "Error: duplicate key value violates unique constraint",
      errorCode: "23505",
      stack: expect.arrayContaining([expect.stringMatching(/^\s+at .*logged\.test\.ts/)]),
    });
    const odd = Object.assign(new Error('invalid input syntax for type uuid: "marigold"'), { code: "22P02" });
    expect(JSON.stringify(loggedError(odd))).not.toContain("marigold");
    expect(JSON.stringify(loggedError({ password: "marigold" }))).not.toContain("marigold");
  });
});
