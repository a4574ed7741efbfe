import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findingTables } from "./docs/finding-table.ts";
import { mappingExample } from "./docs/mapping-example.ts";
import { mappingSections } from "./docs/mapping-sections.ts";
import * as words from "./docs/mapping-words.ts";

export const mappingFile = join(import.meta.dirname, "..", "docs", "mapping.md");

/** The text of `docs/mapping.md`: the reference of mappings, with an example that was run. */
export async function mappingText(): Promise<string> {
  const { yaml, rows, made } = await mappingExample();
  return [
    words.opening,
    words.steps,
    words.accounts,
    words.example,
    `\`\`\`yaml\n${yaml}\`\`\`\n`,
    words.exampleRows,
    rows,
    made,
    words.fields,
    mappingSections(),
    words.findings,
    findingTables(),
  ].join("\n");
}

if (import.meta.main) writeFileSync(mappingFile, await mappingText());
