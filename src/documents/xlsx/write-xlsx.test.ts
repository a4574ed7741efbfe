import { strFromU8, unzipSync } from "fflate";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { exampleReport } from "../../engine/report/fixture/example-report.ts";
import type { Report } from "../../engine/report/report.ts";
import { levelsOf } from "./levels.ts";
import { writeXlsx } from "./write-xlsx.ts";

const report = exampleReport();
const levels = levelsOf(report);

async function sheetOf(name: string, of: Report = report): Promise<Sheet> {
  const { sheets } = await readXlsx(await writeXlsx(of));
  const found = sheets.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

const partsOf = async (of: Report): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(unzipSync(await writeXlsx(of))).map(([name, bytes]) => [name, strFromU8(bytes)]));

describe("the workbook", () => {
  test("of the same report has the same parts", async () => {
    expect(await partsOf(report)).toEqual(await partsOf(exampleReport()));
  });

  test("has a row for each level, miss, reason and file", async () => {
    const rows = async (name: string): Promise<number> => (await sheetOf(name)).rows.length - 1;
    expect(await rows("Scorecard")).toBe(levels.length);
    expect(await rows("Misses")).toBe(levels.reduce((sum, { misses }) => sum + misses.length, 0));
    expect(await rows("Population")).toBe(levels.reduce((sum, { population }) => sum + population.length, 0));
    expect(await rows("Files")).toBe(report.files.length);
    expect(await rows("Findings")).toBe(report.findings.length);
  });

  test("keeps numbers as numbers: the rows of all files add up", async () => {
    const { rows } = await sheetOf("Files");
    // 14 213 + 8 176 + 22 = 22 411 rows, of them 13 870 + 8 172 + 22 = 22 064 used.
    expect(rows.slice(1).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(22_411);
    expect(rows.slice(1).reduce((sum, row) => sum + Number(row[2]), 0)).toBe(22_064);
    expect(rows.slice(1).map((row) => row[6])).toEqual([0, 0, 0]);
  });

  test("counts what it says in its own rows", async () => {
    const score = (await sheetOf("Scorecard")).rows.slice(1);
    const misses = (await sheetOf("Misses")).rows.slice(1);
    for (const row of score) expect(row[12]).toBe(misses.filter(([key]) => key === row[0]).length);
    const shares = score.filter((row) => typeof row[9] === "number");
    expect(shares.length).toBeGreaterThan(2);
    for (const row of shares) expect(row[9]).toBeCloseTo(Number(row[5]), 5);
  });

  test("counts the verdicts by formula", async () => {
    const parts = await partsOf(report);
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toMatch(/<f>COUNTIF\(Scorecard!D:D,(&quot;|")missed(&quot;|")\)<\/f>/);
    expect(Object.keys(parts).some((name) => name.startsWith("xl/charts/chart"))).toBe(true);
  });

  test.each(["=1+1", "+cmd", "@SUM(1)", "-1+2", '=HYPERLINK("x")', "<b>&amp;\u0001"])(
    "keeps %s a text, never a formula",
    async (client) => {
      const odd: Report = { ...report, contract: { ...report.contract, client } };
      const { rows } = await sheetOf("Summary", odd);
      expect(rows[4]?.[1]).toBe(client.replace("\u0001", " "));
      const formulas = (await partsOf(odd))["xl/worksheets/sheet1.xml"]?.match(/<f>/g) ?? [];
      expect(formulas).toHaveLength(7);
    },
  );
});
