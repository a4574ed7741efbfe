import type { z } from "zod";
import { issueComplaints } from "./issue-complaints.ts";
import type { Complaint } from "./problem.ts";
import { isTreeMap, type Tree, type TreeMap } from "./tree.ts";

/** A tree read by a schema as far as it can be read. */
export interface Shaped<T> {
  /** Null where too little can be read to go on. */
  readonly value: T | null;
  readonly complaints: readonly Complaint[];
  /** What was left out of `value` because it could not be read. */
  readonly pruned: readonly Pruned[];
}

/** A part that was left out, and all names in it. */
export interface Pruned {
  readonly path: readonly string[];
  readonly names: ReadonlySet<string>;
}

const mostRounds = 12;

/**
 * Reads a tree by a schema. What cannot be read is left out with whatever needs it, so that the rest can be
 * checked and everything wrong is told at once.
 */
export function shape<S extends z.ZodType>(schema: S, tree: Tree, at: readonly string[] = []): Shaped<z.output<S>> {
  let left: Tree = tree;
  let complaints: readonly Complaint[] | null = null;
  const pruned: Pruned[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const read = schema.safeParse(left);
    if (read.success) return { value: read.data, complaints: complaints ?? [], pruned };
    const found = issueComplaints(left, read.error.issues, at);
    complaints ??= found;
    const own = copied(left);
    for (const { path } of found) {
      const cut = cutAt(own as Tree, path.slice(at.length));
      if (cut.length === 0) return { value: null, complaints, pruned };
      pruned.push({ path: [...at, ...cut], names: new Set([...cut.slice(-1), ...namesIn(own as Tree, cut)]) });
      cutOff(own, cut);
    }
    left = own as Tree;
  }
  return { value: null, complaints: complaints ?? [], pruned };
}

/** What has to go for a path to be gone: the deepest part of it that exists, and a list as a whole. */
function cutAt(tree: Tree, path: readonly string[]): readonly string[] {
  const cut: string[] = [];
  let value: Tree = tree;
  for (const name of path) {
    if (!isTreeMap(value) || !Object.hasOwn(value, name)) break;
    cut.push(name);
    value = value[name] ?? null;
  }
  return cut;
}

/** A tree whose maps may be changed. */
type Own = Tree | { [key: string]: Own };

const copied = (tree: Tree): Own =>
  isTreeMap(tree) ? Object.fromEntries(Object.entries(tree).map(([name, inside]) => [name, copied(inside)])) : tree;

function cutOff(tree: Own, path: readonly string[]): void {
  let value: Own = tree;
  for (const name of path.slice(0, -1)) value = isTreeMap(value as Tree) ? ((value as TreeMap)[name] ?? null) : null;
  if (isTreeMap(value as Tree)) delete (value as Record<string, Tree>)[path.at(-1) ?? ""];
}

/** The names of everything within what is cut. */
function namesIn(tree: Tree, cut: readonly string[]): readonly string[] {
  let value: Tree = tree;
  for (const name of cut) value = isTreeMap(value) ? (value[name] ?? null) : null;
  return allNames(value);
}

function allNames(tree: Tree): readonly string[] {
  if (!isTreeMap(tree)) return [];
  return Object.entries(tree).flatMap(([name, inside]) => [name, ...allNames(inside)]);
}
