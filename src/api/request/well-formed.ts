import { ProblemError } from "../reply/problem.ts";

/** How deep a body may nest; nothing that Underpin takes comes near. */
const deepest = 40;

/** Reads the bytes of a body as JSON that a database can keep: UTF-8, not too deep, no NUL and no half characters. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  if (depthOf(text) > deepest) throw malformed("too-deep", `The body nests deeper than ${deepest} levels.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed("not-json", `The body is no JSON: ${(error as Error).message}`);
  }
  if (!isStorable(value)) throw malformed("text-not-storable", "A text holds a NUL or half of a character.");
  return value;
}

/** True of values whose texts PostgreSQL can keep. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  if (value === null || typeof value !== "object") return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.entries(value).every(([key, each]) => isStorable(key) && isStorable(each));
}

export const malformed = (code: string, detail: string): ProblemError => new ProblemError(400, code, { detail });

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformed("not-utf-8", "The body is not UTF-8.");
  }
}

/** How deep brackets nest outside of strings, before anything walks into them. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (inText) {
      if (sign === 0x5c) at++;
      else if (sign === 0x22) inText = false;
    } else if (sign === 0x22) inText = true;
    else if (sign === 0x7b || sign === 0x5b) most = Math.max(most, ++depth);
    else if (sign === 0x7d || sign === 0x5d) depth--;
  }
  return most;
}
