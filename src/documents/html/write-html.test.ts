import { describe, expect, test } from "vitest";
import type { Verdict } from "../../engine/agreement/words.ts";
import { exampleReport } from "../../engine/report/fixture/example-report.ts";
import type { LevelReport, Report } from "../../engine/report/report.ts";
import { status } from "./status.ts";
import { writeHtml } from "./write-html.ts";

const report = exampleReport();
const page = writeHtml(report);

/** The page without its style sheet, whose font is long. */
const body = (text: string): string => text.slice(text.indexOf("</style>"));

describe("the page", () => {
  test("is the same bytes for the same report", () => {
    expect(writeHtml(JSON.parse(JSON.stringify(report)) as Report)).toBe(page);
  });

  test("needs nothing else: no script, no address, its font within", () => {
    expect(page).not.toMatch(/<script|<link|<iframe|<img|@import|https?:|\son[a-z]+=/i);
    expect([...page.matchAll(/url\(([^)]{0,24})/g)].every(([, to]) => /^(#|data:font\/woff2)/.test(to ?? ""))).toBe(
      true,
    );
    expect(page).toContain('font-family:"Inter Variable"');
  });

  test("opens with the answer and links every service level", () => {
    expect(body(page)).toContain(`<h1>${report.answer}</h1>`);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...body(page).matchAll(/ href="#([^"]+)"/g)].map(([, to]) => to);
    expect(links.filter((to) => !ids.has(to ?? ""))).toEqual([]);
    expect(links.length).toBeGreaterThan(30);
  });

  test("has no id twice, and every picture its alternative", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [svg] of body(page).matchAll(/<svg[^>]*>/g))
      expect(svg).toMatch(/aria-hidden="true"|role="img" aria-label="[^"]+"/);
  });

  test("closes every element it opens", () => {
    const open: string[] = [];
    const empty = /^(?:meta|path|rect|circle|br|input)$/;
    for (const [, slash, name = "", rest = ""] of body(page).matchAll(
      /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi,
    )) {
      if (slash) {
        // The style and the head were opened in the part that is cut off.
        if (open.length > 0 || !/^(?:style|head|html)$/.test(name)) expect(open.pop()).toBe(name);
      } else if (!empty.test(name) && !rest.endsWith("/")) open.push(name);
    }
    expect(open).toEqual([]);
  });
});

test("a verdict is a shape and a word, not a colour alone", () => {
  const verdicts: readonly Verdict[] = ["met", "at minimum", "missed", "not rated", "undetermined", "held"];
  const shapes = verdicts.map((verdict) => {
    const { markup } = status(verdict);
    expect(markup).toContain(`<span>${verdict}</span>`);
    expect(body(page)).toContain(markup);
    return /<svg[^>]*>(.*)<\/svg>/.exec(markup)?.[1];
  });
  expect(new Set(shapes).size).toBe(verdicts.length);
});

/** The report with one text everywhere that a user, a source or an agreement could have written. */
function poisoned(text: string): Report {
  const fixed = new Set(["verdict", "weight", "unit", "better", "about", "kind"]);
  const copy = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return fixed.has(key) ? value : text;
    if (Array.isArray(value)) return value.map((each) => copy(each, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copy(each, name)]));
  };
  return copy(report, "") as Report;
}

test.each([
  ["an element", `<img src=x onerror="alert(1)">`],
  ["an end of a text", `</title></style><script>alert(1)</script>`],
  ["an end of an attribute", `"><svg onload='alert(1)'>`],
])("%s in a text stays text", (_, text) => {
  const written = writeHtml(poisoned(text));
  expect(written).not.toContain(text);
  expect(written).not.toMatch(/<script|<img|<svg onload|<\/title><\/style>/);
  expect([...written.matchAll(/<\/style>/g)]).toHaveLength(1);
});

test("groups of one level are defined once", () => {
  const circuits = report.agreements[1]?.levels ?? [];
  expect(circuits.map(({ group }) => group)).toEqual(["Circuit A", "Circuit B"]);
  expect([...body(page).matchAll(/Defined as for/g)]).toHaveLength(1);
});

describe("a report with little in it", () => {
  const [agreement] = report.agreements;
  const bare = (levels: readonly LevelReport[]): Report => ({
    ...report,
    agreements: agreement ? [{ ...agreement, levels }] : [],
    findings: [],
    files: [],
    calendars: [],
  });
  test("says that nothing was found odd", () => {
    expect(writeHtml(bare([]))).toContain("Nothing odd was found");
    expect(writeHtml({ ...bare([]), agreements: [] })).toContain("no files were read");
  });

  test("draws a level without any figure", () => {
    const level = agreement?.levels.find(({ id }) => id === "between-incidents");
    expect(level && body(writeHtml(bare([level])))).toMatch(/no data/);
  });

  test("tells where the rows of a file do not add up", () => {
    const file = { file: "short.csv", rows: 10, used: 7, repeated: 1, held: 1, left: 0 };
    expect(writeHtml({ ...report, files: [file] })).toContain("Rows do not add up in short.csv.");
  });
});
