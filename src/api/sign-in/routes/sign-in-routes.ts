import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { ProblemError, problemResponse } from "../../reply/problem.ts";
import { problemOf } from "../../reply/problem-of.ts";
import type { Accounts } from "../accounts.ts";
import { lookHash } from "../pages/layout.ts";
import { pageRoutes } from "../pages/page-routes.ts";
import { refused } from "../refused.ts";
import { maySend } from "../same-origin.ts";
import { libraryRoutes } from "./library-routes.ts";
import { ownRoutes } from "./own-routes.ts";

/** Everything by which people sign in, to be mounted at `/` before the API's other routes. */
export function signInRoutes(accounts: Accounts): Hono {
  const { settings, tell } = accounts.door;
  const app = new Hono();
  const guarded = ["/", "/sign-in/*", "/sign-out", "/second-factor/*", "/invitation/*", "/forgotten", "/new-password"];
  const api = [
    "/api/auth/*",
    "/api/v1/me",
    "/api/v1/sessions/*",
    "/api/v1/keys/*",
    "/api/v1/invitations/*",
    "/api/v1/unlocks",
  ];
  const tooLarge = (): never => {
    throw new ProblemError(413, "too-large", { detail: "The body is larger than anything asked for here." });
  };
  for (const path of [...guarded, ...api]) {
    app.use(path, headersFor(accounts));
    app.use(path, bodyLimit({ maxSize: 65_536, onError: tooLarge }));
    app.use(path, async (c: Context, next: () => Promise<void>) => {
      if (!maySend(c.req.raw, settings.baseUrl) && c.req.header("authorization") === undefined) {
        tell({ what: "foreign origin" });
        throw refused("foreign-origin", "The request comes from a page of another server. Open Underpin itself.");
      }
      await next();
      c.header("cache-control", "no-store");
    });
  }
  for (const routes of [libraryRoutes(accounts), ownRoutes(accounts), pageRoutes(accounts)]) app.route("/", routes);
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status >= 500) tell({ what: "fault", detail: error.message });
    return problemResponse(problem, c.res.headers.get("x-request-id") ?? "");
  });
  return app;
}

/** Pages without script; forms go to this server, and from there to the identity providers. */
function headersFor({ door }: Accounts) {
  const providers = door.settings.sso.map(({ issuer }) => new URL(issuer).origin);
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: [`'${lookHash}'`],
      formAction: ["'self'", ...providers],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    // Not `no-referrer`: browsers would then send forms without their origin.
    referrerPolicy: "same-origin",
    strictTransportSecurity: door.origin.startsWith("https:") ? "max-age=31536000; includeSubDomains" : false,
    xFrameOptions: "DENY",
  });
}
