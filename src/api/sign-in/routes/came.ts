import type { Context } from "hono";
import { ProblemError } from "../../reply/problem.ts";
import type { Accounts } from "../accounts.ts";
import type { Came } from "../ask-library.ts";
import type { Caller } from "../caller.ts";
import { refused } from "../refused.ts";

/** A request with the address of the network it came from: that of the nearest, or what the proxies in front wrote. */
export function cameOf({ door }: Accounts, c: Context): Came {
  const proxies = door.settings.proxies ?? 0;
  const passed = (c.req.header("x-forwarded-for") ?? "").split(",").map((each) => each.trim());
  const nearest = (c.env as NodeServer | undefined)?.incoming?.socket?.remoteAddress ?? "unknown";
  const address = proxies === 0 ? nearest : (passed.at(-proxies) ?? nearest);
  return { request: c.req.raw, address: address.replace(/^::ffff:/, "") };
}

interface NodeServer {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** Who sends a request that needs somebody. */
export async function callerOf({ authenticate }: Accounts, c: Context): Promise<Caller> {
  const caller = await authenticate(c.req.raw);
  if (caller) return caller;
  throw refused("not-signed-in", "Sign in, or send a key that is valid.");
}

/** The body of a request as JSON; malformed JSON is refused. */
export async function jsonOf(c: Context): Promise<unknown> {
  if (!c.req.header("content-type")?.toLowerCase().startsWith("application/json"))
    throw new ProblemError(415, "json-only", { detail: "Send the body as application/json." });
  try {
    return await c.req.json();
  } catch {
    throw new ProblemError(400, "json-unreadable", { detail: "The body is no JSON." });
  }
}

/** An answer to a form: on to another page, with the cookies that the library set. */
export function onTo(path: string, from?: Response): Response {
  const headers = new Headers({ location: path, "cache-control": "no-store" });
  for (const cookie of from?.headers.getSetCookie() ?? []) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
