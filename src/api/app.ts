import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import type { Who } from "../store/gate.ts";
import { newId } from "../store/new-id.ts";
import { everyRoute } from "./declarations.ts";
import type { Deps } from "./deps.ts";
import { openNews } from "./events/news.ts";
import { openStreams } from "./events/open-streams.ts";
import { handle, type Shared } from "./handle.ts";
import { loggedError } from "./reply/logged-error.ts";
import { notFound, ProblemError, problemResponse } from "./reply/problem.ts";
import { problemOf } from "./reply/problem-of.ts";
import { basePath, matchPath, type Route, routerPath } from "./route.ts";

/** The API, and how its streams are ended before the process ends. */
export interface Api {
  readonly app: Hono<Variables>;
  readonly routes: readonly Route[];
  readonly close: () => Promise<void>;
}

type Variables = { Variables: { requestId: string; declared: string; who: Who; refused: string } };

/** Makes the API of what it is composed of. It opens no port: `serveApi` does, and tests ask it directly. */
export async function makeApp(deps: Deps): Promise<Api> {
  const news = await openNews(deps.gate);
  const shared: Shared = { deps, news, streams: openStreams() };
  const routes = everyRoute(deps);
  const app = new Hono<Variables>();
  app.use(requestId({ limitLength: 100, generator: () => newId() }));
  app.use(account(deps));
  app.use(
    `${basePath}/*`,
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      strictTransportSecurity: "max-age=31536000; includeSubDomains",
    }),
  );
  if (deps.origins.length > 0) app.use(`${basePath}/*`, allowOrigins(deps.origins));
  for (const route of literalFirst(routes)) {
    app.on(route.method, routerPath(route.path), (c) => {
      c.set("declared", route.path);
      const path = c.req.param() as Readonly<Record<string, string>>;
      return handle(shared, route, { request: c.req.raw, path, isOf: (who) => c.set("who", who) });
    });
  }
  app.notFound((c) => otherwise(c, routes));
  app.onError((error, c) => {
    const problem = problemOf(error);
    c.set("refused", problem.code);
    if (problem.status >= 500) deps.log.error({ request: c.get("requestId"), ...loggedError(error) }, problem.code);
    return problemResponse(problem, c.get("requestId"));
  });
  return { app, routes, close: news.close };
}

/** Paths with a word stand before those with a member in its place. */
const literalFirst = (routes: readonly Route[]): readonly Route[] =>
  routes.toSorted((a, b) => (a.path.replaceAll("{", "~") < b.path.replaceAll("{", "~") ? -1 : 1));

/** What no route answers: another method of a path that is there, or nothing. */
function otherwise(c: Context<Variables>, routes: readonly Route[]): Response {
  const path = c.req.path.startsWith(basePath) ? c.req.path.slice(basePath.length) : "";
  const methods = routes.filter((route) => matchPath(route.path, path) !== null).map(({ method }) => method);
  if (methods.length === 0) return problemResponse(notFound(), c.get("requestId"));
  const all = [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"])].toSorted();
  const allow = { allow: all.join(", ") };
  if (c.req.method === "OPTIONS") return new Response(null, { status: 204, headers: allow });
  const detail = `This path takes ${allow.allow}.`;
  return problemResponse(new ProblemError(405, "method-not-taken", { detail, headers: allow }), c.get("requestId"));
}

const allowOrigins = (origins: readonly string[]) =>
  cors({
    origin: [...origins],
    credentials: true,
    allowHeaders: ["authorization", "content-type", "idempotency-key", "if-match", "if-none-match", "last-event-id"],
    allowMethods: ["GET", "HEAD", "POST", "PUT", "DELETE"],
    exposeHeaders: ["etag", "link", "location", "retry-after", "x-request-id", "idempotency-replayed"],
    maxAge: 600,
  });

/**
 * Writes each request to the log when it is answered, and tells whoever counts them: by the path as it is declared and
 * the ids of tenant and person, since a real path, a query or a body may hold what nobody should read there.
 */
const account =
  (deps: Deps) =>
  async (c: Context<Variables>, next: () => Promise<void>): Promise<void> => {
    const begin = performance.now();
    await next();
    const seconds = (performance.now() - begin) / 1000;
    c.header("x-request-id", c.get("requestId"));
    const { method } = c.req;
    const { status } = c.res;
    const route = c.get("declared") ?? "none";
    const who = c.get("who") as Who | undefined;
    const refused = c.get("refused") as string | undefined;
    const by = {
      ...(who === undefined ? {} : { tenant: who.tenant, person: who.person }),
      ...(refused === undefined ? {} : { refused }),
    };
    deps.log.info({ request: c.get("requestId"), method, route, ...by, status, seconds }, "answered");
    deps.onAnswer?.({ method, route, status, seconds });
  };
