import { createHash } from "node:crypto";

/** A value as JSON with sorted keys and without spaces, the same text for the same value (RFC 8785 for what we store). */
export function canonical(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each === undefined ? null : each)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
}

/** SHA-256 of a text or of bytes, in hexadecimal digits. */
export const sha256 = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");
