import type { Entry, Places } from "./places.ts";
import type { Problem } from "./problem.ts";
import { type FileTree, isTreeMap, type Tree, type TreeMap } from "./tree.ts";

/** The files of a contract under one tree, with the places of all of them. */
export interface Joined {
  readonly tree: TreeMap;
  readonly places: Places;
  readonly problems: readonly Problem[];
}

/** Sections whose parts are maps of their own: these are joined one level further in. */
const ofParts: readonly string[] = ["definitions", "catalogue", "underpinning", "improvement"];
/** Words that every file of a contract begins with. */
const heads: readonly string[] = ["underpin", "part_of"];

/** Joins the maps under each top-level key; the same entry in two files is an error that names both places. */
export function joinFiles(files: readonly FileTree[]): Joined {
  const main = files.find(({ tree }) => "contract" in tree) ?? null;
  const joined: Joining = { tree: {}, places: new Map(), problems: files.flatMap(({ problems }) => problems) };
  for (const file of files) {
    joined.problems.push(...headProblems(file, main));
    for (const [key, value] of Object.entries(file.tree)) {
      const isHead = heads.includes(key) && file !== main;
      if (!isHead) add(joined, { file, path: [key], value });
    }
  }
  const start = (main ?? files[0])?.places.get("");
  if (start) joined.places.set("", start);
  return joined;
}

interface Joining {
  readonly tree: Record<string, Tree>;
  readonly places: Map<string, Entry>;
  readonly problems: Problem[];
}

interface Part {
  readonly file: FileTree;
  readonly path: readonly string[];
  readonly value: Tree;
}

function add(joined: Joining, { file, path, value }: Part): void {
  const [section = ""] = path;
  const mayJoin = path.length === 1 ? section !== "contract" : path.length === 2 && ofParts.includes(section);
  const before = valueAt(joined.tree, path);
  if (before === undefined) put(joined, { file, path, value });
  else if (!mayJoin || !isTreeMap(before) || !isTreeMap(value)) saidTwice(joined, file, path);
  else for (const [key, inside] of Object.entries(value)) add(joined, { file, path: [...path, key], value: inside });
}

function put(joined: Joining, { file, path, value }: Part): void {
  setAt(joined.tree, path, value);
  placeAll(joined, file, { name: path.join("."), value });
}

/** The places of a part and of everything in it. */
function placeAll(
  joined: Joining,
  file: FileTree,
  { name, value }: { readonly name: string; readonly value: Tree },
): void {
  const entry = file.places.get(name);
  if (entry) joined.places.set(name, entry);
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) placeAll(joined, file, { name: `${name}.${key}`, value: inside });
}

function saidTwice(joined: Joining, file: FileTree, path: readonly string[]): void {
  const name = path.join(".");
  const here = file.places.get(name)?.key ?? { file: file.file, line: 1, column: 1 };
  const first = joined.places.get(name)?.key;
  const message = `'${path.at(-1)}' stands here a second time; the first is in ${first?.file}:${first?.line}.`;
  const way_out = "Remove one of the two, or give one another id.";
  joined.problems.push({ weight: "error", ...here, path: name, code: "said-twice", message, way_out });
}

/** Every file says which format and which contract it is part of. */
function headProblems(file: FileTree, main: FileTree | null): Problem[] {
  const isUnreadable = file.problems.length > 0 && Object.keys(file.tree).length === 0;
  if (isUnreadable || file === main) return [];
  const contract = main?.tree.contract;
  const id = isTreeMap(contract) && typeof contract.id === "string" ? contract.id : null;
  return [...versionFaults(file.tree), ...(id === null ? [] : partFaults(file.tree, id))].map((fault) => {
    const entry = file.places.get(fault.path) ?? file.places.get("");
    return { weight: "error", ...(entry?.value ?? { file: file.file, line: 1, column: 1 }), ...fault };
  });
}

type Fault = Pick<Problem, "path" | "code" | "message" | "way_out">;

function versionFaults({ underpin }: TreeMap): readonly Fault[] {
  const path = "underpin";
  if (underpin === undefined)
    return [{ path, code: "missing-field", message: "'underpin' is missing.", way_out: "Begin with 'underpin: 1'." }];
  if (underpin === "1") return [];
  const message = "This version of the format is unknown.";
  return [{ path, code: "unknown-version", message, way_out: "Write 'underpin: 1'." }];
}

function partFaults({ part_of }: TreeMap, id: string): readonly Fault[] {
  const [path, way_out] = ["part_of", `Write 'part_of: ${id}'.`];
  if (part_of === undefined) return [{ path, code: "missing-field", message: "'part_of' is missing.", way_out }];
  if (part_of === id) return [];
  return [{ path, code: "other-contract", message: `'${part_of}' is not the contract of these files.`, way_out }];
}

function valueAt(tree: TreeMap, path: readonly string[]): Tree | undefined {
  let value: Tree | undefined = tree;
  for (const name of path) value = isTreeMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}

/** The maps along `path` are copied, so that the trees of the files stay as they were read. */
function setAt(tree: Record<string, Tree>, path: readonly string[], value: Tree): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) tree[first] = value;
  else {
    const inner: Record<string, Tree> = { ...(isTreeMap(tree[first]) ? tree[first] : {}) };
    setAt(inner, rest, value);
    tree[first] = inner;
  }
}
