import { type ClientRequest, request as plainRequest } from "node:http";
import { request as safeRequest } from "node:https";
import { isIP } from "node:net";
import { isPublic, publicLookup } from "./public-address.ts";

/** What is sent, and how far it may go. */
export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whole seconds for everything, from the name to the answer. */
  readonly timeout: number;
  /** Whether addresses within the house and unencrypted ways are allowed. */
  readonly inner: boolean;
}

/** The status that was answered, or why nothing was. */
export type Answered = { readonly status: number } | { readonly fault: string };

/** Sends a body; follows no redirect, reads no answer but its status, throws nothing. */
export async function post(posting: Posting): Promise<Answered> {
  try {
    const refused = wayRefused(posting);
    return refused ? { fault: refused } : { status: await send(new URL(posting.url), posting) };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { fault: message || code || "no answer" };
  }
}

/** Why nothing is sent to an address, as far as its text tells; null where it may be tried. */
export function wayRefused({ url, inner }: Pick<Posting, "url" | "inner">): string | null {
  if (!URL.canParse(url)) return "it is no address";
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== "https:" && !(inner && protocol === "http:")) return `${protocol} is not https:`;
  if (username !== "" || password !== "") return "it carries a password";
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (inner) return null;
  if (isIP(host) ? !isPublic(host) : within.test(host)) return `${host} is not a public address`;
  return null;
}

/** Names that stand for nothing outside a house. */
const within = /(^|\.)(localhost|local|internal|lan|home|home\.arpa|localdomain)$/i;

function send(url: URL, { headers, body, timeout, inner }: Posting): Promise<number> {
  return new Promise((done, fail) => {
    const options = { method: "POST", headers, agent: false, ...(inner ? {} : { lookup: publicLookup }) };
    const sent: ClientRequest = (url.protocol === "https:" ? safeRequest : plainRequest)(url, options, (answer) => {
      clearTimeout(limit);
      done(answer.statusCode ?? 0);
      answer.destroy();
    });
    const limit = setTimeout(() => sent.destroy(new Error(`no answer within ${timeout} s`)), timeout * 1000);
    sent.on("error", (error) => {
      clearTimeout(limit);
      fail(error);
    });
    sent.end(body);
  });
}
