import { type Context, Hono } from "hono";
import { z } from "zod";
import { notFound } from "../../reply/problem.ts";
import type { Accounts } from "../accounts.ts";
import { askLibrary, withoutToken } from "../ask-library.ts";
import { addressHeader, libraryPath } from "../library-options.ts";
import { refused } from "../refused.ts";
import { signInByPassword } from "../sign-in-by-password.ts";
import { cameOf, jsonOf } from "./came.ts";

/** What of the library is offered; everything else it could do is not there. */
const offered = [
  "/sign-out",
  "/sign-in/social",
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/two-factor/generate-backup-codes",
];
const offeredWithMail = ["/request-password-reset", "/reset-password"];

/** The routes of the library, those that are offered. */
export function libraryRoutes(accounts: Accounts): Hono {
  const { door } = accounts;
  const app = new Hono();
  app.post(`${libraryPath}/sign-in/email`, async (c) =>
    signInByPassword(door, cameOf(accounts, c), credentialsOf(await jsonOf(c))),
  );
  for (const path of [...offered, ...(door.settings.mail ? offeredWithMail : [])]) {
    app.post(libraryPath + path, async (c) => {
      const body = z
        .record(z.string(), z.unknown())
        .catch({})
        .parse(c.req.header("content-length") === "0" ? {} : await jsonOf(c));
      const library = path === "/sign-in/social" ? await door.withProviders(String(body.provider)) : door.library;
      return askLibrary(door, cameOf(accounts, c), { path, body, library });
    });
  }
  app.get(`${libraryPath}/callback/:provider`, async (c) => {
    const library = await door.withProviders(c.req.param("provider"));
    const response = await library.handle(await seen(accounts, c));
    if (response.headers.getSetCookie().some((cookie) => /session_token=[^;]/.test(cookie)))
      door.tell({ what: "signed in", detail: `by ${c.req.param("provider")}`, address: cameOf(accounts, c).address });
    return withoutToken(response);
  });
  if (door.settings.mail)
    app.get(`${libraryPath}/reset-password/:token`, async (c) => door.library.handle(await seen(accounts, c)));
  app.all(`${libraryPath}/*`, () => {
    throw notFound();
  });
  return app;
}

/** A request as the library shall see it: under the address of the server, with the address of the network. */
async function seen(accounts: Accounts, c: Context): Promise<Request> {
  const { request, address } = cameOf(accounts, c);
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.delete("authorization");
  headers.set(addressHeader, address);
  return new Request(accounts.door.origin + pathname + search, { headers });
}

const credentials = z.object({ email: z.string().max(320), password: z.string().max(1000) });

function credentialsOf(body: unknown): z.infer<typeof credentials> {
  const read = credentials.safeParse(body);
  if (read.success) return read.data;
  throw refused("input-refused", "Send an e-mail address and a password.");
}
