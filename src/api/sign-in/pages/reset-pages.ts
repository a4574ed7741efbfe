import type { Hono } from "hono";
import type { Accounts } from "../accounts.ts";
import { askLibrary } from "../ask-library.ts";
import { cameOf } from "../routes/came.ts";
import { formOf, wordsOf } from "./form.ts";
import { forgottenPage, newPasswordPage, notePage } from "./sign-in-page.ts";

/** A new password by a link that was mailed. */
export function resetPages(app: Hono, accounts: Accounts): void {
  const { door } = accounts;
  app.get("/forgotten", (c) => c.html(forgottenPage()));
  app.post("/forgotten", async (c) => {
    const { email = "" } = await formOf(c);
    const body = { email: email.trim(), redirectTo: "/new-password" };
    await askLibrary(door, cameOf(accounts, c), { path: "/request-password-reset", body });
    return c.html(
      notePage(
        "Look into your mail",
        "If somebody signs in with this address, a link is on its way to it. It works for 30 minutes.",
      ),
    );
  });
  app.get("/new-password", (c) => {
    const token = c.req.query("token");
    return token
      ? c.html(newPasswordPage({ error: null, token }))
      : c.html(notePage("This link is over", wordsOf("INVALID_TOKEN") ?? ""), 410);
  });
  app.post("/new-password", async (c) => {
    const { token = "", password = "" } = await formOf(c);
    const body = { token, newPassword: password };
    const response = await askLibrary(door, cameOf(accounts, c), { path: "/reset-password", body });
    if (response.ok)
      return c.html(notePage("The password is set", "All sessions were ended. Sign in with the new one."));
    const { code, message } = (await response.json()) as { readonly code?: string; readonly message?: string };
    const error = code?.startsWith("password-") ? (message ?? "") : wordsOf(code ?? "failed");
    return c.html(newPasswordPage({ error, token }), 422);
  });
}
