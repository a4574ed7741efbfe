import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { exampleReport } from "../../engine/report/fixture/example-report.ts";
import type { Report } from "../../engine/report/report.ts";
import { fontsFor } from "./fonts.ts";
import { compilePdf, writePdf } from "./write-pdf.ts";

const report = exampleReport();
const slow = 60_000;
/** Takes the text out of a PDF, where it is installed. */
const reader = "pdftotext";

/** Everything of a PDF that is not a picture or a font: its objects, those in compressed streams too. */
function objectsOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const parts = [raw.toString("latin1")];
  for (let at = raw.indexOf("\nstream"); at >= 0; at = raw.indexOf("\nstream", at + 1)) {
    const start = at + 1 + "stream".length + (raw[at + 7] === 13 ? 2 : 1);
    const end = raw.indexOf("endstream", start);
    try {
      parts.push(Buffer.from(unzlibSync(raw.subarray(start, end))).toString("latin1"));
    } catch {
      // A stream that is not compressed stands in the text already.
    }
  }
  return parts.join("\n");
}

const canRead = ((): boolean => {
  try {
    execFileSync(reader, ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

function textOf(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), "pdf-")), "report.pdf");
  writeFileSync(file, bytes);
  return execFileSync(reader, ["-layout", file, "-"], { encoding: "utf8" });
}

describe("the PDF", () => {
  test("of the same report has the same bytes", { timeout: slow }, async () => {
    const [one, two] = [await writePdf(report), await writePdf(exampleReport())];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(Buffer.from(one.subarray(0, 5)).toString()).toBe("%PDF-");
  });

  test("is tagged, has a title, a language, heads of tables and words for pictures", { timeout: slow }, async () => {
    const objects = objectsOf(await writePdf(report));
    for (const said of [/\/Marked true/, /\/StructTreeRoot/, /\/Lang ?\(en-GB\)/, /\/Title/, /\/S ?\/TH\b/, /\/Alt/])
      expect(objects).toMatch(said);
  });

  test("has headings in their order, and is compiled without a remark", { timeout: slow }, async () => {
    const { pdf, warnings } = await compilePdf(report);
    expect(warnings).toEqual([]);
    const objects = objectsOf(pdf);
    expect(objects).toMatch(/\/S ?\/H1\b/);
    expect(objects).toMatch(/\/S ?\/H2\b/);
    expect(objects).not.toMatch(/\/S ?\/H3\b/);
  });

  test.skipIf(!canRead)(
    "prints other scripts, and names what no font has (needs pdftotext)",
    { timeout: slow },
    async () => {
      const client = "株式会社ノースライト สัญญา";
      const { pdf, warnings } = await compilePdf({
        ...report,
        contract: { ...report.contract, client: `${client} \u{13000}` },
      });
      expect(warnings).toEqual([]);
      const text = textOf(pdf);
      for (const said of ["株式会社", "สัญญา", "drawn as empty boxes", "U+13000"]) expect(text).toContain(said);
    },
  );

  test.skipIf(!canRead)("lets its text be taken out (needs pdftotext)", { timeout: slow }, async () => {
    const text = textOf(await writePdf(report));
    for (const said of ["Page 1 of", "Scorecard", "INC-48213", "Completeness", "Glossary"])
      expect(text).toContain(said);
  });

  test.skipIf(!canRead)("prints markup of users as it was written (needs pdftotext)", { timeout: slow }, async () => {
    const odd: Report = {
      ...report,
      contract: { ...report.contract, title: '#panic("x") $x$ *b* <a> @b \\ "q"', client: "= A // b /* c" },
    };
    const text = textOf(await writePdf(odd));
    expect(text).toContain('#panic("x") $x$ *b* <a> @b \\ "q"');
    expect(text).toContain("= A // b /* c");
  });

  test("is made of a report with nothing in it, and several at once", { timeout: slow }, async () => {
    const empty: Report = { ...report, agreements: [], findings: [], files: [], calendars: [], glossary: [] };
    const [one, two] = await Promise.all([writePdf(empty), writePdf(report)]);
    expect(two.length).toBeGreaterThan(one.length);
  });
});

test.each([
  ["Latin, Greek, Cyrillic and signs", "Zażółć Ωμέγα Съёжься ≥ ÷ × – ‖ ◆", "usual", []],
  ["Arabic and Hebrew", "استعادة שלום", "every script", []],
  ["Chinese, Japanese, Thai", "北极光 ノース ไทย", "every script", []],
  ["a hieroglyph", "a\u{13000}b", "every script", ["\u{13000}"]],
])("the fonts for %s", (_, text, name, missing) => {
  const found = fontsFor(text);
  expect([found.fonts.name, found.missing]).toEqual([name, missing]);
});
