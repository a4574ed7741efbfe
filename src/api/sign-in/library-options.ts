import { apiKey } from "@better-auth/api-key";
import type { BetterAuthOptions } from "better-auth";
import { isAPIError } from "better-auth/api";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import { forgetAttempts } from "../../store/sign-in/attempts.ts";
import { signInDialect } from "../../store/sign-in/sign-in-dialect.ts";
import { keyTables, libraryTables, secondFactorTables } from "./library-columns.ts";
import { accountHooks, requestHooks } from "./library-hooks.ts";
import { countFor } from "./library-limits.ts";
import { leastLength, mostLength } from "./password-rules.ts";
import { attemptName } from "./secrets.ts";
import type { SignInRules, SignInSettings, SingleSignOn } from "./settings.ts";

/** Where the library serves its routes, and the header by which it is told the address of the network. */
export const libraryPath = "/api/auth";
export const addressHeader = "x-underpin-address";

/** The options without plugins. */
export const libraryOptions = (settings: SignInSettings, rules: SignInRules): BetterAuthOptions => ({
  appName: "Underpin",
  baseURL: settings.baseUrl,
  basePath: libraryPath,
  secret: settings.secret,
  database: {
    dialect: signInDialect(settings.gate),
    type: "postgres" as const,
    // Hooks ask the gate for the tenant's rows, which they could not within a transaction.
    transaction: false,
    schemaName: "sign_in",
  },
  ...libraryTables,
  user: { ...libraryTables.user, validateUserInfo: accountHooks(settings).validate },
  session: { ...libraryTables.session, expiresIn: rules.absoluteSeconds, disableSessionRefresh: true },
  account: { ...libraryTables.account, encryptOAuthTokens: true, accountLinking: { trustedProviders: [] } },
  verification: { ...libraryTables.verification, storeIdentifier: "hashed" as const },
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength: leastLength,
    maxPasswordLength: mostLength,
    revokeSessionsOnPasswordReset: true,
    resetPasswordTokenExpiresIn: 1800,
    onPasswordReset: ({ user }) => settings.gate.signIn((session) => forgetAttempts(session, attemptName(user.email))),
    ...resetBy(settings),
  },
  databaseHooks: { session: { create: { before: accountHooks(settings).beforeSession } } },
  hooks: { before: requestHooks },
  rateLimit: { enabled: true, ...countFor(settings, rules) },
  advanced: {
    cookiePrefix: "underpin",
    ipAddress: { ipAddressHeaders: [addressHeader] },
    database: { validateSchema: false },
    // A mail is sent after the answer, so that the time of the answer tells nobody who has an account.
    backgroundTasks: {
      handler: (work) => void work.catch(() => settings.tell?.({ what: "fault", detail: "a mail was not sent" })),
    },
  },
  onAPIError: {
    errorURL: "/sign-in",
    onError: (error) => {
      if (!isAPIError(error))
        settings.tell?.({ what: "fault", detail: error instanceof Error ? error.name : "unknown" });
    },
  },
  telemetry: { enabled: false },
  logger: {
    level: "error" as const,
    log: (_: string, message: string) => settings.tell?.({ what: "fault", detail: message }),
  },
});

/** The same with the plugins, as the tables are compared with them. */
export const wholeOptions = (settings: SignInSettings, rules: SignInRules): BetterAuthOptions => ({
  ...libraryOptions(settings, rules),
  plugins: [twoFactor(secondFactor), apiKey(keys(rules)), genericOAuth({ config: [] })],
});

export const secondFactor = {
  issuer: "Underpin",
  schema: secondFactorTables,
  accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
};

export const keys = ({ keyRequests }: SignInRules) => ({
  schema: keyTables,
  defaultPrefix: "up_",
  defaultKeyLength: 48,
  startingCharactersConfig: { shouldStore: true, charactersLength: 9 },
  requireName: true,
  maximumNameLength: 100,
  enableMetadata: true,
  enableSessionForAPIKeys: false,
  keyExpiration: { minExpiresIn: 0, maxExpiresIn: 366 },
  rateLimit: { enabled: true, timeWindow: 60_000, maxRequests: keyRequests },
});

/** An identity provider as the library is told of it. */
export const providerOf = ({ id, title, issuer, clientId, clientSecret }: SingleSignOn) => ({
  providerId: id,
  name: title,
  discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  scopes: ["openid", "email", "profile"],
  pkce: true,
  requireIdTokenVerification: true,
});

const resetBy = ({ mail }: SignInSettings) =>
  mail
    ? {
        sendResetPassword: ({ user, url }: { user: { email: string }; url: string }) =>
          mail({
            to: user.email,
            subject: "A new password for Underpin",
            text: `Somebody asked for a new password for this address. It can be set within 30 minutes at\n\n${url}\n\nIf it was not you, nothing needs to be done.\n`,
          }),
      }
    : {};
