import { type Context, Hono } from "hono";
import { ProblemError } from "../../reply/problem.ts";
import { acceptInvitation, inviteeOf } from "../accept-invitation.ts";
import type { Accounts } from "../accounts.ts";
import { askLibrary } from "../ask-library.ts";
import { cameOf, onTo } from "../routes/came.ts";
import { ownPath } from "../same-origin.ts";
import { signInByPassword } from "../sign-in-by-password.ts";
import { formOf, messageOf, wordsOf } from "./form.ts";
import { invitationPage } from "./invitation-page.ts";
import { listedContracts } from "./listed-contracts.ts";
import { resetPages } from "./reset-pages.ts";
import { secondFactorPages } from "./second-factor-pages.ts";
import { notePage, signInPage } from "./sign-in-page.ts";
import { startPage } from "./start-page.ts";

/** The pages of signing in, made on the server; forms, and no script. */
export function pageRoutes(accounts: Accounts): Hono {
  const app = new Hono();
  start(app, accounts);
  signIn(app, accounts);
  invitation(app, accounts);
  secondFactorPages(app, accounts);
  if (accounts.door.settings.mail) resetPages(app, accounts);
  return app;
}

function start(app: Hono, accounts: Accounts): void {
  const { door } = accounts;
  app.get("/", async (c) => {
    const caller = await accounts.authenticate(c.req.raw);
    if (!caller) return onTo("/sign-in");
    const { tenant, person, party, side } = caller;
    const contracts = await door.settings.gate.unit({ tenant, person, party, side }, listedContracts);
    return c.html(startPage(caller, contracts));
  });
  app.post("/sign-out", async (c) =>
    onTo("/sign-in", await askLibrary(door, cameOf(accounts, c), { path: "/sign-out", body: {} })),
  );
}

function signIn(app: Hono, accounts: Accounts): void {
  const { door } = accounts;
  const { sso, mail } = door.settings;
  const view = (
    c: Context,
    given: { error: string | null; email?: string; next: string; status?: 200 | 401 | 403 | 429 },
  ) => {
    const { error, email = "", next, status = 200 } = given;
    const forgotten = mail ? "by mail" : "ask the administrator";
    return c.html(signInPage({ error, email, next: ownPath(next), sso, forgotten }), status);
  };
  app.get("/sign-in", (c) => view(c, { error: wordsOf(c.req.query("error")), next: c.req.query("next") ?? "/" }));
  app.post("/sign-in", async (c) => {
    const { email = "", password = "", next = "/" } = await formOf(c);
    try {
      const response = await signInByPassword(door, cameOf(accounts, c), { email, password });
      if (!response.ok) return view(c, { error: await messageOf(response), email, next, status: 401 });
      const { twoFactorRedirect } = (await response.json()) as { readonly twoFactorRedirect?: boolean };
      const after = `/second-factor?next=${encodeURIComponent(ownPath(next))}`;
      return onTo(twoFactorRedirect ? after : ownPath(next), response);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return view(c, { error: error.message, email, next, status: 429 });
    }
  });
  app.post("/sign-in/with/:provider", async (c) => {
    const { next = "/" } = await formOf(c);
    const provider = c.req.param("provider");
    const library = await door.withProviders(provider);
    const body = { provider, callbackURL: ownPath(next), errorCallbackURL: "/sign-in" };
    const response = await askLibrary(door, cameOf(accounts, c), { path: "/sign-in/social", body, library });
    const { url } = response.ok ? ((await response.json()) as { readonly url?: string }) : {};
    return url ? onTo(url, response) : onTo("/sign-in?error=provider-away");
  });
}

function invitation(app: Hono, accounts: Accounts): void {
  const { door } = accounts;
  const over = (c: Context) =>
    c.html(
      notePage(
        "This invitation is over",
        "It was used, its time is up, or it never was. Ask your administrator for a new one.",
      ),
      410,
    );
  app.get("/invitation/:token", async (c) => {
    const invitee = await inviteeOf(door, c.req.param("token"));
    return invitee ? c.html(invitationPage(invitee, null)) : over(c);
  });
  app.post("/invitation/:token", async (c) => {
    const token = c.req.param("token");
    const invitee = await inviteeOf(door, token);
    if (!invitee) return over(c);
    try {
      const { password = "" } = await formOf(c);
      const response = await acceptInvitation(door, cameOf(accounts, c), { token, password });
      const { twoFactorRedirect } = response.ok
        ? ((await response.json()) as { readonly twoFactorRedirect?: boolean })
        : {};
      return onTo(response.ok ? (twoFactorRedirect ? "/second-factor" : "/") : "/sign-in", response);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.code === "invitation-over" ? over(c) : c.html(invitationPage(invitee, error.message), 422);
    }
  });
}
