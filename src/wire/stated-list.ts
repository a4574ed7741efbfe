import type { z } from "zod";
import type { Complaint } from "./agreement/problem.ts";
import { shape } from "./agreement/shape.ts";
import type { Tree } from "./agreement/tree.ts";
import type { Read } from "./stated.ts";

/** Reads a list of a file entry by entry, so that one broken entry spoils no other. */
export function entriesOf<T>(
  list: readonly unknown[] | undefined,
  name: string,
  read: (entry: Tree, at: readonly string[]) => Read<T>,
): { readonly values: readonly T[]; readonly complaints: readonly Complaint[] } {
  const all = (list ?? []).map((entry, index) => read(asTree(entry), [name, String(index)]));
  const values = all.flatMap(({ value }) => (value === null ? [] : [value]));
  return { values, complaints: all.flatMap(({ complaints }) => complaints) };
}

/** An entry is taken whole or not at all. */
export function whole<S extends z.ZodType>(schema: S, entry: Tree, at: readonly string[]): Read<z.output<S>> {
  const { value, complaints } = shape(schema, entry, at);
  return { value: complaints.length > 0 ? null : value, complaints };
}

/** Passed through by the schema of the file, so still what the file says. */
const asTree = (unread: unknown): Tree => unread as Tree;
