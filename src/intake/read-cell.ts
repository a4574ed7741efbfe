import type { CellRule, FieldRule, Mapping } from "../wire/mapping/mapping.ts";
import type { Cells } from "./read/row.ts";

/** The text of a cell; null where it says that nothing is known. */
export type CellReader = (cells: Cells) => string | null;

/** A field's value, or the text of the cell that the mapping does not know. */
export type FieldReader = (cells: Cells) => FieldRead;
export type FieldRead = { readonly value: string | null } | { readonly unlisted: string; readonly column: string };

/** Reads one cell; `missing` are the marks of a cell that says nothing. */
export function cellReader(rule: CellRule | Mapping["record"], file: string, missing: ReadonlySet<string>): CellReader {
  if (typeof rule === "string") return textReader(rule, missing);
  if ("fixed" in rule) return () => rule.fixed;
  if ("column" in rule) return textReader(rule.column, missing);
  const name = withoutEndings(file);
  return () => name;
}

export function textReader(column: string, missing: ReadonlySet<string>): CellReader {
  return (cells) => {
    const text = (cells[column] ?? "").trim();
    return missing.has(text) ? null : text;
  };
}

/** `cpu.csv.gz` is `cpu`. */
const withoutEndings = (file: string): string =>
  file.replace(/(\.(csv|tsv|txt|xlsx|jsonl|json|xes|gz|zip))+$/i, "") || file;

const known = (value: string | null): FieldRead => ({ value });
const nothing: FieldRead = { value: null };

/** Reads one field and translates the tool's word; each word is translated once and remembered. */
export function fieldReader(rule: FieldRule, missing: ReadonlySet<string>): FieldReader {
  if (typeof rule !== "string" && "fixed" in rule) return () => ({ value: rule.fixed });
  const column = typeof rule === "string" ? rule : rule.column;
  const read = textReader(column, missing);
  const words = typeof rule === "string" ? undefined : rule.values;
  const others = typeof rule === "string" ? undefined : rule.others;
  const isPersonal = typeof rule !== "string" && rule.personal === true;
  const translations = new Map<string, FieldRead>();
  return (cells) => {
    const text = read(cells);
    if (text === null) return nothing;
    const found = translations.get(text);
    if (found) return found;
    const made = translated(text, { column, words, others, isPersonal });
    if (translations.size < 100_000) translations.set(flat(text), made);
    return made;
  };
}

interface Words {
  readonly column: string;
  readonly words: Readonly<Record<string, string>> | undefined;
  readonly others: string | undefined;
  /** Findings are printed with every report, so they do not say what a personal cell holds. */
  readonly isPersonal: boolean;
}

function translated(text: string, { column, words, others, isPersonal }: Words): FieldRead {
  if (words !== undefined && Object.hasOwn(words, text)) return known(words[text] ?? null);
  if (words === undefined ? others === undefined || others === "as written" : others === "as written")
    return known(flat(text));
  return others === undefined ? { unlisted: isPersonal ? "(personal)" : flat(text), column } : known(others);
}

/** A copy of a text that does not keep the whole block alive from which it was cut. */
export const flat = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, "utf16le").toString("utf16le");
