import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Chapter, chapters } from "./story.ts";

/** Where the story is told. */
export const storyFile = join(import.meta.dirname, "..", "examples", "demo", "README.md");

/** The story as a table: what happens in a month, and the verdicts that show it. */
export const storyTable = (): string =>
  ["| Month | What happens | What the report shows |", "|---|---|---|", ...chapters.map(rowOf)].join("\n");

const rowOf = ({ month, happens, shows }: Chapter): string =>
  `| ${month} | ${happens} | ${Object.entries(shows).map(shown).join("<br>")} |`;

/** `meridian-sla/claims-uptime` is said without its agreement, since most levels are the client's. */
const shown = ([level, verdict]: readonly [string, string]): string =>
  `\`${level.replace(/^meridian-sla\//, "")}\` ${verdict}`;

/** `node sim/story-table.ts` writes the table anew between the heading of the story and the one after it. */
if (import.meta.main) {
  const text = readFileSync(storyFile, "utf8");
  writeFileSync(storyFile, text.replace(/\n\| Month [\s\S]*?\n\n/, `\n${storyTable()}\n\n`));
}
