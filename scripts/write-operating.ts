import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settings } from "../src/config.ts";
import { code, table } from "./docs/table.ts";

export const operatingFile = join(import.meta.dirname, "..", "docs", "operating.md");
export const exampleFile = join(import.meta.dirname, "..", "deploy", "underpin.env.example");

const [begin, end] = ["<!-- settings: made by scripts/write-operating.ts -->\n", "<!-- end of settings -->\n"];

/** Every setting with what it is for and what holds without it. */
const rows = Object.entries(settings.shape).map(([name, schema]) => ({
  name,
  meaning: schema.description ?? "",
  otherwise: schema.safeParse(undefined).data,
}));

/** The operating guide with the table of settings as the program has them. */
export function operatingText(text: string): string {
  const [head, rest = ""] = text.split(begin);
  const [, tail = ""] = rest.split(end);
  const cells = rows.map(({ name, meaning, otherwise }) => [
    code(name),
    meaning,
    otherwise === undefined ? "" : code(String(otherwise)),
  ]);
  return `${head}${begin}\n${table(["Setting", "What it is for", "Without it"], cells)}\n${end}${tail}`;
}

/** A file of settings, each with its default or commented out. */
export function exampleText(): string {
  const lines = rows.map(({ name, meaning, otherwise }) => `# ${meaning}.\n#${name}=${otherwise ?? ""}\n`);
  return `# Settings of Underpin: take away the # of a line and give a value. Keep this file readable by root alone.\n\n${lines.join("\n")}`;
}

if (import.meta.main) {
  writeFileSync(operatingFile, operatingText(readFileSync(operatingFile, "utf8")));
  writeFileSync(exampleFile, exampleText());
}
