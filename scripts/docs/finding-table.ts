import { findingCodes, findingSentence } from "../../src/engine/report/words/finding-words.ts";
import { findingGroups } from "./finding-groups.ts";
import { code, table } from "./table.ts";

/** What each finding says, with the facts it names in italics, and what to do about it. */
export function findingTables(): string {
  return findingGroups
    .map(({ heading, means, findings }) => {
      const rows = Object.entries(findings).map(([one, advice]) => [code(one), sentenceOf(one), advice]);
      return `### ${heading}\n\n${means}\n\n${table(["Finding", "What it says", "What to do"], rows)}`;
    })
    .join("\n");
}

/** Codes that have a sentence and no advice, or advice and no sentence. */
export function findingsUntold(): readonly string[] {
  const told = findingGroups.flatMap(({ findings }) => Object.keys(findings));
  return [
    ...findingCodes.filter((one) => !told.includes(one)),
    ...told.filter((one, index) => !findingCodes.includes(one) || told.indexOf(one) !== index),
  ];
}

/** The sentence with the name of each fact where the fact stands. */
function sentenceOf(one: string): string {
  const facts = new Proxy<Record<string, string>>({}, { get: (_, name) => `*${String(name).replaceAll("_", " ")}*` });
  return findingSentence({ code: one, weight: "note", source: null, record: null, facts });
}
