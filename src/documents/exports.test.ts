import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { exampleReport } from "../engine/report/fixture/example-report.ts";
import type { LevelReport, Report } from "../engine/report/report.ts";
import { missesCsv, scorecardCsv } from "./csv.ts";
import { writeJson } from "./json.ts";
import { writeTable } from "./table.ts";
import { cutTo, fill, widthOf } from "./text-width.ts";

const report = exampleReport();
const levels = report.agreements.flatMap((agreement) => agreement.levels);
const [first] = levels;

/** The report with one level, changed. */
function withLevel(change: Partial<LevelReport>): Report {
  const [agreement] = report.agreements;
  return { ...report, agreements: agreement && first ? [{ ...agreement, levels: [{ ...first, ...change }] }] : [] };
}

const parsed = (text: string): Record<string, string>[] =>
  papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;

test("JSON is the value, and ends with a line feed", () => {
  const text = writeJson(report);
  expect(JSON.parse(text)).toEqual(report);
  expect(text).toBe(writeJson(report));
  expect(text.endsWith("}\n")).toBe(true);
});

describe("CSV", () => {
  test("reads back to the scorecard", () => {
    const rows = parsed(scorecardCsv(report));
    expect(rows.map(({ title, verdict, figure }) => [title, verdict, figure])).toEqual(
      levels.map(({ title, verdict, figure }) => [title, verdict, figure.text]),
    );
    expect(rows[0]).toMatchObject({
      period: "2026-03",
      misses: "19",
      misses_allowed: "12",
      without_exclusions: "93.64 %",
    });
  });

  test("gives every miss with ISO stamps", () => {
    const rows = parsed(missesCsv(report));
    expect(rows).toHaveLength(levels.reduce((sum, { misses }) => sum + misses.length, 0));
    expect(rows[0]).toMatchObject({ record: "INC-48213", judged: "2026-03-30T12:56:43+01:00", over: "0:55:24" });
  });

  test.each([
    ["a comma and a quotation mark", 'one, "two"', 'one, "two"'],
    ["a line end", "one\r\ntwo", "one\r\ntwo"],
    ["a formula", "=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["a plus", "+1", "'+1"],
    ["an at sign", "@SUM(1)", "'@SUM(1)"],
    ["a minus", "-1+2", "'-1+2"],
    ["spaces", " edge ", " edge "],
  ])("keeps %s in its cell", (_, title, read) => {
    expect(parsed(scorecardCsv(withLevel({ title })))[0]?.title).toBe(read);
  });

  test("every line ends as RFC 4180 says and has as many cells as the first", () => {
    const { data } = papaparse.parse<string[]>(scorecardCsv(report).replace(/\r\n$/, ""), { newline: "\r\n" });
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    expect(scorecardCsv(report).endsWith("\r\n")).toBe(true);
  });

  test("a report without misses has only the heads", () => {
    expect(missesCsv(withLevel({ misses: [] })).split("\r\n")).toHaveLength(2);
  });
});

describe("the table of a terminal", () => {
  test.each([60, 80, 100, 120, 200])("keeps to %i columns", (width) => {
    const lines = writeTable(report, { width, colour: "none" }).split("\n");
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
    for (const { verdict } of levels) expect(lines.some((line) => line.endsWith(verdict))).toBe(true);
  });

  test("is coloured only when asked", () => {
    expect(writeTable(report, { width: 100, colour: "none" })).not.toContain("\u001b");
    const coloured = writeTable(report, { width: 100, colour: "ansi" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
    expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(writeTable(report, { width: 100, colour: "none" }));
    expect(coloured).toContain("\u001b[31mmissed\u001b[0m");
  });

  test("lets no control character of a source through", () => {
    const table = writeTable(withLevel({ title: "a\u001b[2Jb\nc" }), { width: 100, colour: "none" });
    expect(table).toContain("a [2Jb c");
  });

  test.each([
    ["abc", 3],
    ["中文", 4],
    ["e\u0301", 1],
    ["", 0],
  ])("%s takes %i columns", (text, columns) => expect(widthOf(text)).toBe(columns));

  test("cuts and fills by columns", () => {
    expect(cutTo("中文字符", 5)).toBe("中文…");
    expect(fill("中", 4, "right")).toBe("  中");
    expect(cutTo("abc", 3)).toBe("abc");
  });
});
