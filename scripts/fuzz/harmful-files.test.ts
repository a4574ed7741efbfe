import { gzipSync } from "node:zlib";
import { strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/engine/time/civil.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { utc } from "../../src/engine/time/zone.ts";
import { readHolidays } from "../../src/intake/holidays.ts";
import { inspect } from "../../src/intake/inspect/inspect.ts";
import { type Intake, takeIn } from "../../src/intake/intake.ts";
import { Refused } from "../../src/intake/refused.ts";
import { checkMapping } from "../../src/wire/mapping/check-mapping.ts";
import { many, nested, patience, quick } from "./quick.ts";

type Kind = "csv" | "jsonl" | "xes" | "xlsx";

function take(bytes: Uint8Array | string, kind: Kind, more: object = {}): Promise<Intake> {
  const { mapping, complaints } = checkMapping({
    ...{ tool: "desk", gives: "incidents", file: { kind }, rows: "one per change", record: "id", happened: "at" },
    stamps: { order: "year month day", time_zone: "Etc/UTC" },
    fields: { note: "note" },
    ...more,
  });
  if (!mapping) throw new Error(JSON.stringify(complaints));
  const source = { bytes: typeof bytes === "string" ? strToU8(bytes) : bytes, name: "f" };
  return takeIn({ source, mapping, learned: instant(0) });
}

const codes = ({ groups }: Intake): readonly string[] => groups.map(({ code }) => code);
const head = "id,at,note\n";
const row = "a,2026-01-01 10:00,a note of a few words\n";

/** A zip whose directory says that its parts are small. */
function lying(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let i = 0; i + 30 < bytes.length; i += 1) {
    const sign = bytes.readUInt32LE(i);
    if (sign === 0x02014b50) bytes.writeUInt32LE(1000, i + 24);
    if (sign === 0x04034b50) bytes.writeUInt32LE(1000, i + 22);
  }
  return bytes;
}

const workbook = await writeXlsx({ sheets: [{ name: "S", rows: [["id", "at", "note"]] }] });
const withPart = (name: string, text: string | Uint8Array): Uint8Array =>
  zipSync({ ...unzipSync(workbook), [name]: typeof text === "string" ? strToU8(text) : text });
const entities = `<!DOCTYPE a [<!ENTITY l "lol">${many(9, (i) => `<!ENTITY l${i + 1} "${`&l${i || ""};`.repeat(10)}">`).join("")}]>`;
const inObject = (value: string): string => `{"id":"1","at":"2026-01-01","note":${value}}`;

describe("a file of records that was made to harm is refused in time", patience, () => {
  test.each<[string, Kind, string, () => Uint8Array | string]>([
    ["a gzip of one endless line", "csv", "row-too-long", () => gzipSync(Buffer.alloc(100e6, 65))],
    ["a zip of zeros", "csv", "row-too-long", () => zipSync({ "a.csv": new Uint8Array(40e6) })],
    ["a zip that lies", "csv", "package-damaged", () => lying(zipSync({ "a.csv": new Uint8Array(50e6) }))],
    ["a workbook of zeros", "xlsx", "package-too-large", () => withPart("xl/x.xml", new Uint8Array(40e6))],
    ["a workbook that lies", "xlsx", "package-damaged", () => lying(withPart("xl/x.xml", new Uint8Array(30e6)))],
    ["a million commas", "csv", "too-many-columns", () => ",".repeat(1e6)],
    ["100,000 columns", "csv", "too-many-columns", () => `${many(1e5, (i) => `c${i}`).join(",")}\n${",".repeat(1e5)}`],
    ["columns said twice", "csv", "too-many-columns", () => many(1e5, (i) => `c${i >> 1}`).join(",")],
    ["a line of a million", "csv", "column-absent", () => "x".repeat(1e6)],
    ["a quote never closed in 20 MB", "csv", "quote-not-closed", () => `${head}a,2026-01-01 10:00,"${row.repeat(5e5)}`],
    ["200,000 open quotes", "csv", "quotes-broken", () => head + 'a,2026-01-01 10:00,"a note\n'.repeat(2e5)],
    ["a stamp of 100,000 spaces", "csv", "not-a-stamp", () => `${head}a,2026-01-01 10:00${" ".repeat(1e5)}x,y\n`],
    ["a stamp of a million digits", "csv", "not-a-stamp", () => `${head}a,${"1".repeat(1e6)},y\n`],
    ["nested lists", "jsonl", "row-cut", () => inObject(nested("[", "]", 1e6))],
    ["nested objects", "jsonl", "row-cut", () => inObject(`${'{"a":'.repeat(5e5)}1${"}".repeat(5e5)}`)],
    ["a list that only opens", "jsonl", "list-not-closed", () => "[".repeat(5e6)],
    ["nothing but spaces", "jsonl", "no-rows", () => " \n ".repeat(1e5)],
    ["elements in elements", "xes", "xml-too-deep", () => `<log>${"<a>".repeat(1e6)}`],
    ["entities of entities", "xes", "xml-broken", () => `${entities}<log><trace a="&l9;"/></log>`],
    [
      "a trace of 20,000 attributes over 20,000 events",
      "xes",
      "xml-broken",
      () =>
        `<log><trace>${many(20_000, (i) => `<string key="k${i}" value="1"/>`).join("")}${"<event><string key='id' value='1'/></event>".repeat(20_000)}</trace></log>`,
    ],
  ])("%s", async (_name, kind, code, make) => {
    const bytes = make();
    expect(codes(await quick(() => take(bytes, kind)))).toContain(code);
  });

  test("a list of 5,000 in a row of 5,000 cells is held, not multiplied", async () => {
    const cells = many(5000, (i) => `"k${i}":1`).join(",");
    const text = `{"id":"1","at":"2026-01-01",${cells},"list":[${many(5000, () => "{}").join(",")}]}`;
    expect(codes(await quick(() => take(text, "jsonl", { unroll: "list" })))).toContain("row-too-wide");
  });

  test.each(["-999999999999999", "999999999999999", "253402300800"])(
    "an epoch of %s seconds names no date",
    async (at) => {
      const stamps = { order: "epoch seconds", time_zone: "Etc/UTC" };
      expect(codes(await quick(() => take(`${head}a,${at},x\n`, "csv", { stamps })))).toEqual(["no-such-date"]);
    },
  );

  test.each<[string, string]>([
    ["100,000 columns", ",".repeat(1e5)],
    ["long stamps", head + `a,2026-01-01 10:00${" ".repeat(1e5)}x,y\n`.repeat(10)],
    ["long cells", head + many(40, (i) => `a,2026-01-01 10:00,${i}${"x".repeat(2e5)}\n`).join("")],
  ])("a look at %s", async (_name, text) => {
    await quick(() =>
      inspect({ bytes: strToU8(text), name: "f" }).catch((e: unknown) => expect(e).toBeInstanceOf(Refused)),
    );
  });
});

describe("a calendar that was made to harm ends with a finding", patience, () => {
  const day = "DTSTART;VALUE=DATE:20260101\r\nRRULE:";
  const read = (body: string) => {
    const text = `BEGIN:VCALENDAR\r\n${body}\r\nEND:VCALENDAR\r\n`;
    const range = { from: dayOf(2025, 1, 1), end: dayOf(2032, 1, 1) };
    return readHolidays({ text, file: "f", ...range, zone: utc, zoneOf: () => null }, "set");
  };
  const event = (body: string): string => `BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Day\r\n${body}\r\nEND:VEVENT`;

  test.each<[string, string, readonly string[]]>([
    ["every second since 1900", event("DTSTART:19000101T000000Z\r\nRRULE:FREQ=SECONDLY"), ["event-endless"]],
    ["30 February, daily", event(`${day}FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`), ["event-endless"]],
    ["Tuesdays of a Thursday, weekly", event(`${day}FREQ=DAILY;INTERVAL=7;BYDAY=TU`), ["event-endless"]],
    ["an interval of ages", event(`${day}FREQ=DAILY;INTERVAL=99999999999`), ["event-endless"]],
    [
      "2,000 events of ten thousand years",
      many(2000, () => event("DTSTART;VALUE=DATE:00010101\r\nDTEND;VALUE=DATE:99991231")).join("\r\n"),
      [],
    ],
    ["calendars in calendars", "BEGIN:VCALENDAR\r\n".repeat(1e5), ["not-a-calendar"]],
    [
      "a zone that changes every second",
      `BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n${event("DTSTART;TZID=X:20300101T000000")}`,
      ["zone-unreadable"],
    ],
  ])("%s", async (_name, body, expected) => {
    const { findings } = await quick(() => read(body));
    expect(findings.map(({ code }) => code)).toEqual(expected);
  });
});
