import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { strToU8 } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import type { Context } from "../../src/cli/context.ts";
import { withPlainOutput } from "../../src/cli/plain-output.ts";
import { evaluateContract } from "../../src/desk/evaluate.ts";
import { makeJob } from "../../src/desk/job.ts";
import { reportsOf } from "../../src/desk/make-reports.ts";
import { periodsNamed } from "../../src/desk/report-periods.ts";
import { writeReports } from "../../src/desk/write-reports.ts";
import { missesCsv, scorecardCsv } from "../../src/documents/csv.ts";
import { writeExplainHtml } from "../../src/documents/explain-html.ts";
import { writeHtml } from "../../src/documents/html/write-html.ts";
import type { Fact } from "../../src/engine/record/record.ts";
import { explainResult } from "../../src/engine/report/explain/explain-result.ts";
import type { Report } from "../../src/engine/report/report.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { takeIn } from "../../src/intake/intake.ts";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import { checkMapping } from "../../src/wire/mapping/check-mapping.ts";
import type { Mapping } from "../../src/wire/mapping/mapping.ts";
import { libraryContracts } from "./contract-text.ts";

const folder = mkdtempSync(join(tmpdir(), "underpin-safety-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Breaks out of text, of an attribute in quotes of either kind, and of a drawing, where it is not escaped. */
const hostile = `=x" onload="evil()' onload='evil()</title></text></style><svg/onload=evil()><script>evil()</script>`;
const [, inTime = ""] = libraryContracts.find(([name]) => name === "in-time.yaml") ?? [];

function contractOf(text: string) {
  const { document, problems } = readAgreement([{ name: "c.yaml", text }]);
  if (document === null) throw new Error(JSON.stringify(problems));
  return document;
}

const mapping = (more: object): Mapping => {
  const made = checkMapping({
    ...{ tool: "desk", gives: "incidents", file: { kind: "csv" }, rows: "one per record", record: "id" },
    stamps: { order: "year month day", time_zone: "Etc/UTC" },
    moments: { opened: { column: "opened" }, resolved: { column: "resolved" } },
    fields: { priority: "priority", service: "service" },
    ...more,
  });
  if (!made.mapping) throw new Error(JSON.stringify(made.complaints));
  return made.mapping;
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

function jobOf(text: string, facts: readonly Fact[]) {
  const asked = {
    relief: [],
    entered: [],
    disputes: [],
    creditEntries: [],
    knownUntil: instant(Date.UTC(2026, 5, 1) / 1000),
  };
  return makeJob({ document: contractOf(text), facts, kinds: ["incidents"], ...asked });
}

async function hostileJob() {
  const said = JSON.stringify(hostile);
  const text = inTime
    .replace(/title: .*/g, `title: ${said}`)
    .replace("id: tern-in-time", `id: ${JSON.stringify("../../outside/x")}`)
    .replace(/name: (Tern|Booking|Critical|High|Alma)[^,}\n]*/g, `name: ${said}`);
  const header = `id,opened,resolved,priority,service,${quoted(hostile)}\n`;
  const row = `${quoted(hostile)},2026-03-02 10:00,2026-03-20 10:00,P2,booking,\n`;
  const odd = `${quoted(`${hostile} 2`)},${quoted(hostile)},2026-03-20 10:00,P2,booking,\n`;
  const source = { bytes: strToU8(header + row + odd), name: `${hostile}.csv` };
  const taken = await takeIn({ source, mapping: mapping({}), learned: instant(0) });
  return { job: jobOf(text, taken.facts), taken };
}

const { job, taken } = await hostileJob();
const [period] = periodsNamed(job, "2026-03");
if (!period) throw new Error("no March");
const ready = { job, warnings: [], findings: [], groups: taken.groups, files: [taken.account] };
const [report] = [...reportsOf(ready, [period], { engine: "fuzz" })] as [Report];

function inert(page: string): void {
  expect(page).toContain("evil()");
  expect(page.match(/<script|<svg\/onload|<\/title><\/text>/g)).toBeNull();
  // Beside what stands in quotes, no tag of the page has an attribute that listens to anything.
  expect(page.replace(/"[^"]*"/g, '""').match(/<[a-z][^>]*\son[a-z]+=/g)).toBeNull();
}

describe("what somebody else wrote is shown and never run", () => {
  test("in the page of a report", () => inert(writeHtml(report)));

  test("in the page of an explanation", () => {
    const world = job.worldAt(job.document.contract.from);
    const [result] = evaluateContract(job, world, period);
    if (!result) throw new Error("no result");
    const tree = explainResult(result, { ...world, facts: job.byKind, written: {}, show: "all" });
    inert(writeExplainHtml(tree, { contract: job.document.contract.title, zone: job.zone }));
  });

  test("in a spreadsheet no cell begins as a formula", () => {
    for (const text of [scorecardCsv(report), missesCsv(report)]) {
      expect(text).toContain("'=x");
      expect(text.match(/(^|,|\n)"?[=+@]/g)).toBeNull();
    }
  });

  test("on a terminal nothing steers it", () => {
    const printed: string[] = [];
    const context = { print: (text: string) => printed.push(text), complain: () => {} } as unknown as Context;
    withPlainOutput(context).print("a\u001b]0;title\u0007b\u001b[2Jc\u009bd\u001b[31mred\u001b[0m\tend\n");
    expect(printed).toEqual(["a\ufffd]0;title\ufffdb\ufffd[2Jc\ufffdd\u001b[31mred\u001b[0m\tend\n"]);
  });
});

test("a report stays in its folder whatever the id of the contract is", async () => {
  const out = join(folder, "a", "b", "reports");
  const paths = await writeReports(report, out, "html,json,csv");
  expect(paths.map((path) => dirname(path))).toEqual(paths.map(() => out));
  expect(paths.map((path) => basename(path))).toContain("-outside-x-2026-03.html");
  expect([readdirSync(out).length, existsSync(join(folder, "outside"))]).toEqual([4, false]);
});

const onEveryObject = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

describe.each(onEveryObject)("%s is a word like any other", (word) => {
  test("as a reference of a contract it names nothing, and the problem says where", () => {
    const rows: readonly (readonly [string, string])[] = [
      ["calendar: business-hours", `calendar: ${word}`],
      ["pauses_while_waiting_for: [client-answer]", `pauses_while_waiting_for: [${word}]`],
      ["holidays: [england]", `holidays: [${word}]`],
      ["provider: wickmere", `provider: ${word}`],
      ["owner: alma-reyes", `owner: ${word}`],
      ["services: [booking]", `services: [${word}]`],
      ["P3: {within", `${word}: {within`],
    ];
    for (const [from, to] of rows) {
      const { document, problems } = readAgreement([{ name: "c.yaml", text: inTime.replace(from, to) }]);
      expect([document, problems[0]?.file], to).toEqual([null, "c.yaml"]);
    }
  });

  test("as a field or section it is unknown", () => {
    for (const text of [`${word}: {a: b}\n${inTime}`, inTime.replace("  title:", `  ${word}: x\n  title:`)]) {
      expect(readAgreement([{ name: "c.yaml", text }]).document).toBeNull();
    }
  });

  test.each([
    ["csv", (cells: readonly string[]) => `id,opened,resolved,priority,${word}\n${cells.join(",")}\n`],
    [
      "jsonl",
      ([id, opened, resolved, priority, own]: readonly string[]) =>
        `{"id":"${id}","opened":"${opened}","resolved":"${resolved}","priority":"${priority}","${word}":"${own}","list":[{"a":"b"}]}`,
    ],
  ])("as a column, a value and an id of a record in %s", async (kind, write) => {
    const bytes = strToU8(write([word, "2026-03-02", "2026-03-03", word, "booking"]));
    const more = kind === "jsonl" ? { unroll: "list" } : {};
    const own = { file: { kind }, fields: { priority: "priority", service: word }, ...more };
    const { facts } = await takeIn({ source: { bytes, name: "f" }, mapping: mapping(own), learned: instant(0) });
    const fields = facts[0]?.events.flatMap(({ change }) => (change.kind === "field" ? [change.value] : []));
    expect([facts[0]?.id, fields]).toEqual([word, [word, "booking"]]);
    expect(evaluateContract(jobOf(inTime, facts), job.worldAt(job.document.contract.from), period)).toHaveLength(1);
  });

  test("as a column that the row does not have", async () => {
    const bytes = strToU8('{"id":"1","opened":"2026-03-02","list":[{"a":"b"}]}');
    const own = {
      file: { kind: "jsonl" },
      fields: { service: word },
      moments: { opened: { column: "opened" } },
      unroll: "list",
    };
    const { groups } = await takeIn({ source: { bytes, name: "f" }, mapping: mapping(own), learned: instant(0) });
    expect(groups.map(({ code, about }) => [code, about])).toContainEqual(["column-absent", word]);
  });
});

describe("what a personal cell holds stands in no finding", () => {
  const secret = "Perpetua Quill";

  test("a value that is not listed", async () => {
    const caller = { column: "caller", values: { A: "A" }, personal: true };
    const bytes = strToU8(`id,opened,resolved,priority,service,caller\n1,2026-03-02,2026-03-03,P2,booking,${secret}\n`);
    const { findings } = await takeIn({
      source: { bytes, name: "f" },
      mapping: mapping({ fields: { priority: "priority", service: "service", caller } }),
      learned: instant(0),
    });
    expect(findings.map(({ code }) => code)).toContain("value-not-listed");
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test("a line that is no JSON", async () => {
    const bytes = strToU8(`{"id":"1","opened":"2026-03-02","caller":${secret}}\n`);
    const own = { file: { kind: "jsonl" }, fields: {}, moments: { opened: { column: "opened" } } };
    const { findings } = await takeIn({ source: { bytes, name: "f" }, mapping: mapping(own), learned: instant(0) });
    expect(findings.map(({ code }) => code)).toContain("not-json");
    expect(JSON.stringify(findings)).not.toContain("Perpetua");
  });
});
