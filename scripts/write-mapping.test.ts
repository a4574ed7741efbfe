import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findingsUntold } from "./docs/finding-table.ts";
import { mappingFile, mappingText } from "./write-mapping.ts";

const text = await mappingText();

test("docs/mapping.md is what `node scripts/write-mapping.ts` writes", () =>
  expect(readFileSync(mappingFile, "utf8")).toBe(text));

test("every finding that has a sentence has its advice, once", () => expect(findingsUntold()).toEqual([]));

test("every field has its words", () => expect(text).not.toMatch(/^\| \**`[a-z_. ]+`\** \| {3}\|/m));

test("its links lead to headings of the page", () => {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, one = ""]) => one.toLowerCase().replaceAll(" ", "-"));
  const links = [...text.matchAll(/\(#([^)]*)\)/g)].map(([, link = ""]) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !headings.includes(link))).toEqual([]);
});

test("the example: one incident used but for its repeated row, the other held for a word nobody listed", () => {
  expect(text).toContain("7 rows = 5 used + 1 repeated + 1 held + 0 left");
  // 10:00 in São Paulo, three hours behind UTC
  expect(text).toContain("| INC0001 | 2026-03-02 13:00 | state: waiting for client-answer | 3 |");
  expect(text).toContain("The value 5 - Planning in the column priority is not in the mapping.");
});
