import { keysOf, removeKey } from "../../store/sign-in/keys.ts";
import { auditSignIn } from "./administrator.ts";
import type { Caller, Scope } from "./caller.ts";
import type { Door } from "./door.ts";
import { programOf } from "./people.ts";
import { refused } from "./refused.ts";

/** A key as its owner sees it; instants in seconds since 1970. */
export interface OwnKey {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly string[];
  readonly created: number;
  readonly expires: number | null;
  readonly used: number | null;
}

/** Makes a key for the caller's person in the caller's tenant. The key itself is in this answer and nowhere else. */
export async function makeOwnKey(
  door: Door,
  caller: Caller,
  { name, scopes, days }: { readonly name: string; readonly scopes: readonly Scope[]; readonly days: number },
): Promise<{ readonly id: string; readonly key: string }> {
  onlyBySession(caller);
  const { tenant, person, account } = caller;
  const made = await door.library.makeKey({
    account,
    name,
    scopes,
    seconds: days * 86_400,
    metadata: { tenant, person },
  });
  await audit(door, caller, { did: "key made", key: made.id, name, scopes, days });
  door.tell({ what: "key made", tenant, person, account });
  return made;
}

/** The keys of the caller's person in the caller's tenant. */
export async function ownKeys({ settings }: Door, { account, tenant }: Caller): Promise<readonly OwnKey[]> {
  const keys = await settings.gate.signIn((session) => keysOf(session, account));
  return keys
    .filter(({ metadata }) => read<{ tenant?: string }>(metadata)?.tenant === tenant)
    .map(({ permissions, metadata: _, ...key }) => ({
      ...key,
      scopes: read<{ scopes?: readonly string[] }>(permissions)?.scopes ?? [],
    }));
}

/** Removes a key of the caller; at once nobody can use it. */
export async function removeOwnKey(door: Door, caller: Caller, id: string): Promise<void> {
  onlyBySession(caller);
  const removed = await door.settings.gate.signIn((session) => removeKey(session, caller.account, id));
  if (!removed) throw refused("unknown-key", "You have no such key.");
  await audit(door, caller, { did: "key removed", key: id });
  door.tell({ what: "key removed", tenant: caller.tenant, person: caller.person, account: caller.account });
}

/** A key can neither make keys nor end sessions: who finds one has no more than it. */
export function onlyBySession({ via }: Caller): void {
  if (via !== "session") throw refused("session-needed", "This is done signed in, not by a key.");
}

const audit = (door: Door, { tenant, person }: Caller, facts: Readonly<Record<string, unknown>>): Promise<void> =>
  door.settings.gate.unit(programOf(tenant), (unit) =>
    auditSignIn(unit, { at: door.settings.now(), by: person, subject: person, facts }),
  );

/** Text that the library wrote as JSON, some of it twice. */
function read<T>(text: string | null): T | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  return (typeof value === "string" ? JSON.parse(value) : value) as T | null;
}
