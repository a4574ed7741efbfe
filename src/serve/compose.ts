import { Hono } from "hono";
import type { Api } from "../api/app.ts";
import { monthPages } from "../api/pages/month-pages.ts";
import type { Accounts } from "../api/sign-in/accounts.ts";
import { signInRoutes } from "../api/sign-in/routes/sign-in-routes.ts";

/** One app of all: for those who run it, for signing in, and the API for everything else. */
export function compose({ app }: Api, parts: { readonly accounts: Accounts; readonly operated: Hono }): Api["app"] {
  const root: Api["app"] = new Hono();
  root.route("/", parts.operated);
  root.route("/", signInRoutes(parts.accounts));
  root.route("/", monthPages({ gate: parts.accounts.door.settings.gate, authenticate: parts.accounts.authenticate }));
  root.all("*", (c) => app.fetch(c.req.raw, c.env));
  return root;
}
