import type { z } from "zod";
import { issueComplaints } from "./issue-complaints.ts";
import type { Complaint } from "./problem.ts";
import { isTreeMap, type Tree } from "./tree.ts";

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
    for (const { path } of found) {
      const cut = cutAt(left, path.slice(at.length));
      if (cut.length === 0) return { value: null, complaints, pruned };
      pruned.push({ path: [...at, ...cut], names: new Set([...cut.slice(-1), ...namesIn(left, cut)]) });
      left = cutOff(left, cut);
    }
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

function cutOff(tree: Tree, [name = "", ...rest]: readonly string[]): Tree {
  if (!isTreeMap(tree)) return tree;
  const { [name]: inside = null, ...others } = tree;
  return rest.length === 0 ? others : { ...tree, [name]: cutOff(inside, rest) };
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
