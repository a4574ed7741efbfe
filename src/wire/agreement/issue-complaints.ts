import type { z } from "zod";
import { closest } from "./closest.ts";
import type { KnownFields } from "./fields.ts";
import type { Complaint } from "./problem.ts";
import { isTreeMap, type Tree } from "./tree.ts";

type Issue = z.core.$ZodIssue;

/** What a schema found wrong with a tree, in the words of the format. `at` is where the tree stands in the contract. */
export function issueComplaints(tree: Tree, issues: readonly Issue[], at: readonly string[] = []): Complaint[] {
  const all = issues.flatMap((issue) => complaintsOf(tree, issue, at));
  const misspelt = new Set(all.flatMap((one) => (one.code === "unknown-field" ? [beside(one, one.way_out)] : [])));
  return all.filter((one) => one.code !== "missing-field" || !misspelt.has(beside(one, meant(one.path.at(-1) ?? ""))));
}

/** A field is not missing where a misspelt one beside it stands for it: both have the same place and way out. */
const beside = ({ path }: Complaint, wayOut: string): string => JSON.stringify([path.slice(0, -1), wayOut]);

const meant = (word: string): string => `Did you mean '${word}'?`;

function complaintsOf(root: Tree, issue: Issue, at: readonly string[]): Complaint[] {
  const inside = issue.path.map(String);
  const path = [...at, ...inside];
  const value = within(root, inside);
  switch (issue.code) {
    case "custom":
      return [{ path, at: "value", message: issue.message, ...ruleOf(issue) }];
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField([...path, key], key, readKnown(issue.message)));
    case "invalid_key":
      return issueComplaints(root, issue.issues, path).map((one) => keyComplaint(one, path));
    case "invalid_union":
      return unionComplaints(issue, { path, value });
    case "invalid_value":
      return [value === undefined ? missing(path) : wrongWord(path, value, issue.values.map(String))];
    default:
      return [value === undefined ? missing(path) : wrongShape(path, value, issue)];
  }
}

function ruleOf(issue: Issue & { readonly code: "custom" }): { readonly code: string; readonly way_out: string } {
  const params = issue.params ?? {};
  return { code: String(params.code ?? "unreadable"), way_out: String(params.way_out ?? "") };
}

function keyComplaint(complaint: Complaint, path: readonly string[]): Complaint {
  const isPlain = complaint.code === "wrong-shape" || complaint.code === "missing-field";
  const message = isPlain ? `'${path.at(-1)}' cannot stand here.` : complaint.message;
  return { ...complaint, path, at: "key", message, ...(isPlain ? { code: "name-badly-formed" } : {}) };
}

interface Met {
  readonly path: readonly string[];
  readonly value: Tree | undefined;
}

/** The branch meant is the one that could take a value of this make (text, list or map). */
function unionComplaints(issue: Issue & { readonly code: "invalid_union" }, met: Met): Complaint[] {
  if (met.value === undefined) return [missing(met.path)];
  const words: string[] = [];
  for (const branch of issue.errors) {
    const [first] = branch;
    if (first === undefined) continue;
    if (first.path.length === 0 && first.code === "invalid_type") continue;
    if (first.path.length === 0 && first.code === "invalid_value") {
      words.push(...first.values.map(String));
      continue;
    }
    return issueComplaints(met.value, branch, met.path);
  }
  if (words.length > 0 && typeof met.value === "string") return [wrongWord(met.path, met.value, words)];
  return [wrongShape(met.path, met.value, null)];
}

function unknownField(path: readonly string[], key: string, { known, under }: KnownFields): Complaint {
  const home = Object.hasOwn(under, key) ? under[key] : undefined;
  const rule = { path, at: "key", code: "unknown-field" } as const;
  if (home !== undefined)
    return { ...rule, message: `'${key}' belongs under '${home}'.`, way_out: "Move it two spaces in." };
  const close = closest(key, known);
  const way_out = close ? meant(close) : `Known here: ${known.join(", ")}.`;
  return { ...rule, message: `'${key}' is not a field here.`, way_out };
}

function readKnown(message: string): KnownFields {
  try {
    return JSON.parse(message) as KnownFields;
  } catch {
    return { known: [], under: {} };
  }
}

function missing(path: readonly string[]): Complaint {
  return { path, at: "value", code: "missing-field", message: `'${path.at(-1)}' is missing.`, way_out: "Add it here." };
}

function wrongWord(path: readonly string[], value: Tree, words: readonly string[]): Complaint {
  if (typeof value !== "string") return wrongShape(path, value, null);
  const close = closest(value, words);
  const way_out = close ? meant(close) : `It may be ${words.join(", ")}.`;
  const rule = path.at(-1) === "underpin" ? "unknown-version" : "unknown-word";
  return { path, at: "value", code: rule, message: `'${value}' is not a word for '${path.at(-1)}'.`, way_out };
}

function wrongShape(path: readonly string[], value: Tree, issue: Issue | null): Complaint {
  const name = path.at(-1) ?? "the file";
  if (value === null || value === "")
    return {
      path,
      at: "value",
      code: "nothing-written",
      message: `'${name}' has no value.`,
      way_out: "Write one, or remove the line.",
    };
  if (issue?.code === "too_small")
    return {
      path,
      at: "value",
      code: "nothing-written",
      message: `'${name}' is empty.`,
      way_out: "Write at least one entry.",
    };
  const wanted = issue?.code === "invalid_type" ? makes[issue.expected] : undefined;
  const message = `'${name}' cannot be ${makeOf(value)}.`;
  const way_out = wanted ? `Write ${wanted}.` : "See the format for what may stand here.";
  return { path, at: "value", code: "wrong-shape", message, way_out };
}

const makes: Readonly<Record<string, string>> = {
  string: "one text",
  array: "a list: [a, b]",
  object: "fields with their values",
  record: "entries under their ids",
};

function makeOf(value: Tree): string {
  if (typeof value === "string") return `the text '${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`;
  return isTreeMap(value) ? "a map" : "a list";
}

function within(tree: Tree, path: readonly string[]): Tree | undefined {
  let value: Tree | undefined = tree;
  for (const name of path) {
    if (Array.isArray(value)) value = value[Number(name)];
    else value = isTreeMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}
