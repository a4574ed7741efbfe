import { describe, expect, test } from "vitest";
import type { ChangeLine } from "../../engine/report/changes/change-line.ts";
import { exampleChanges } from "../../engine/report/fixture/example-changes.ts";
import { exampleReport } from "../../engine/report/fixture/example-report.ts";
import { changes } from "./changes.ts";
import { writeHtml } from "./write-html.ts";

const { changes: _, ...unchanged } = exampleReport();
const shown = (lines: readonly ChangeLine[]): string => changes({ ...unchanged, changes: lines }).markup;
const texts = (markup: string): string => markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the chapter on changes", () => {
  test("stands in the page and in its contents only where there are changes", () => {
    const page = writeHtml({ ...unchanged, changes: exampleChanges });
    expect(page).toContain('<section class="chapter" id="changes">');
    expect(page).toContain('<a href="#changes">');
    expect(writeHtml(unchanged)).not.toContain("#changes");
    expect([shown([]), changes(unchanged).markup]).toEqual(["", ""]);
  });

  test("says of each change when, by whom, why, and what was before and after", () => {
    const text = texts(shown(exampleChanges));
    expect(text).toContain("2 in force, 1 signed and coming");
    expect(text).toContain(
      "In force from 1 March 2026. It holds for the clocks of records that start from that day on.",
    );
    expect(text).toContain("Signed on 20 January 2026 by Ines Roe and Tom Hale.");
    expect(text).toContain("Comes into force on 1 June 2026.");
    expect(text).toContain("Resolution of incidents Weight 40 % 75 %");
    expect(text).toContain("Schedule C");
  });

  test("an amendment that changes nothing that shows says so", () => {
    const [, silent] = exampleChanges;
    expect(texts(shown(silent ? [silent] : []))).toContain(
      "No term that this report measures or states reads otherwise.",
    );
  });

  test("what people wrote is escaped", () => {
    const [first] = exampleChanges;
    const named = first ? [{ ...first, reason: "<b>&", title: "<script>" }] : [];
    expect(shown(named)).not.toMatch(/<script>|<b>&</);
  });
});
