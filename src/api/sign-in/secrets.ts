import { createHash, randomBytes } from "node:crypto";

/** A secret that nobody can guess: 32 random bytes as text for an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret, or of an e-mail address: enough to know it again, not to read it. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What attempts to sign in are counted under. */
export const attemptName = (email: string): string => hashOf(email.trim().toLowerCase());
