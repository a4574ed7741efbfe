import { endSessions, touchSession } from "../../store/sign-in/sessions.ts";
import { type Caller, type Scope, scopes } from "./caller.ts";
import type { Door } from "./door.ts";
import type { LibrarySession } from "./library.ts";
import { type Person, peopleOfAccount, personOf } from "./people.ts";
import { refused } from "./refused.ts";
import { maySend } from "./same-origin.ts";

/**
 * Who sends a request: by `Authorization: Bearer up_…`, else by the cookie of a session. Null for nobody: unknown,
 * expired, revoked, or a person who may act no more. Refuses a change asked for by a page of another origin.
 */
export async function authenticate(door: Door, request: Request): Promise<Caller | null> {
  const key = keyOf(request.headers);
  if (key !== null) return callerByKey(door, key);
  if (request.headers.get("cookie") === null) return null;
  if (!maySend(request, door.settings.baseUrl)) {
    door.tell({ what: "foreign origin" });
    throw refused(
      "foreign-origin",
      "The request comes from a page of another server. Open Underpin itself and ask there.",
    );
  }
  return callerBySession(door, request.headers);
}

function keyOf(headers: Headers): string | null {
  const [scheme, key, ...rest] = (headers.get("authorization") ?? "").trim().split(/\s+/);
  if (scheme === undefined || scheme === "") return null;
  return scheme.toLowerCase() === "bearer" && rest.length === 0 ? (key ?? "") : "";
}

async function callerByKey({ library, settings }: Door, text: string): Promise<Caller | null> {
  if (!text.startsWith("up_") || text.length > 200) return null;
  const key = await library.checkKey(text);
  if (!key.found && key.code === "RATE_LIMITED")
    throw refused("too-many-requests", "This key asked too often. Wait a minute.");
  if (!key.found || (key.expires !== null && key.expires <= settings.now())) return null;
  const { tenant, person } = key.metadata;
  if (!tenant || !person) return null;
  const found = await personOf(settings.gate, tenant, person);
  if (!found || found.account !== key.account) return null;
  const given = key.scopes.filter((scope): scope is Scope => (scopes as readonly string[]).includes(scope));
  return callerOf(found, { scopes: given, via: "key", session: key.id, account: key.account, hasSecondFactor: false });
}

async function callerBySession(door: Door, headers: Headers): Promise<Caller | null> {
  const session = await door.library.sessionOf(headers);
  if (!session) return null;
  const { gate, now } = door.settings;
  if (hasEnded(door, session)) {
    await gate.signIn((passage) => endSessions(passage, session.account, session.id));
    return null;
  }
  const people = await peopleOfAccount(gate, session.account);
  const found = chosen(people, headers.get("underpin-tenant"));
  if (!found) return null;
  await gate.signIn((passage) => touchSession(passage, session.id, now()));
  const { id, account, hasSecondFactor } = session;
  return callerOf(found, { scopes, via: "session", session: id, account, hasSecondFactor });
}

function hasEnded({ settings, rules }: Door, { created, used }: LibrarySession): boolean {
  const now = settings.now();
  return now >= used + rules.idleSeconds || now >= created + rules.absoluteSeconds;
}

/** The person whose tenant the header names; without it the only one, or the first of several. */
const chosen = (people: readonly Person[], tenant: string | null): Person | undefined =>
  tenant === null ? people[0] : people.find((one) => one.tenant === tenant);

const callerOf = (
  { tenant, person, party, side, name, email }: Person,
  by: Pick<Caller, "scopes" | "via" | "session" | "account" | "hasSecondFactor">,
): Caller => ({ tenant, person, party, side, name, email, ...by });
