import type { z } from "zod";
import type { Complaint } from "../agreement/problem.ts";
import { fieldsAt } from "./known-fields.ts";
import { nearest } from "./nearest.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly string[];

/** What zod found, in a sentence with the way out. A union is explained by the form that was most likely meant. */
export function sayIssue(issue: Issue, root: unknown, under: Path = []): Complaint[] {
  const path = [...under, ...issue.path.map(String)];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, path));
  if (issue.code === "invalid_key") return [unknownField(path.at(-1) ?? "", path.slice(0, -1))];
  const given = at(root, path);
  if (given === undefined) return [missing(path)];
  if (issue.code === "invalid_union") return sayUnion(issue, root, path);
  if (issue.code === "invalid_value") return [notOneOf(given, issue.values.map(String), path)];
  if (issue.code === "invalid_type") return [wrongForm(path, given, forms[issue.expected] ?? issue.expected)];
  if (issue.code === "invalid_format") {
    return [complaint(path, "no-such-date", [`${written(given)} is not a date.`, "Write it like 2026-10-01."])];
  }
  return [complaint(path, "wrong-form", [`${written(given)} cannot stand here.`, `${issue.message}.`])];
}

function sayUnion(issue: Issue & { code: "invalid_union" }, root: unknown, path: Path): Complaint[] {
  const given = at(root, path);
  const words = issue.errors.flat().find((e) => e.code === "invalid_value" && e.path.length === 0);
  if (typeof given === "string" && words?.code === "invalid_value") {
    return [notOneOf(given, words.values.map(String), path)];
  }
  const fitting = issue.errors.filter((errors) => errors.every((e) => e.path.length > 0 || !misses.has(e.code)));
  const best = [...fitting].sort((a, b) => weight(a) - weight(b))[0];
  if (!best) return [wrongForm(path, given, "one of the forms of this field")];
  const said = best.flatMap((inner) => sayIssue(inner, root, path));
  const unknown = said.filter(({ code }) => code === "unknown-field");
  return unknown.length > 0 ? unknown : said;
}

/** Findings at the value itself that show it was meant in another form. */
const misses: ReadonlySet<string> = new Set(["invalid_type", "invalid_value"]);

/** A form that knows the fields but misses one is nearer than a form that does not know them. */
const weight = (errors: readonly Issue[]): number =>
  errors.reduce((sum, e) => sum + (e.code === "unrecognized_keys" ? 2 * e.keys.length : 1), 0);

function unknownField(key: string, path: Path): Complaint {
  const known = fieldsAt(path);
  const close = nearest(key, known);
  const way = close ? `Did you mean '${close}'?` : known.length > 0 ? `Known here: ${known.join(", ")}.` : "Remove it.";
  const message = `'${key}' is not a field of a mapping at this place.`;
  return { path: [...path, key], at: "key", code: "unknown-field", message, way_out: way };
}

function notOneOf(given: unknown, words: readonly string[], path: Path): Complaint {
  const close = nearest(String(given), words);
  const way = close ? `Did you mean '${close}'?` : `Write one of: ${words.join(", ")}.`;
  return complaint(path, "unknown-word", [`${written(given)} is not known here.`, way]);
}

const missing = (path: Path): Complaint => ({
  path: path.slice(0, -1),
  at: "key",
  code: "missing-field",
  message: `'${path.at(-1)}' is not written.`,
  way_out: `Add '${path.at(-1)}'.`,
});

const wrongForm = (path: Path, given: unknown, form: string): Complaint =>
  complaint(path, "wrong-form", [`${written(given)} is not ${form}.`, `Write ${form}.`]);

const forms: Record<string, string> = {
  string: "a text",
  array: "a list, like [a, b]",
  object: "a map of fields",
  record: "a map of fields",
  boolean: "true or false",
};

const complaint = (path: Path, code: string, [message, way_out]: readonly [string, string]): Complaint => ({
  path,
  at: "value",
  code,
  message,
  way_out,
});

const written = (value: unknown): string =>
  typeof value === "object" ? JSON.stringify(value).slice(0, 60) : `'${String(value)}'`;

function at(root: unknown, path: Path): unknown {
  let value: unknown = root;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value;
}
