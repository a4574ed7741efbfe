import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** Anything of a YAML file, every scalar as its text. */
export type Yaml = string | null | readonly Yaml[] | { readonly [key: string]: Yaml };
export type YamlMap = { readonly [key: string]: Yaml };

/** One measure of contracts: how it is said in the format, with facts and the figure they give, or why it cannot be. */
export interface Row {
  readonly id: string;
  readonly measures: string;
  /** The ready service level that it is a case of. */
  readonly shape?: string;
  /** Where the format says something a little different, or leaves a part to others. */
  readonly note?: string;
  /** Why it cannot be said. */
  readonly cannot?: string;
  /** Sections that the contract around the row has beside those of the frame. */
  readonly contract?: YamlMap;
  readonly cases?: readonly Case[];
}

/** Records, relief and entries of a level, and what they come to. */
export interface Story {
  /** Records by kind in the shorthand of `facts.ts`. */
  readonly facts?: Readonly<Record<string, readonly YamlMap[]>>;
  /** With `from` and `until`: time taken out. With `records`: those taken out, or counted as good. */
  readonly relief?: readonly YamlMap[];
  /** `part` and `whole` of a figure entered by hand. */
  readonly entered?: YamlMap;
  /** Verdicts of other levels, for a score. */
  readonly verdicts?: Readonly<Record<string, string>>;
  /** Default: 2026-03. */
  readonly period?: string;
  /** One of several, for a level that is judged for each of them. */
  readonly group?: string;
  /** A fraction, a percentage or a plain number; times in seconds. `none` where there is no figure. */
  readonly figure: string;
  readonly verdict: string;
}

/** A level with its story. */
export interface Case extends Story {
  readonly level: YamlMap;
}

const folder = join(import.meta.dirname, "rows");

/** The families of measures in order, with their titles. */
export const families: readonly (readonly [string, string])[] = [
  ["availability", "Availability"],
  ["incident", "Incidents"],
  ["problem", "Problems"],
  ["change", "Changes and releases"],
  ["request", "Service requests"],
  ["desk", "Service desk"],
  ["satisfaction", "Satisfaction"],
  ["performance", "Performance, capacity and network"],
  ["quality", "Quality, billing and reporting"],
  ["security", "Security and continuity"],
  ["project", "Projects and deliveries"],
];

/** The rows of one family, in the order of its file. */
export function rowsOf(family: string): readonly Row[] {
  const text = readFileSync(join(folder, `${family}.yaml`), "utf8");
  const read = parse(text, { schema: "failsafe" }) as Readonly<Record<string, Omit<Row, "id">>>;
  return Object.entries(read).map(([id, row]) => ({ id, ...row }));
}

/** Names of the files of rows. */
export const rowFiles = (): readonly string[] => readdirSync(folder).sort();
