import { Hono } from "hono";
import { z } from "zod";
import { endSessions, sessionsOf } from "../../../store/sign-in/sessions.ts";
import { acceptInvitation } from "../accept-invitation.ts";
import type { Accounts } from "../accounts.ts";
import { scopes } from "../caller.ts";
import { invite, unlock } from "../invite.ts";
import { makeOwnKey, onlyBySession, ownKeys, removeOwnKey } from "../own-keys.ts";
import { peopleOfAccount } from "../people.ts";
import { refused } from "../refused.ts";
import { callerOf, cameOf, jsonOf } from "./came.ts";

/** Who I am, my sessions and keys; invitations and locks for administrators. */
export function ownRoutes(accounts: Accounts): Hono {
  const app = new Hono();
  me(app, accounts);
  sessions(app, accounts);
  keys(app, accounts);
  invitations(app, accounts);
  return app;
}

function me(app: Hono, accounts: Accounts): void {
  app.get("/api/v1/me", async (c) => {
    const { account, session: _, ...caller } = await callerOf(accounts, c);
    const people = await peopleOfAccount(accounts.door.settings.gate, account);
    return c.json({ ...caller, tenants: people.map(({ tenant }) => tenant) });
  });
}

function sessions(app: Hono, accounts: Accounts): void {
  const { settings, rules, tell } = accounts.door;
  app.get("/api/v1/sessions", async (c) => {
    const { account, session } = await callerOf(accounts, c);
    const which = { account, now: settings.now(), idle: rules.idleSeconds };
    const all = await settings.gate.signIn((passage) => sessionsOf(passage, which));
    return c.json({ items: all.map((one) => ({ ...one, current: one.id === session })) });
  });
  app.delete("/api/v1/sessions/:id?", async (c) => {
    const caller = await callerOf(accounts, c);
    onlyBySession(caller);
    const { account, tenant, person } = caller;
    const id = c.req.param("id") ?? null;
    const ended = await settings.gate.signIn((passage) => endSessions(passage, account, id));
    if (ended === 0) throw refused("unknown-session", "You have no such session.");
    tell({ what: "sessions ended", account, tenant, person });
    return c.body(null, 204);
  });
}

const newKey = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
  days: z.int().min(1).max(366),
});

function keys(app: Hono, accounts: Accounts): void {
  const { door } = accounts;
  app.get("/api/v1/keys", async (c) => c.json({ items: await ownKeys(door, await callerOf(accounts, c)) }));
  app.post("/api/v1/keys", async (c) => {
    const caller = await callerOf(accounts, c);
    return c.json(await makeOwnKey(door, caller, inputOf(newKey, await jsonOf(c))), 201);
  });
  app.delete("/api/v1/keys/:id", async (c) => {
    await removeOwnKey(door, await callerOf(accounts, c), c.req.param("id"));
    return c.body(null, 204);
  });
}

const aPerson = z.strictObject({ person: z.string().min(1).max(200) });
const acceptance = z.strictObject({ token: z.string().max(200), password: z.string().max(1000) });

function invitations(app: Hono, accounts: Accounts): void {
  const { door } = accounts;
  app.post("/api/v1/invitations", async (c) => {
    const caller = await callerOf(accounts, c);
    return c.json(await invite(door, caller, inputOf(aPerson, await jsonOf(c)).person), 201);
  });
  app.post("/api/v1/invitations/accept", async (c) =>
    acceptInvitation(door, cameOf(accounts, c), inputOf(acceptance, await jsonOf(c))),
  );
  app.post("/api/v1/unlocks", async (c) => {
    const caller = await callerOf(accounts, c);
    await unlock(door, caller, inputOf(aPerson, await jsonOf(c)).person);
    return c.body(null, 204);
  });
}

function inputOf<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw refused(
    "input-refused",
    `${first?.path.join(".") || "The body"}: ${first?.message ?? "is not what is asked for"}.`,
  );
}
