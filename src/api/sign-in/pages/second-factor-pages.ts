import type { Hono } from "hono";
import type { Accounts } from "../accounts.ts";
import { askLibrary } from "../ask-library.ts";
import { cameOf, onTo } from "../routes/came.ts";
import { ownPath } from "../same-origin.ts";
import { formOf, messageOf } from "./form.ts";
import { secondFactorPage } from "./sign-in-page.ts";
import { confirmPage, setUpPage } from "./start-page.ts";

/** Asking for the second factor, and setting it up. */
export function secondFactorPages(app: Hono, accounts: Accounts): void {
  const { door } = accounts;
  app.get("/second-factor", (c) => c.html(secondFactorPage({ error: null, next: ownPath(c.req.query("next")) })));
  app.post("/second-factor", async (c) => {
    const { code = "", kind, next } = await formOf(c);
    const path = kind === "backup" ? "/two-factor/verify-backup-code" : "/two-factor/verify-totp";
    const response = await askLibrary(door, cameOf(accounts, c), { path, body: { code: code.replace(/\s/g, "") } });
    door.tell({ what: response.ok ? "signed in" : "refused", detail: "second factor" });
    if (response.ok) return onTo(ownPath(next), response);
    return c.html(secondFactorPage({ error: await messageOf(response), next: ownPath(next) }), 401);
  });
  app.get("/second-factor/set-up", async (c) =>
    (await accounts.authenticate(c.req.raw)) ? c.html(setUpPage(null)) : onTo("/sign-in?next=/second-factor/set-up"),
  );
  app.post("/second-factor/set-up", async (c) => {
    const { password = "" } = await formOf(c);
    const response = await askLibrary(door, cameOf(accounts, c), { path: "/two-factor/enable", body: { password } });
    if (!response.ok) return c.html(setUpPage(await messageOf(response)), 403);
    const { totpURI: uri, backupCodes: codes } = (await response.json()) as { totpURI: string; backupCodes: string[] };
    return c.html(confirmPage({ uri, codes, error: null }));
  });
  app.post("/second-factor/confirm", async (c) => {
    const all = await c.req.parseBody({ all: true });
    const [uri, code] = [all.uri, all.code].map((each) => (typeof each === "string" ? each : "")) as [string, string];
    const codes = [all.codes ?? []].flat().filter((each) => typeof each === "string");
    const response = await askLibrary(door, cameOf(accounts, c), { path: "/two-factor/verify-totp", body: { code } });
    if (response.ok) return onTo("/", response);
    const shown = uri.startsWith("otpauth://totp/") ? uri : "";
    return c.html(confirmPage({ uri: shown, codes, error: await messageOf(response) }), 401);
  });
}
