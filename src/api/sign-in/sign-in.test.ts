import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, tenantOne, tenantTwo } from "../../store/fixture/test-store.ts";
import { firstAdministrator } from "./first-administrator.ts";
import { browserOf } from "./fixture/browser.ts";
import { goodPassword, invitationOf, signedIn, signIn, type TestDoor, testDoor } from "./fixture/test-door.ts";
import { programOf } from "./people.ts";

const code = async (response: Response): Promise<unknown> => ((await response.json()) as { code?: unknown }).code;
const cookie = "underpin.session_token";

describe.skipIf(noDatabase())("signing in", () => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await testDoor();
    await signedIn(door, "ada");
    await signedIn(door, "ben");
  });
  afterAll(() => door.close());

  test("a right password opens a session whose cookie no script and no other site gets", async () => {
    const { browser, response } = await signIn(door, "ADA@northlight.example ");
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain(decodeURIComponent(browser.cookies.get(cookie) ?? "").split(".")[0]);
    expect(browser.written(cookie)).toMatch(/HttpOnly/i);
    expect(browser.written(cookie)).toMatch(/SameSite=Lax/i);
    const me = await browser.get("/api/v1/me");
    expect(await me.json()).toMatchObject({
      tenant: tenantOne,
      person: "ada",
      party: "northlight",
      side: "provider",
      via: "session",
      tenants: [tenantOne],
    });
    expect(me.headers.get("cache-control")).toBe("no-store");
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const answers = await Promise.all(
      ["ben@northlight.example", "nobody@northlight.example"].map(async (email) => {
        const { response } = await signIn(door, email, "not the password at all");
        return { status: response.status, body: await response.json(), cookie: response.headers.getSetCookie() };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 401, cookie: [] });
  });

  test("nobody signs up, and the library's other routes are not there", async () => {
    const browser = await signedIn(door, "cleo");
    for (const path of [
      "/sign-up/email",
      "/update-user",
      "/delete-user",
      "/change-email",
      "/list-sessions",
      "/api-key/create",
      "/link-social",
      "/two-factor/view-backup-codes",
    ]) {
      const response = await browser.json(`/api/auth${path}`, {
        email: "x@y.example",
        password: goodPassword,
        name: "X",
        userId: "1",
      });
      expect([path, response.status]).toEqual([path, 404]);
    }
    expect((await browser.get("/api/auth/get-session")).status).toBe(404);
  });

  test("without session, with a forged cookie, or as a key in the address nobody is known", async () => {
    const stranger = browserOf(door.base);
    expect((await stranger.get("/api/v1/me")).status).toBe(401);
    stranger.cookies.set(cookie, "forged.c2lnbmF0dXJl");
    expect((await stranger.get("/api/v1/me")).status).toBe(401);
    expect((await browserOf(door.base).get("/api/v1/me?key=up_abc&api_key=up_abc")).status).toBe(401);
  });

  test("a person who may act no more has no session any longer, nor a new one", async () => {
    const { browser } = await signIn(door, "cleo@northlight.example");
    const mayAct = ({ is_active }: { readonly is_active: boolean }) =>
      door.store.gate.unit(programOf(tenantOne), ({ db }) =>
        db
          .updateTable("people")
          .set({ is_active })
          .where("tenant_id", "=", tenantOne)
          .where("person_id", "=", "cleo")
          .execute(),
      );
    expect((await browser.get("/api/v1/me")).status).toBe(200);
    await mayAct({ is_active: false });
    expect((await browser.get("/api/v1/me")).status).toBe(401);
    const again = await signIn(door, "cleo@northlight.example");
    expect([again.response.status, await code(again.response)]).toEqual([403, "not-expected"]);
    await mayAct({ is_active: true });
    expect((await browser.get("/api/v1/me")).status).toBe(200);
  });

  test("a session ends when it is not used, and at the latest after a day", async () => {
    const { browser } = await signIn(door, "ada@northlight.example");
    const at = async (seconds: number) => {
      door.clock.ahead = seconds;
      return (await browser.get("/api/v1/me")).status;
    };
    try {
      expect(await at(3500)).toBe(200);
      expect(await at(3500 + 3500)).toBe(200); // 3500 s after the use before
      for (let passed = 10_000; passed < 86_400; passed += 3000) expect(await at(passed)).toBe(200);
      expect(await at(86_410)).toBe(401); // a day after it began
      expect(await at(0)).toBe(401); // and it stays ended
      const other = await signIn(door, "ada@northlight.example");
      door.clock.ahead = 3610; // unused for more than an hour
      expect((await other.browser.get("/api/v1/me")).status).toBe(401);
    } finally {
      door.clock.ahead = 0;
    }
  });

  test("a new password ends the other sessions; the old one opens nothing", async () => {
    const { browser: one } = await signIn(door, "ben@northlight.example");
    const { browser: other } = await signIn(door, "ben@northlight.example");
    const change = (currentPassword: string, newPassword: string) =>
      one.json("/api/auth/change-password", { currentPassword, newPassword, revokeOtherSessions: false });
    expect(await code(await change(goodPassword, "short"))).toBe("password-too-short");
    expect(await code(await change(goodPassword, "Password12345!"))).toBe("password-too-common");
    expect((await change("wrong password here", "seven quiet otters paint")).status).toBe(400);
    expect((await change(goodPassword, "seven quiet otters paint")).status).toBe(200);
    expect((await one.get("/api/v1/me")).status).toBe(200);
    expect((await other.get("/api/v1/me")).status).toBe(401);
    expect((await signIn(door, "ben@northlight.example")).response.status).toBe(401);
    expect((await signIn(door, "ben@northlight.example", "seven quiet otters paint")).response.status).toBe(200);
  });

  test("sessions are listed and ended by their owner alone", async () => {
    const { browser: one } = await signIn(door, "ada@northlight.example");
    const { browser: other } = await signIn(door, "ada@northlight.example");
    const { items } = (await (await one.get("/api/v1/sessions")).json()) as {
      items: { id: string; current: boolean }[];
    };
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect(JSON.stringify(items)).not.toMatch(/token/);
    const mine = (await (await other.get("/api/v1/sessions")).json()) as { items: { id: string; current: boolean }[] };
    const id = mine.items.find(({ current }) => current)?.id ?? "";
    const { browser: ben } = await signIn(door, "ben@northlight.example", "seven quiet otters paint");
    expect((await ben.json(`/api/v1/sessions/${id}`, {}, "DELETE")).status).toBe(404);
    expect((await one.json(`/api/v1/sessions/${id}`, {}, "DELETE")).status).toBe(204);
    expect((await other.get("/api/v1/me")).status).toBe(401);
    expect((await one.json("/api/auth/sign-out", {})).status).toBe(200);
    expect((await one.get("/api/v1/me")).status).toBe(401);
  });

  test("a change by cookie is refused from pages of another origin, and from a browser that does not say", async () => {
    const { browser } = await signIn(door, "ada@northlight.example");
    const body = JSON.stringify({ name: "k", scopes: ["read"], days: 1 });
    const send = (headers: Record<string, string>) =>
      browser.send("/api/v1/keys", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
      });
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: door.base },
      {},
    ]) {
      const response = await send(headers as Record<string, string>);
      expect([headers, response.status, await code(response)]).toEqual([headers, 403, "foreign-origin"]);
    }
    expect((await send({ origin: door.base })).status).toBe(201);
    const login = await browserOf(door.base).send("/sign-in", {
      method: "POST",
      headers: { origin: "https://evil.example" },
      body: new URLSearchParams({ email: "ada@northlight.example", password: goodPassword }),
    });
    expect([login.status, login.headers.getSetCookie()]).toEqual([403, []]);
    expect(door.events.some(({ what }) => what === "foreign origin")).toBe(true);
  });

  test("malformed, too large and wrong bodies are refused", async () => {
    const browser = browserOf(door.base);
    const post = (body: string, type = "application/json") =>
      browser.send("/api/auth/sign-in/email", { method: "POST", headers: { "content-type": type }, body });
    expect((await post("{")).status).toBe(400);
    expect((await post('{"email":1}')).status).toBe(422);
    expect((await post("email=a", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await post(JSON.stringify({ email: "a@b.example", password: "x".repeat(70_000) }))).status).toBe(413);
  });

  test("an account of two tenants chooses by a header, and gets nothing of a third", async () => {
    const token = await invitationOf(door, "ada", tenantTwo);
    const browser = browserOf(door.base);
    const wrong = await browser.json("/api/v1/invitations/accept", {
      token,
      password: "another good password of mine",
    });
    expect([wrong.status, await code(wrong)]).toEqual([403, "password-wrong"]); // the account that is there proves itself
    expect((await browser.json("/api/v1/invitations/accept", { token, password: goodPassword })).status).toBe(200);
    const tenantOf = async (tenant: string) => {
      const response = await browser.send("/api/v1/me", { headers: { "underpin-tenant": tenant } });
      return response.status === 200 ? ((await response.json()) as { tenant: string }).tenant : response.status;
    };
    expect(await tenantOf(tenantOne)).toBe(tenantOne);
    expect(await tenantOf(tenantTwo)).toBe(tenantTwo);
    expect(await tenantOf("00000000-0000-7000-8000-000000000009")).toBe(401);
    expect(await tenantOf("' or true --")).toBe(401);
  });

  test("the first start makes one administrator, who sets a password by a link", async () => {
    const first = {
      tenant: "00000000-0000-7000-8000-00000000000f",
      tenantName: "Fresh",
      party: { id: "own", name: "Fresh Services" },
      person: { id: "root-person", name: "Rosa", email: "rosa@fresh.example" },
    };
    const before = await firstAdministrator(door.accounts, first);
    const made = await firstAdministrator(door.accounts, first); // started again before the link was used
    const browser = browserOf(door.base);
    expect((await browser.get(new URL(before?.link ?? "").pathname)).status).toBe(410);
    const path = new URL(made?.link ?? "").pathname;
    const page = await browser.get(path);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Welcome, Rosa")]);
    expect((await browser.form(path, { password: "rosa rosa rosa" })).status).toBe(422);
    const done = await browser.form(path, { password: goodPassword });
    expect([done.status, done.headers.get("location")]).toEqual([303, "/"]);
    expect(await (await browser.get("/")).text()).toContain("There is no contract that you may see yet.");
    expect(await firstAdministrator(door.accounts, first)).toBeNull();
    const roles = await door.store.gate.unit(programOf(first.tenant), ({ db }) =>
      db.selectFrom("holdings").select(["person_id", "role"]).where("tenant_id", "=", first.tenant).execute(),
    );
    expect(roles).toEqual([{ person_id: "root-person", role: "ADM" }]);
  });
});
