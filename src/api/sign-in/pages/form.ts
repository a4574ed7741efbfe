import type { Context } from "hono";

/** The fields of a form, each as text; the last where one is there several times. */
export async function formOf(c: Context): Promise<Readonly<Record<string, string>>> {
  const fields = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === "string"),
  );
}

/** What the library said, for people. */
export async function messageOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { readonly code?: string };
  return wordsOf(body.code ?? (response.status === 429 ? "too-many-requests" : "failed")) ?? "";
}

/** A code in words; of unknown codes nothing but that it failed, since anybody can write one into an address. */
export function wordsOf(code: string | undefined): string | null {
  if (code === undefined || code === "") return null;
  return words[code] ?? "Signing in did not work. Try again, or ask your administrator.";
}

const words: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: "The e-mail address or the password is wrong.",
  INVALID_EMAIL: "The e-mail address or the password is wrong.",
  INVALID_PASSWORD: "The password is wrong.",
  INVALID_CODE: "The code is wrong. Codes change every 30 seconds.",
  INVALID_BACKUP_CODE: "The backup code is wrong, or was used before.",
  INVALID_TWO_FACTOR_COOKIE: "That took too long. Sign in again.",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Too many wrong codes. Sign in again.",
  ACCOUNT_TEMPORARILY_LOCKED: "Too many wrong codes. Try again in 15 minutes.",
  INVALID_TOKEN: "This link was used before, or its time is up. Ask for a new one.",
  TOTP_ALREADY_ENABLED: "The second factor is on already.",
  "code-used": "This code was used before. Wait for the next one, and sign in again.",
  "too-many-requests": "Too many requests. Wait a few minutes.",
  "not-expected": "Nobody is expected here under this address. Ask your administrator for an invitation.",
  "email-not-verified": "Your identity provider has not verified your e-mail address.",
  "domain-not-allowed": "Your identity provider may not vouch for this address here.",
  account_not_linked: "There is an account under this address that was not proven by mail. Sign in with its password.",
  "provider-away": "The identity provider does not answer. Try again in a moment.",
  access_denied: "You did not agree at the identity provider.",
};
