import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, tenantOne } from "../../store/fixture/test-store.ts";
import { browserOf } from "./fixture/browser.ts";
import { goodPassword, invitationOf, signedIn, signIn, type TestDoor, testDoor } from "./fixture/test-door.ts";
import { programOf } from "./people.ts";
import { ownPath } from "./same-origin.ts";
import type { Mail } from "./settings.ts";

const code = async (response: Response): Promise<unknown> => ((await response.json()) as { code?: unknown }).code;

describe.skipIf(noDatabase())("what guards the door", () => {
  let door: TestDoor;
  const mails: Mail[] = [];
  beforeAll(async () => {
    door = await testDoor({ mail: async (mail) => void mails.push(mail) });
    await signedIn(door, "ada");
  });
  afterAll(() => door.close());

  test("ten failures lock an address, known or not, for a time that doubles; an administrator unlocks it", async () => {
    await signedIn(door, "ben");
    const fail = async (email: string) => (await signIn(door, email, "wrong password at all")).response.status;
    for (const email of ["ben@northlight.example", "ghost@northlight.example"]) {
      const answers = [];
      for (let tried = 0; tried < 11; tried++) answers.push(await fail(email));
      expect(answers).toEqual([...Array(10).fill(401), 429]);
    }
    const { response } = await signIn(door, "ben@northlight.example");
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(await code(response)).toBe("account-locked");
    door.clock.ahead = 61; // the first lock is of a minute
    expect(await fail("ben@northlight.example")).toBe(401);
    door.clock.ahead = 61 + 61; // the second is of two
    expect(await fail("ben@northlight.example")).toBe(429);
    door.clock.ahead = 0;
    const { browser: ada } = await signIn(door, "ada@northlight.example");
    const { browser: cleo } = { browser: await signedIn(door, "cleo") };
    expect((await cleo.json("/api/v1/unlocks", { person: "ben" })).status).toBe(403);
    expect((await ada.json("/api/v1/unlocks", { person: "ben" })).status).toBe(204);
    expect((await signIn(door, "ben@northlight.example")).response.status).toBe(200);
  });

  test("attempts at once are counted as many", async () => {
    const answers = await Promise.all(
      Array.from({ length: 14 }, () => signIn(door, "rush@northlight.example", "wrong password at all")),
    );
    expect(answers.filter(({ response }) => response.status === 429).length).toBe(4);
  });

  test("with a second factor the password alone opens nothing; a code opens one session", async () => {
    const { browser } = await signIn(door, "cleo@northlight.example");
    const enabled = await browser.json("/api/auth/two-factor/enable", { password: goodPassword });
    const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
    const secret = new URL(totpURI).searchParams.get("secret") ?? "";
    const now = Math.floor(Date.now() / 1000);
    expect((await browser.json("/api/auth/two-factor/verify-totp", { code: totp(secret, now - 30) })).status).toBe(200);
    const first = await signIn(door, "cleo@northlight.example");
    expect(await first.response.json()).toMatchObject({ twoFactorRedirect: true });
    expect((await first.browser.get("/api/v1/me")).status).toBe(401);
    const wrong = totp(secret, now) === "000000" ? "111111" : "000000";
    expect((await first.browser.json("/api/auth/two-factor/verify-totp", { code: wrong })).status).toBe(401);
    const right = totp(secret, Math.floor(Date.now() / 1000));
    expect((await first.browser.json("/api/auth/two-factor/verify-totp", { code: right })).status).toBe(200);
    expect(await (await first.browser.get("/api/v1/me")).json()).toMatchObject({ hasSecondFactor: true });
    const second = await signIn(door, "cleo@northlight.example");
    expect(await code(await second.browser.json("/api/auth/two-factor/verify-totp", { code: right }))).toBe(
      "code-used",
    );
    expect((await second.browser.get("/api/v1/me")).status).toBe(401);
    const byBackup = async () => {
      const { browser: other } = await signIn(door, "cleo@northlight.example");
      const form = await other.form("/second-factor", {
        kind: "backup",
        code: backupCodes[0] ?? "",
        next: "//evil.example",
      });
      return [form.status, form.headers.get("location")];
    };
    expect(await byBackup()).toEqual([303, "/"]);
    expect(await byBackup()).toEqual([401, null]);
  });

  test("an invitation is mailed, works once, for three days, for its person alone", async () => {
    const { browser: ada } = await signIn(door, "ada@northlight.example");
    const dora = {
      tenant_id: tenantOne,
      person_id: "dora",
      party_id: "harbour",
      name: "Dora",
      email: "dora@harbour.example",
      created: 1,
    };
    await door.store.gate.unit(programOf(tenantOne), ({ db }) => db.insertInto("people").values(dora).execute());
    const invited = await ada.json("/api/v1/invitations", { person: "dora" });
    expect([invited.status, await invited.json()]).toEqual([201, { mailed: true, until: expect.any(Number) }]);
    const mail = mails.at(-1);
    expect(mail?.to).toBe("dora@harbour.example");
    const token = /invitation\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const accept = (password: string) => browserOf(door.base).json("/api/v1/invitations/accept", { token, password });
    door.clock.ahead = 72 * 3600 + 1;
    expect((await accept(goodPassword)).status).toBe(410);
    door.clock.ahead = 0;
    expect(await code(await accept("dora@harbour.example"))).toBe("password-too-common");
    const both = await Promise.all([accept(goodPassword), accept(goodPassword)]);
    expect(both.map(({ status }) => status).sort()).toContain(200);
    expect((await accept(goodPassword)).status).toBe(410);
    expect((await ada.json("/api/v1/invitations", { person: "vera" })).status).toBe(404);
    expect((await ada.json("/api/v1/invitations", { person: "dora" })).status).toBe(409);
    const { browser: self } = await signIn(door, "dora@harbour.example");
    expect((await self.json("/api/v1/invitations", { person: "dora" })).status).toBe(403);
  });

  test("a key has its scopes, is shown once, makes no keys, and ends when it is removed or over", async () => {
    const { browser: ada } = await signIn(door, "ada@northlight.example");
    const made = await ada.json("/api/v1/keys", { name: "import", scopes: ["read", "records:write"], days: 2 });
    const { id, key } = (await made.json()) as { id: string; key: string };
    expect(key).toMatch(/^up_\w{48}$/);
    const by = (path: string, init: RequestInit = {}, sent = key) =>
      browserOf(door.base).send(path, {
        ...init,
        headers: { authorization: `Bearer ${sent}`, "content-type": "application/json" },
      });
    expect(await (await by("/api/v1/me")).json()).toMatchObject({
      person: "ada",
      via: "key",
      scopes: ["read", "records:write"],
    });
    const list = await (await ada.get("/api/v1/keys")).text();
    expect(list).toContain(key.slice(0, 9));
    expect(list).not.toContain(key.slice(0, 12));
    expect(
      (await by("/api/v1/keys", { method: "POST", body: JSON.stringify({ name: "k", scopes: ["admin"], days: 1 }) }))
        .status,
    ).toBe(403);
    expect((await by("/api/v1/invitations", { method: "POST", body: JSON.stringify({ person: "vera" }) })).status).toBe(
      403,
    );
    expect((await by("/api/v1/sessions", { method: "DELETE" })).status).toBe(403);
    expect((await by("/api/v1/me", {}, `${key.slice(0, -1)}_`)).status).toBe(401);
    expect((await browserOf(door.base).get(`/api/v1/me?authorization=${key}`)).status).toBe(401);
    door.clock.ahead = 2 * 86_400 + 1;
    expect((await by("/api/v1/me")).status).toBe(401);
    door.clock.ahead = 0;
    expect((await by("/api/v1/me")).status).toBe(200);
    expect((await ada.json(`/api/v1/keys/${id}`, {}, "DELETE")).status).toBe(204);
    expect((await by("/api/v1/me")).status).toBe(401);
    const rows = await door.store.database.hold((session) => session.query("select * from sign_in.api_keys"));
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  test("a forgotten password: one answer for all, a link that works once, other sessions ended", async () => {
    const { browser: old } = await signIn(door, "ben@northlight.example");
    const ask = async (email: string) => {
      const response = await browserOf(door.base).form("/forgotten", { email });
      return [response.status, await response.text()];
    };
    const before = mails.length;
    expect(await ask("ben@northlight.example")).toEqual(await ask("nobody@northlight.example"));
    await expect.poll(() => mails.length).toBe(before + 1);
    const link = /http\S+/.exec(mails.at(-1)?.text ?? "")?.[0] ?? "";
    const browser = browserOf(door.base);
    const on = (await browser.get(link)).headers.get("location") ?? "";
    const token = new URL(on, door.base).searchParams.get("token") ?? "";
    const set = async () =>
      (await browser.form("/new-password", { token, password: "plain rivers carry timber" })).status;
    expect(await set()).toBe(200);
    expect(await set()).toBe(422);
    expect((await old.get("/api/v1/me")).status).toBe(401);
    expect((await signIn(door, "ben@northlight.example", "plain rivers carry timber")).response.status).toBe(200);
  });

  test.each([
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "evil",
    "",
  ])("after signing in nobody is sent to %j", async (next) => {
    expect(ownPath(next)).toBe("/");
    const response = await browserOf(door.base).form("/sign-in", {
      email: "ada@northlight.example",
      password: goodPassword,
      next,
    });
    expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
  });

  test("pages carry their policy, and no text of whoever asks", async () => {
    const response = await browserOf(door.base).get("/sign-in?error=<script>alert(1)</script>&next=%22><script>");
    expect(await response.text()).not.toContain("<script");
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(ownPath("/contracts?x=1")).toBe("/contracts?x=1");
  });

  test("no secret is in the audit log, in what the log is told, or readable in the tables", async () => {
    const token = await invitationOf(door, "vera");
    const { browser } = await signIn(door, "ada@northlight.example");
    const session = decodeURIComponent(browser.cookies.get("underpin.session_token") ?? "").split(".")[0] ?? "-";
    const audit = await door.store.gate.unit(programOf(tenantOne), ({ db }) =>
      db.selectFrom("audit").selectAll().execute(),
    );
    expect(audit.length).toBeGreaterThan(4);
    const tables = await door.store.database.hold(async (held) => [
      await held.query("select * from sign_in.credentials"),
      await held.query("select * from sign_in.invitations"),
    ]);
    const attempts = await door.store.database.hold((held) => held.query("select * from sign_in.attempts"));
    expect(JSON.stringify(attempts)).not.toContain("@"); // whom somebody tried is not to be read there
    const told = JSON.stringify([audit, door.events]);
    for (const secret of [goodPassword, token, session, "up_"]) expect(told).not.toContain(secret);
    for (const secret of [goodPassword, token]) expect(JSON.stringify(tables)).not.toContain(secret);
  });
});

/** The code of an authenticator app at an instant (RFC 6238, six digits, 30 s). */
function totp(secret: string, at: number): string {
  const bits = [...secret.replace(/=+$/, "")]
    .map((each) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const from = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
