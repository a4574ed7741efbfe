import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/engine/time/civil.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { utc } from "../../src/engine/time/zone.ts";
import { readHolidays } from "../../src/intake/holidays.ts";
import { inspect } from "../../src/intake/inspect/inspect.ts";
import { takeIn } from "../../src/intake/intake.ts";
import { Refused } from "../../src/intake/refused.ts";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import { checkMapping } from "../../src/wire/mapping/check-mapping.ts";
import type { Mapping } from "../../src/wire/mapping/mapping.ts";
import { readMappings } from "../../src/wire/mapping/read-mappings.ts";
import { tries } from "../laws.ts";
import { libraryContracts, oddValues, valueChange, withValues } from "./contract-text.ts";
import { goTheWholeWay } from "./whole-way.ts";
import { wounded, wounds } from "./wounds.ts";

const columns = ["id", "at", "state", "priority", "service"] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

const rows: readonly Row[] = Array.from({ length: 18 }, (_, i) => ({
  id: `I-${i % 6}`,
  at: `${1 + i}/03/2026 0${i % 10}:15`,
  state: ["New", "Active", "Done"][Math.floor(i / 6)] ?? "New",
  priority: ["P1", "P2", "P3"][i % 3] ?? "P1",
  service: "booking",
}));

const mappingText = (kind: string): string => `underpin: 1
mappings:
  own:
    tool: desk
    gives: incidents
    file: {kind: ${kind}}
    stamps: {order: day month year, time_zone: Europe/London}
    rows: one per change
    record: id
    happened: at
    fields:
      priority: {column: priority, values: {P1: P1, P2: P2, P3: P3}, others: as written}
      service: service
    states:
      column: state
      values: {New: new, Active: in progress, Done: resolved}
    moments:
      responded: {first: in progress}
      resolved: {first: resolved}
`;

function mappingOf(kind: string): Mapping {
  const { mappings, problems } = readMappings({ name: "m.yaml", text: mappingText(kind) });
  if (!mappings.own) throw new Error(JSON.stringify(problems));
  return mappings.own;
}

const csv = [columns.join(","), ...rows.map((row) => columns.map((name) => `"${row[name]}"`).join(","))].join("\n");
const xes = `<log>${rows.map((row) => `<trace><event>${columns.map((name) => `<string key="${name}" value="${row[name]}"/>`).join("")}</event></trace>`).join("\n")}</log>`;
const sheets = [{ name: "S", rows: [[...columns], ...rows.map((row) => columns.map((name) => row[name]))] }];

const files: readonly (readonly [string, string, Uint8Array])[] = [
  ["CSV", "csv", strToU8(csv)],
  ["gzip", "csv", gzipSync(csv)],
  ["zip", "csv", zipSync({ "a.csv": strToU8(csv) })],
  ["JSON lines", "jsonl", strToU8(rows.map((row) => JSON.stringify(row)).join("\n"))],
  ["JSON list", "jsonl", strToU8(JSON.stringify(rows))],
  ["XES", "xes", strToU8(xes)],
  ["Excel", "xlsx", await writeXlsx({ sheets })],
];

const [, inTime = ""] = libraryContracts.find(([name]) => name === "in-time.yaml") ?? [];
const { document } = readAgreement([{ name: "c.yaml", text: inTime }]);
if (document === null) throw new Error("the contract for in-time is broken");

const take = (bytes: Uint8Array, mapping: Mapping) =>
  takeIn({ source: { bytes, name: "f" }, mapping, learned: instant(0) });

describe("a file of records that suffered ends in findings, and what is left of it is measured", () => {
  test.each(files)("%s", async (_name, kind, bytes) => {
    const mapping = mappingOf(kind);
    expect((await take(bytes, mapping)).account.used).toBe(18);
    const law = fc.asyncProperty(wounds, async (all) => {
      const hurt = wounded(bytes, all);
      const { facts, account, findings } = await take(hurt, mapping);
      expect(account.used + account.repeated + account.held + account.left).toBe(account.rows);
      expect(facts.length > 0 || findings.length > 0).toBe(true);
      goTheWholeWay({ document, facts, period: "2026-03" });
      await inspect({ bytes: hurt, name: "f" }).catch((error: unknown) => expect(error).toBeInstanceOf(Refused));
    });
    await fc.assert(law, { numRuns: tries(12) });
  });

  test("a CSV with odd words in its cells", async () => {
    const cell = fc.constantFrom(
      ...oddValues,
      "1/1/0001 00:00",
      "31/12/9999 23:59",
      "29/3/2026 01:30",
      "31/4/2026 10:00",
    );
    const row = fc.tuple(cell, cell, fc.constantFrom("New", "Done", "constructor"), cell, cell);
    const law = fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (all) => {
      const odd = all.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(","));
      const { facts } = await take(strToU8(`${csv}\n${odd.join("\n")}\n`), mappingOf("csv"));
      goTheWholeWay({ document, facts, period: "2026-03" });
    });
    await fc.assert(law, { numRuns: tries(20) });
  });
});

describe("a mapping that suffered has complaints with their places, or is used", () => {
  const text = mappingText("csv");

  test("its bytes and lines", async () => {
    const law = fc.asyncProperty(wounds, async (all) => {
      await used(new TextDecoder().decode(wounded(strToU8(text), all)));
    });
    await fc.assert(law, { numRuns: tries(80) });
  });

  test("its values", async () => {
    const law = fc.asyncProperty(fc.array(valueChange, { minLength: 1, maxLength: 2 }), async (all) => {
      await used(withValues(text, all));
    });
    await fc.assert(law, { numRuns: tries(120) });
  });

  test("anything at all in place of one", () => {
    const law = fc.property(fc.anything({ withBigInt: false, maxDepth: 3 }), (written) => {
      expect(checkMapping(written)).toHaveProperty("complaints");
    });
    fc.assert(law, { numRuns: tries(200) });
  });

  async function used(written: string): Promise<void> {
    const { mappings, problems } = readMappings({ name: "m.yaml", text: written });
    for (const { line, column, message } of problems)
      expect([line >= 1, column >= 1, message.length > 0]).not.toContain(false);
    for (const mapping of Object.values(mappings)) await take(strToU8(csv), mapping);
  }
});

test("an iCalendar that suffered never throws", () => {
  const rules = ["FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=9", "FREQ=DAILY;INTERVAL=3"];
  const event = (rule: string, index: number) =>
    `BEGIN:VEVENT\r\nUID:${index}\r\nSUMMARY:Day ${index}\r\nDTSTART;VALUE=DATE:2026010${index + 1}\r\nRRULE:${rule}\r\nEXDATE;VALUE=DATE:20270101\r\nEND:VEVENT\r\n`;
  const whole = strToU8(`BEGIN:VCALENDAR\r\n${rules.map(event).join("")}END:VCALENDAR\r\n`);
  const law = fc.property(wounds, (all) => {
    const text = new TextDecoder().decode(wounded(whole, all));
    const range = { from: dayOf(2025, 1, 1), end: dayOf(2030, 1, 1) };
    expect(readHolidays({ text, file: "f", ...range, zone: utc, zoneOf: () => null }, "set")).toHaveProperty(
      "findings",
    );
  });
  fc.assert(law, { numRuns: tries(60) });
});
