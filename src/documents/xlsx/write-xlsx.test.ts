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

/** A length of time, which the reader gives as a number of days or as a date after the day before 1900. */
const secondsIn = (value: unknown): number =>
  value instanceof Date ? (value.getTime() - Date.UTC(1899, 11, 31)) / 1000 : Number(value) * 86_400;

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
    expect(await rows("Files")).toBe(report.files.length + 1);
    expect(await rows("Time")).toBeGreaterThan(4);
    expect(await rows("Findings")).toBe(report.findings.length);
  });

  test("keeps numbers as numbers: the rows of all files add up", async () => {
    const { rows } = await sheetOf("Files");
    // 14 213 + 8 176 + 22 = 22 411 rows, of them 13 870 + 8 172 + 22 = 22 064 used.
    const files = rows.slice(1, -1);
    expect(files.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(22_411);
    expect(files.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(22_064);
    expect(files.map((row) => row[6])).toEqual([0, 0, 0]);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(["All files", 22_411, 22_064]);
  });

  test("keeps times as dates of the wall clock and lengths as parts of a day", async () => {
    const odd = levels.flatMap(({ misses }) => misses).find(({ record }) => record === "INC-48213");
    const row = (await sheetOf("Misses")).rows.find(([, record]) => record === "INC-48213") ?? [];
    const [opened, judged] = [row[2], row[3]].map((value) => (value instanceof Date ? value.toISOString() : value));
    expect(opened).toBe(`${odd?.openedAt?.slice(0, 19)}.000Z`);
    expect(judged).toBe(`${odd?.judgedAt?.slice(0, 19)}.000Z`);
    const seconds = (text = ""): number =>
      text
        .replace("+", "")
        .split(":")
        .reduce((sum, part) => sum * 60 + Number(part), 0);
    expect(secondsIn(row[4])).toBeCloseTo(seconds(odd?.elapsed), 3);
    expect(secondsIn(row[6])).toBeCloseTo(seconds(odd?.over), 3);
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
