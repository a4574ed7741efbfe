import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Entry } from "./places.ts";
import type { Place, Problem } from "./problem.ts";

/** A file as maps, lists and source texts; null where nothing is written. */
export type Tree = string | null | readonly Tree[] | { readonly [key: string]: Tree };
export type TreeMap = { readonly [key: string]: Tree };

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

export interface FileTree {
  readonly file: string;
  readonly tree: TreeMap;
  readonly places: ReadonlyMap<string, Entry>;
  readonly problems: readonly Problem[];
}

const mostCharacters = 500_000;
const mostLevels = 30;

/**
 * Reads one YAML file. Every scalar is its source text, so that `3.10` stays `3.10`; anchors, aliases, tags and
 * merge keys are refused, and so are files that are too large or nested too deeply.
 */
export function readTree(source: SourceFile): FileTree {
  const reader: Reader = { file: source.name, lines: new LineCounter(), places: new Map(), problems: [] };
  const tree = source.text.length > mostCharacters ? tooLarge(reader) : parsed(source.text, reader);
  if (!isTreeMap(tree) && reader.problems.length === 0)
    complain(reader, {
      offset: 0,
      path: [],
      code: "file-empty",
      message: "Nothing is written here.",
      way_out: "Begin with 'underpin: 1'.",
    });
  return { file: source.name, tree: isTreeMap(tree) ? tree : {}, places: reader.places, problems: reader.problems };
}

export function isTreeMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}

interface Reader {
  readonly file: string;
  readonly lines: LineCounter;
  readonly places: Map<string, Entry>;
  readonly problems: Problem[];
}

interface Fault {
  readonly offset: number;
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
  readonly way_out: string;
}

const options = {
  schema: "failsafe",
  version: "1.2",
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: "error",
} as const;

function parsed(text: string, reader: Reader): Tree {
  const document = documentOf(text, reader);
  if (document === null) return null;
  for (const { message, pos } of document.errors.slice(0, 20)) unreadable(reader, message, pos[0]);
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== "1.2")
    complain(reader, {
      offset: 0,
      path: [],
      code: "yaml-version",
      message: "The format is written in YAML 1.2.",
      way_out: "Remove the %YAML line.",
    });
  return document.errors.length > 0 ? null : read(document.contents, [], reader);
}

/** Null, with the problem told, where the text is nested more deeply than the parser can follow. */
function documentOf(text: string, reader: Reader): ReturnType<typeof parseDocument> | null {
  try {
    return parseDocument(text, { ...options, lineCounter: reader.lines });
  } catch (error) {
    unreadable(reader, error instanceof Error ? error.message : String(error), 0);
    return null;
  }
}

function unreadable(reader: Reader, said: string, offset: number): void {
  const isDeep = /call stack|stack overflow/i.test(said);
  const message = isDeep ? "This is nested too deeply." : `${said}.`.replace(/\.{2,}$/, ".");
  const code = isDeep ? "too-deep" : "yaml-unreadable";
  complain(reader, { offset, path: [], code, message, way_out: "Mend the YAML first." });
}

function read(node: unknown, path: readonly string[], reader: Reader): Tree {
  const offset = startOf(node);
  if (path.length > mostLevels) {
    complain(reader, {
      offset,
      path,
      code: "too-deep",
      message: "This is nested too deeply.",
      way_out: "No part of a contract needs so many levels.",
    });
    return null;
  }
  refuseExtras(node, { offset, path }, reader);
  if (path.length === 0) reader.places.set("", { key: placeAt(reader, offset), value: placeAt(reader, offset) });
  if (isMap(node)) return readMap(node.items, path, reader);
  if (isSeq(node)) return readList(node.items, path, reader);
  if (!isScalar(node)) return null;
  const written = typeof node.value === "string" ? node.value : (node.source ?? "");
  return written === "" && node.type === "PLAIN" ? null : written;
}

function readMap(
  items: readonly { readonly key: unknown; readonly value: unknown }[],
  path: readonly string[],
  reader: Reader,
): Tree {
  const map: Record<string, Tree> = {};
  for (const { key, value } of items) {
    const name = isScalar(key) ? String(key.value ?? "") : null;
    const offset = startOf(key);
    const here = [...path, name ?? "?"];
    if (name === null || name === "<<" || name === "__proto__") refuseKey(name, { offset, path: here }, reader);
    else if (Object.hasOwn(map, name)) saidTwice(offset, here, reader);
    else {
      refuseExtras(key, { offset, path: here }, reader);
      const place = placeAt(reader, offset);
      reader.places.set(here.join("."), {
        key: place,
        value: value === null ? place : placeAt(reader, startOf(value)),
      });
      map[name] = read(value, here, reader);
    }
  }
  return map;
}

function readList(items: readonly unknown[], path: readonly string[], reader: Reader): Tree {
  return items.map((item, index) => {
    const here = [...path, String(index)];
    const place = placeAt(reader, startOf(item));
    reader.places.set(here.join("."), { key: place, value: place });
    return read(item, here, reader);
  });
}

function refuseExtras(node: unknown, at: Pick<Fault, "offset" | "path">, reader: Reader): void {
  const { anchor, tag } = (node ?? {}) as { readonly anchor?: string; readonly tag?: string };
  const way_out = "Write the value out where it is meant.";
  if (isAlias(node) || anchor !== undefined)
    complain(reader, {
      ...at,
      code: "no-anchors",
      message: "Anchors and aliases are not part of the format.",
      way_out,
    });
  if (tag !== undefined)
    complain(reader, { ...at, code: "no-tags", message: `Tags such as '${tag}' are not part of the format.`, way_out });
}

function refuseKey(name: string | null, at: Pick<Fault, "offset" | "path">, reader: Reader): void {
  if (name === "<<")
    complain(reader, {
      ...at,
      code: "no-merge-keys",
      message: "'<<' is not part of the format.",
      way_out: "Write the fields out.",
    });
  else
    complain(reader, {
      ...at,
      code: "key-unreadable",
      message: "This is not a field or an id.",
      way_out: "Write one word before the colon.",
    });
}

function saidTwice(offset: number, path: readonly string[], reader: Reader): void {
  const first = reader.places.get(path.join("."))?.key;
  const message = `'${path.at(-1)}' stands here a second time; the first is in ${first?.file}:${first?.line}.`;
  complain(reader, { offset, path, code: "said-twice", message, way_out: "Remove one of the two." });
}

function tooLarge(reader: Reader): null {
  const message = `The file has more than ${mostCharacters} characters.`;
  complain(reader, { offset: 0, path: [], code: "file-too-large", message, way_out: "Cut it into several files." });
  return null;
}

function complain(reader: Reader, { offset, path, code, message, way_out }: Fault): void {
  const place = placeAt(reader, offset);
  reader.problems.push({ weight: "error", ...place, path: path.join("."), code, message, way_out });
}

function startOf(node: unknown): number {
  const range = (node as { readonly range?: readonly number[] } | null | undefined)?.range;
  return range?.[0] ?? 0;
}

function placeAt({ file, lines }: Reader, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}
