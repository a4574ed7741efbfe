import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { exampleReport } from "../../engine/report/fixture/example-report.ts";
import { exampleCredits } from "../fixture/example-credits.ts";
import { writeXlsx } from "./write-xlsx.ts";

/** Opens workbooks and computes their formulas, where it is installed. */
const office = "soffice";
const isThere = ((): boolean => {
  try {
    execFileSync(office, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** The workbook without the values of its formulas, so that whoever opens it must compute them. */
function blank(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook)).map(([name, bytes]): [string, Uint8Array] =>
    name.startsWith("xl/worksheets/sheet")
      ? [name, strToU8(strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"))]
      : [name, bytes],
  );
  return zipSync(Object.fromEntries(parts));
}

/** Each sheet as rows of texts; numbers as they are, not as they are shown. */
function sheetsOf(workbook: Uint8Array): Readonly<Record<string, readonly (readonly string[])[]>> {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  writeFileSync(join(folder, "report.xlsx"), workbook);
  const every = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  const own = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync(office, [own, "--headless", "--convert-to", every, "--outdir", folder, join(folder, "report.xlsx")], {
    stdio: "ignore",
  });
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".csv"))
      .map((name) => [
        name.replace(/^report-|\.csv$/g, ""),
        Papa.parse<string[]>(readFileSync(join(folder, name), "utf8"), { skipEmptyLines: true }).data,
      ]),
  );
}

describe.skipIf(!isThere)("the workbook, opened and computed again (needs soffice)", () => {
  test("comes to the same figures", { timeout: 120_000 }, async () => {
    const workbook = await writeXlsx({ ...exampleReport(), credits: exampleCredits });
    const [ours, theirs] = [sheetsOf(workbook), sheetsOf(blank(workbook))];
    expect(Object.keys(theirs).length).toBeGreaterThan(8);
    expect(theirs).toEqual(ours);
    expect(JSON.stringify(theirs)).not.toMatch(/#(?:REF|NAME|VALUE|DIV)|Err:\d/);
    expect(theirs.Files?.at(-1)?.slice(0, 3)).toEqual(["All files", "22411", "22064"]);
    const sum = (rows: readonly (readonly string[])[] = [], column = 0): number =>
      rows.slice(1).reduce((all, row) => all + Number(row[column] ?? 0), 0);
    expect(sum(theirs.Scorecard, 12)).toBe((theirs.Misses ?? []).length - 1);
  });
});
