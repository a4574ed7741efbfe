import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { exampleChanges } from "../engine/report/fixture/example-changes.ts";
import { exampleReport } from "../engine/report/fixture/example-report.ts";
import type { Report } from "../engine/report/report.ts";
import { changesCsv, creditsCsv } from "./csv.ts";
import { writeDocx } from "./docx/write-docx.ts";
import { exampleCredits } from "./fixture/example-credits.ts";
import { credits } from "./html/credits.ts";
import { writeHtml } from "./html/write-html.ts";
import { pageData } from "./pdf/page-data.ts";
import { compilePdf } from "./pdf/write-pdf.ts";
import { writeXlsx } from "./xlsx/write-xlsx.ts";

const { credits: _, changes: __, ...bare } = exampleReport();
const report: Report = { ...bare, credits: exampleCredits, changes: exampleChanges };
const slow = 60_000;

const texts = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, " ")
    .replaceAll("\u00a0", " ")
    .replace(/\s+/g, " ");

describe("credits on the page", () => {
  test("stand in the page and in its contents only where there is a plan", () => {
    expect(writeHtml(report)).toContain('<a href="#credits">');
    expect(writeHtml(bare)).not.toContain("#credits");
    expect(credits(bare).markup).toBe("");
  });

  test("say the amount first, then the level, and can be opened down to each step", () => {
    const text = texts(credits(report).markup);
    expect(text).toContain("2544.03 GBP Resolution of incidents missed, 95.59 How it is reached: 3 steps");
    expect(text).toContain("Times 2: failure 2 in a row. 2544.03 GBP 2544.03");
    expect(text).toContain("0.00 GBP Satisfaction of users held, 86.36 The verdict is held");
    expect(text).toContain("Settled now: 2800.00 GBP");
    expect(text).toContain("in force since 1 January 2026, notice given on 1 October 2025.");
    expect(credits(report).markup).not.toContain("<of>");
  });

  test("a plan that owes nothing is one sentence", () => {
    expect(texts(credits({ ...bare, credits: exampleCredits.slice(1) }).markup)).not.toContain("Set against");
    expect(pageData({ ...bare, credits: exampleCredits.slice(1) }).credits[0]?.details).toBeNull();
  });
});

describe("credits on paper", { timeout: slow }, () => {
  test("are in the PDF without a remark of its compiler", async () => {
    const { warnings, pdf } = await compilePdf(report);
    expect(warnings).toEqual([]);
    expect(pdf.length).toBeGreaterThan((await compilePdf(bare)).pdf.length);
  });

  test("are in the Word document, with the changes after the service levels", async () => {
    const xml = strFromU8(unzipSync(await writeDocx(report))["word/document.xml"] ?? new Uint8Array());
    const text = texts(xml);
    expect(text).toContain("Times the weight of the service level, 10 %.");
    expect(text).toContain("The verdict is held: no money until it is settled.");
    expect(xml.lastIndexOf("What changed in the agreement")).toBeGreaterThan(xml.lastIndexOf(">Credits<"));
  });
});

describe("credits as data", () => {
  const workbook = writeXlsx(report);
  const rowsOf = async (name: string) =>
    (await readXlsx(await workbook)).sheets.find((sheet) => sheet.name === name)?.rows ?? [];

  test("each step is a formula over the one before it, and says what it should", async () => {
    const steps = (await rowsOf("Credit steps")).slice(1).map((row) => [row[3], row[4], row[5]]);
    expect(steps).toEqual([
      [0.4, 31800.375, 12720.15],
      [0.1, null, 1272.015],
      [2, null, 2544.03],
      [1700 / 3, null, 1700 / 3],
      [500, null, 500],
    ]);
    const parts = unzipSync(await workbook);
    const all = Object.entries(parts).flatMap(([name, bytes]) =>
      name.includes("worksheets/sheet") ? [strFromU8(bytes)] : [],
    );
    const sheet = all.find((xml) => xml.includes("<f>F2*D3</f>")) ?? "";
    for (const formula of ["D2*E2", "F3*D4", "D5", "MIN(F5,D6)"]) expect(sheet).toContain(`<f>${formula}</f>`);
  });

  test("the lines make the credit as it was reported", async () => {
    const sums = (await rowsOf("Credit sums")).slice(1).map((row) => row[2]);
    expect(sums).toEqual([3044.03, 3044.03, 0, 2800, 2800, 0, 0, 0, 0]);
    const lines = (await rowsOf("Credits")).slice(1).map((row) => [row[1], row[2]]);
    expect(lines).toEqual([
      [2544.03, 2544.03],
      [500, 500],
      [0, 0],
    ]);
  });

  test("CSV has a row a line, and a row a term that changed; neither where there is none", () => {
    expect(creditsCsv(report)?.split("\r\n")[1]).toMatch(/,2544\.03,GBP,2544\.03,"?40 % of at-risk/);
    expect(creditsCsv(report)?.split("\r\n")).toHaveLength(1 + 3 + 1);
    const terms = exampleChanges.reduce((sum, { what }) => sum + Math.max(1, what.length), 0);
    expect(changesCsv(report)?.split("\r\n")).toHaveLength(1 + terms + 1);
    expect([creditsCsv(bare), changesCsv(bare)]).toEqual([null, null]);
  });
});
