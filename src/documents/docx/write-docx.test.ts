import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { exampleReport } from "../../engine/report/fixture/example-report.ts";
import type { Report } from "../../engine/report/report.ts";
import { writeDocx } from "./write-docx.ts";

const report = exampleReport();
const levels = report.agreements.flatMap((agreement) => agreement.levels);
const slow = 60_000;

const written = new Map<Report, Promise<Uint8Array>>();
const bytesOf = (of: Report): Promise<Uint8Array> => {
  const bytes = written.get(of) ?? writeDocx(of);
  written.set(of, bytes);
  return bytes;
};

async function part(name: string, of: Report = report): Promise<string> {
  const bytes = unzipSync(await bytesOf(of))[name];
  if (bytes === undefined) throw new Error(`no part ${name}`);
  return strFromU8(bytes);
}

/** The texts of the paragraphs that match, without what is between their tags. */
const paragraphs = (xml: string, style: RegExp): readonly string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => paragraph)
    .filter((paragraph) => style.test(paragraph))
    .map(textOf);

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = ""]) => text)
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

describe("the Word document", { timeout: slow }, () => {
  test("of the same report has the same bytes, also when it is written again", async () => {
    const [one, two] = [await bytesOf(report), await writeDocx(exampleReport())];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  test("has the chapters of the PDF as headings, one a service level, in its order", async () => {
    const heads = paragraphs(await part("word/document.xml"), /w:pStyle w:val="Heading1"/);
    const names = levels.map(({ title, group }) => (group === null ? title : `${title}, ${group}`));
    expect(heads.filter((head) => head !== "What follows")).toEqual([
      "Not met, or not decided",
      "Scorecard",
      ...names,
      "Findings",
      "Completeness",
      "Calendars",
      "Glossary",
      "How this report was made",
    ]);
    expect(paragraphs(await part("word/document.xml"), /w:pStyle w:val="Title"/)).toHaveLength(1);
  });

  test("has contents with a page for each chapter, and pages that the scorecard refers to", async () => {
    const xml = await part("word/document.xml");
    expect(xml).toMatch(/TOC \\h \\o (&quot;|")1-1(&quot;|")/);
    const entries = paragraphs(xml, /w:pStyle w:val="TOC1"/);
    expect(entries.length).toBeGreaterThan(levels.length + 5);
    for (const entry of entries) expect(entry).toMatch(/\d+$/);
    const marks = new Set([...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name));
    const asked = [...xml.matchAll(/PAGEREF (\S+)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(levels.length);
    expect(asked.filter((name) => !marks.has(name ?? ""))).toEqual([]);
  });

  test("repeats the heads of its tables, tears no row apart, and has a row a level in the scorecard", async () => {
    const xml = await part("word/document.xml");
    const heads = [...xml.matchAll(/<w:tr>(?:(?!<\/w:tr>).)*<w:tblHeader\/>.*?<\/w:tr>/gs)].map(([row]) => textOf(row));
    expect(heads.filter((head) => head.startsWith("VerdictService levelFigure"))).toHaveLength(
      report.agreements.length,
    );
    expect([...xml.matchAll(/<w:tr>/g)]).toHaveLength([...xml.matchAll(/<w:cantSplit\/>/g)].length);
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => textOf(row));
    for (const { title, clause, figure, group } of levels.filter(({ verdict }) => verdict === "met"))
      expect(
        rows.some(
          (row) =>
            row.includes(`${group === null ? title : `${title}, ${group}`}${clause ?? ""}`) &&
            row.replaceAll("\u00a0", " ").includes(figure.text),
        ),
      ).toBe(true);
  });

  test("says every picture in words, and has each as SVG and as PNG", async () => {
    const xml = await part("word/document.xml");
    const pictures = [...xml.matchAll(/<wp:docPr [^>]*>/g)].map(([each]) => each);
    expect(pictures.length).toBeGreaterThan(20);
    for (const each of pictures) expect(each).toMatch(/ descr="[^"]{4,}"/);
    const ids = pictures.map((each) => / id="(\d+)"/.exec(each)?.[1]);
    expect(ids).toEqual(pictures.map((_, index) => String(index + 1)));
    const names = Object.keys(unzipSync(await bytesOf(report)));
    expect(names.filter((name) => name.endsWith(".svg")).length).toBeGreaterThan(10);
    expect(names.filter((name) => name.endsWith(".png")).length).toBe(
      names.filter((name) => name.endsWith(".svg")).length,
    );
  });

  test("is A4, in English, dated by its period, with its font within", async () => {
    expect(await part("word/document.xml")).toMatch(/<w:pgSz (?=[^>]*w:w="(11906|210mm)")(?=[^>]*w:h="(16838|297mm)")/);
    expect(await part("word/styles.xml")).toMatch(/<w:lang w:val="en-GB"\/>/);
    const core = await part("docProps/core.xml");
    expect(core).toContain(`>${report.period.until}T00:00:00Z</dcterms:created>`);
    expect(core).toContain(`>${report.period.until}T00:00:00Z</dcterms:modified>`);
    expect(core).toContain(`<dc:title>${report.contract.title}, ${report.period.label}</dc:title>`);
    expect(core).toContain("<dc:language>en-GB</dc:language>");
    expect(await part("word/fontTable.xml")).toMatch(/w:embedBold /);
  });

  test("names contract and period at the head, and the page of all pages at the foot", async () => {
    const names = Object.keys(unzipSync(await bytesOf(report)));
    const all = await Promise.all(
      names.filter((name) => /^word\/(header|footer)\d\.xml$/.test(name)).map((name) => part(name)),
    );
    expect(
      all.some((xml) => textOf(xml).includes(report.contract.title) && textOf(xml).includes(report.period.label)),
    ).toBe(true);
    expect(all.filter((xml) => /Page .*PAGE.* of .*NUMPAGES/s.test(xml)).length).toBeGreaterThan(0);
  });

  test.each(['<w:p/> & "x" ]]>', "{ HYPERLINK x }", "\u0000\u0007\ud800 odd", "تقرير 服务 сервис"])(
    "keeps %j a text",
    async (client) => {
      const odd: Report = { ...report, agreements: [], contract: { ...report.contract, client } };
      const text = textOf(await part("word/document.xml", odd));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
      expect(text).toContain(client.toWellFormed().replace(/[\u0000\u0007]/g, " "));
      expect(await part("word/document.xml", odd)).not.toMatch(/HYPERLINK x \}<\/w:instrText>/);
    },
  );

  test("is made of a report with nothing in it", async () => {
    const empty: Report = { ...report, agreements: [], findings: [], files: [], calendars: [], glossary: [] };
    const text = textOf(await part("word/document.xml", empty));
    expect(text).toContain("Nothing odd was found");
    expect(text).toContain("No files were read.");
  });
});
