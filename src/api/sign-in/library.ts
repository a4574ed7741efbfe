import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import { keys, libraryOptions, providerOf, secondFactor } from "./library-options.ts";
import type { SignInRules, SignInSettings, SingleSignOn } from "./settings.ts";

/** What the rest of sign-in asks of the library. */
export interface Library {
  /** Answers one of the library's routes. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The session whose signed cookie the headers carry. */
  readonly sessionOf: (headers: Headers) => Promise<LibrarySession | null>;
  readonly makeKey: (key: NewKey) => Promise<{ readonly id: string; readonly key: string }>;
  readonly checkKey: (key: string) => Promise<CheckedKey>;
  readonly hash: (password: string) => Promise<string>;
  readonly matches: (hash: string, password: string) => Promise<boolean>;
  /** True where the identity provider answered when the library was opened. */
  readonly knows: (provider: string) => Promise<boolean>;
}

/** A session as the library found it. */
export interface LibrarySession {
  readonly id: string;
  readonly account: string;
  readonly email: string;
  readonly created: number;
  readonly used: number;
  readonly hasSecondFactor: boolean;
}

/** A key to be made, for an account; `metadata` says which person it is for. */
export interface NewKey {
  readonly account: string;
  readonly name: string;
  readonly seconds: number;
  readonly scopes: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** A key as it was found; `expires` in seconds since 1970. */
export type CheckedKey =
  | { readonly found: false; readonly code: string }
  | (Omit<NewKey, "seconds" | "name"> & { readonly found: true; readonly id: string; readonly expires: number | null });

/** Opens the sign-in library on the tables of schema sign_in, closed for everybody who is not expected. */
export function openLibrary(settings: SignInSettings, rules: SignInRules, sso: readonly SingleSignOn[]): Library {
  const auth = betterAuth({
    ...libraryOptions(settings, rules),
    plugins: [twoFactor(secondFactor), apiKey(keys(rules)), genericOAuth({ config: sso.map(providerOf) })],
  });
  return {
    handle: (request) => auth.handler(request),
    sessionOf: async (headers) => {
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      if (!found) return null;
      const { session, user } = found;
      const [created, used] = [session.createdAt, session.updatedAt].map((at) => Math.floor(at.getTime() / 1000));
      const hasSecondFactor = (user as { readonly twoFactorEnabled?: boolean | null }).twoFactorEnabled === true;
      return {
        id: session.id,
        account: user.id,
        email: user.email,
        created: created ?? 0,
        used: used ?? 0,
        hasSecondFactor,
      };
    },
    makeKey: async ({ account, name, seconds, scopes, metadata }) => {
      const permissions = { scopes: [...scopes] };
      const body = { userId: account, name, expiresIn: seconds, permissions, metadata };
      const { id, key } = await auth.api.createApiKey({ body });
      return { id, key };
    },
    checkKey: async (text) => {
      const { valid, key, error } = await auth.api.verifyApiKey({ body: { key: text } });
      if (!valid || !key) return { found: false, code: String(error?.code ?? "INVALID") };
      const expires = key.expiresAt ? Math.floor(new Date(key.expiresAt).getTime() / 1000) : null;
      const metadata = (key.metadata ?? {}) as Record<string, string>;
      return {
        found: true,
        id: key.id,
        account: key.referenceId,
        scopes: key.permissions?.scopes ?? [],
        metadata,
        expires,
      };
    },
    hash: async (password) => (await auth.$context).password.hash(password),
    matches: async (hash, password) => (await auth.$context).password.verify({ hash, password }),
    knows: async (provider) => (await auth.$context).socialProviders.some(({ id }) => id === provider),
  };
}
