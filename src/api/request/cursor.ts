import { z } from "zod";
import type { Key } from "../../store/reading/keyset.ts";
import { ProblemError } from "../reply/problem.ts";

/** A place in a list as a text that says nothing to whoever carries it. The list's name keeps it from other lists. */
export const cursorOf = (list: string, key: Key): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString("base64url");

/** The key that a cursor carries. */
export function keyOf(list: string, cursor: string | undefined): Key | null {
  if (cursor === undefined) return null;
  try {
    const [of, ...key] = shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (of === list && key.length > 0) return key;
  } catch {}
  throw unreadable();
}

const shape = z
  .array(z.union([z.string(), z.int()]))
  .min(2)
  .max(9);

export const unreadable = (): ProblemError =>
  new ProblemError(422, "cursor-unreadable", { detail: "This cursor is not of this list. Begin without one." });
