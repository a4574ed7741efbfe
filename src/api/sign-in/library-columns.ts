/** The tables of schema sign_in under the names of the sign-in library; columns have the same names in snake case. */
const inSnakeCase = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));

const stamps = ["createdAt", "updatedAt"] as const;

/** Where the library's own tables lie. */
export const libraryTables = {
  user: { modelName: "accounts", fields: inSnakeCase("emailVerified", ...stamps) },
  session: {
    modelName: "sessions",
    fields: inSnakeCase("userId", "expiresAt", "ipAddress", "userAgent", ...stamps),
  },
  account: {
    modelName: "credentials",
    fields: inSnakeCase(
      "userId",
      "providerId",
      "accountId",
      "accessToken",
      "refreshToken",
      "idToken",
      "accessTokenExpiresAt",
      "refreshTokenExpiresAt",
      ...stamps,
    ),
  },
  verification: { modelName: "verifications", fields: inSnakeCase("expiresAt", ...stamps) },
};

/** Where the tables of its second factor lie. */
export const secondFactorTables = {
  user: { fields: inSnakeCase("twoFactorEnabled") },
  twoFactor: {
    modelName: "second_factors",
    fields: inSnakeCase("userId", "backupCodes", "failedVerificationCount", "lockedUntil"),
  },
};

/** Where its API keys lie. */
export const keyTables = {
  apikey: {
    modelName: "api_keys",
    fields: inSnakeCase(
      "configId",
      "referenceId",
      "refillInterval",
      "refillAmount",
      "lastRefillAt",
      "rateLimitEnabled",
      "rateLimitTimeWindow",
      "rateLimitMax",
      "requestCount",
      "lastRequest",
      "expiresAt",
      ...stamps,
    ),
  },
};
