/// <reference path="./fixture/oidc-provider.d.ts" />
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, tenantOne } from "../../store/fixture/test-store.ts";
import { expectPerson } from "../../store/sign-in/memberships.ts";
import { type Browser, browserOf } from "./fixture/browser.ts";
import { signedIn, type TestDoor, testDoor } from "./fixture/test-door.ts";

/** The people of the identity provider, by the name they sign in with there. */
const known: Readonly<Record<string, { readonly email: string; readonly email_verified: boolean }>> = {
  ben: { email: "ben@northlight.example", email_verified: true },
  cleo: { email: "cleo@northlight.example", email_verified: false },
  vera: { email: "vera@northlight.example", email_verified: true },
  stranger: { email: "stranger@northlight.example", email_verified: true },
  ada: { email: "ada@northlight.example", email_verified: true },
  outsider: { email: "ada@elsewhere.example", email_verified: true },
};

describe.skipIf(noDatabase())("single sign-on by OpenID Connect", () => {
  let door: TestDoor;
  let identity: Identity;
  beforeAll(async () => {
    const port = await freePort();
    identity = await identityProvider(`http://127.0.0.1:${port}/api/auth/callback/identity`);
    const sso = {
      id: "identity",
      title: "Identity",
      issuer: identity.issuer,
      clientId: "underpin",
      clientSecret: "a secret of the client",
      allowedDomains: ["northlight.example"],
    };
    door = await testDoor({ sso: [sso] }, port);
    for (const person of ["ben", "cleo", "vera"])
      await door.store.gate.signIn((session) =>
        expectPerson(session, { tenant: tenantOne, person, email: `${person}@northlight.example` }),
      );
  });
  afterAll(async () => {
    await door.close();
    await identity.close();
  });

  test("somebody who is expected signs in, with a verified address, by code and PKCE", async () => {
    const { browser, end, asked } = await through("ben");
    expect(end).toBe("/contracts");
    expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
    expect(asked.searchParams.get("nonce")).not.toBeNull();
    expect(await (await browser.get("/api/v1/me")).json()).toMatchObject({
      tenant: tenantOne,
      person: "ben",
      side: "client",
    });
    expect((await (await through("ben")).browser.get("/api/v1/me")).status).toBe(200); // and again, to the same account
  });

  test.each([
    ["an address that is not verified", "cleo", "email-not-verified"],
    ["a person who may act no more", "vera", "not-expected"],
    ["somebody who is not expected", "stranger", "not-expected"],
    ["an address of another domain", "outsider", "domain-not-allowed"],
  ])("refuses %s", async (_, name, code) => {
    const { browser, end } = await through(name);
    expect(end).toContain("/sign-in?");
    expect(end).toContain(`error=${code}`);
    expect((await browser.get("/api/v1/me")).status).toBe(401);
  });

  test("joins an account with a password under the same proven address", async () => {
    await signedIn(door, "ada");
    const { browser } = await through("ada");
    expect(await (await browser.get("/api/v1/me")).json()).toMatchObject({ person: "ada" });
  });

  test("an answer of the provider works in the browser that asked, once", async () => {
    const { callback, browser } = await through("ben");
    const foreign = browserOf(door.base);
    await foreign.get(callback);
    expect((await foreign.get("/api/v1/me")).status).toBe(401);
    await browser.form("/sign-out", {});
    await browser.get(callback);
    expect((await browser.get("/api/v1/me")).status).toBe(401);
  });

  test("an unknown provider leads back with a sentence", async () => {
    const response = await browserOf(door.base).form("/sign-in/with/other", { next: "/" });
    expect(response.headers.get("location")).toBe("/sign-in?error=provider-away");
  });

  /** Goes the whole way as a browser: our page, the provider's two forms, and back. */
  async function through(name: string): Promise<{ browser: Browser; end: string; asked: URL; callback: string }> {
    const browser = browserOf(door.base);
    const begin = await browser.form("/sign-in/with/identity", { next: "/contracts" });
    const asked = new URL(begin.headers.get("location") ?? "");
    const there = browserOf(identity.issuer);
    let at = asked.href;
    for (let step = 0; step < 12 && at.startsWith(identity.issuer); step++) {
      const response = await there.get(at);
      const form = /\/interaction\/[^/]+$/.test(new URL(at).pathname)
        ? await there.form(at, { prompt: ((await response.json()) as { prompt: string }).prompt, login: name })
        : response;
      at = new URL(form.headers.get("location") ?? "about:blank", identity.issuer).href;
    }
    const back = await browser.get(at);
    const location = new URL(back.headers.get("location") ?? "about:blank", door.base);
    return { browser, end: location.pathname + location.search, asked, callback: at };
  }
});

interface Identity {
  readonly issuer: string;
  readonly close: () => Promise<void>;
}

/** A real provider whose forms are answered by what is posted to them. */
async function identityProvider(redirect: string): Promise<Identity> {
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "underpin", client_secret: "a secret of the client", redirect_uris: [redirect] }],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["a key of the tests"] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: id, ...known[id] }),
    }),
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return answer(request, response);
    const details = await provider.interactionDetails(request, response);
    if (request.method === "GET") return response.end(JSON.stringify({ prompt: details.prompt.name }));
    let body = "";
    for await (const piece of request) body += piece;
    const login = new URLSearchParams(body).get("login") ?? "";
    if (details.prompt.name === "login")
      return provider.interactionFinished(request, response, { login: { accountId: login } });
    const grant = new provider.Grant({ accountId: details.session?.accountId ?? "", clientId: "underpin" });
    grant.addOIDCScope("openid email profile");
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  });
  return {
    issuer,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
