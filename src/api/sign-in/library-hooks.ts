import { APIError, createAuthMiddleware } from "better-auth/api";
import { accountOf } from "../../store/sign-in/accounts.ts";
import { takeCode } from "../../store/sign-in/used-codes.ts";
import { ProblemError } from "../reply/problem.ts";
import { checkPassword } from "./password-rules.ts";
import { expectedPeople, join, peopleOfAccount } from "./people.ts";
import { hashOf } from "./secrets.ts";
import type { SignInSettings } from "./settings.ts";

/** What stands between a proven identity and a session: the rules about who is expected. */
export const accountHooks = (settings: SignInSettings) => ({
  /** Whether an identity provider may vouch for this address, and whether somebody of it is expected. */
  validate: async ({ user, source }: { user: Vouched; source: Voucher }) => {
    const provider = settings.sso.find(({ id }) => id === source.oauth?.providerId);
    if (!provider || !user.email) return { error: "not-expected" };
    if (user.emailVerified !== true) return { error: "email-not-verified" };
    const domain = user.email.toLowerCase().split("@").at(-1) ?? "";
    const { allowedDomains } = provider;
    if (allowedDomains && !allowedDomains.some((allowed) => allowed.toLowerCase() === domain))
      return { error: "domain-not-allowed" };
    if (source.action !== "create-user") return;
    return (await expectedPeople(settings.gate, user.email)).length > 0 ? undefined : { error: "not-expected" };
  },
  /** Joins a proven address to those expected under it; an account that is no active person gets no session. */
  beforeSession: async (session: { readonly userId: string }, context: RequestContext | null) => {
    const { gate } = settings;
    if (context?.path === "/two-factor/verify-totp") await once(settings, session.userId, context.body?.code);
    const account = await gate.signIn((passage) => accountOf(passage, session.userId));
    if (account?.verified)
      for (const person of await expectedPeople(gate, account.email)) await join(gate, account.id, person);
    if ((await peopleOfAccount(gate, session.userId)).length > 0) return;
    settings.tell?.({ what: "refused", account: session.userId, detail: "no active person" });
    throw new APIError("FORBIDDEN", {
      code: "not-expected",
      message: "This account may not act here. Ask your administrator.",
    });
  },
});

interface Vouched {
  readonly email?: string | null;
  readonly emailVerified?: boolean | null;
}
interface Voucher {
  readonly action?: string;
  readonly oauth?: { readonly providerId: string } | undefined;
}
interface RequestContext {
  readonly path?: string | undefined;
  readonly body?: { readonly code?: unknown };
}

/** A code of a second factor opens one session. */
async function once({ gate, now, tell }: SignInSettings, account: string, code: unknown): Promise<void> {
  const taken = await gate.signIn((session) => takeCode(session, hashOf(`${account} ${code}`), now() + 300));
  if (taken) return;
  tell?.({ what: "second factor used twice", account });
  throw new APIError("UNAUTHORIZED", {
    code: "code-used",
    message: "This code was used before. Wait for the next one.",
  });
}

/** What of the library's routes is not offered, and the rules about passwords. */
export const requestHooks = createAuthMiddleware(async ({ path, body }) => {
  if (path === "/change-password" || path === "/reset-password") {
    ruled(() => checkPassword(String(body?.newPassword ?? ""), []));
    if (path === "/change-password") return { context: { body: { ...body, revokeOtherSessions: true } } };
  }
  if (path === "/sign-in/social" && (body?.idToken || body?.scopes || body?.additionalParams || body?.requestSignUp))
    throw new APIError("BAD_REQUEST", { code: "not-offered", message: "Sign in at the identity provider." });
  if (path?.startsWith("/two-factor/verify") && (body?.trustDevice || body?.disableSession))
    throw new APIError("BAD_REQUEST", {
      code: "not-offered",
      message: "A second factor is asked for at each sign-in.",
    });
  return;
});

function ruled(rule: () => void): void {
  try {
    rule();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new APIError("BAD_REQUEST", { code: error.code, message: error.message });
  }
}
