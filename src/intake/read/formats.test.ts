import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { fileShape } from "../../wire/mapping/mapping.ts";
import { cells, read } from "../fixture/read.ts";
import { openLedger } from "../ledger.ts";
import { openRows } from "./open-rows.ts";
import type { Limits } from "./unpack.ts";

const csv = { kind: "csv" };

describe("packages", () => {
  const text = `a,b\n${Array.from({ length: 5000 }, (_, i) => `${i},${(i * 7919) % 65_521}`).join("\n")}\n`;

  test("gzip and zip are known by their first bytes", async () => {
    expect((await read(gzipSync(text), csv)).rows.length).toBe(5000);
    expect((await read(zipSync({ "x.csv": strToU8(text) }), csv)).rows.length).toBe(5000);
  });

  test("a cut gzip keeps what came before the cut", async () => {
    const whole = gzipSync(text);
    const got = await read(whole.subarray(0, Math.floor(whole.length * 0.6)), csv);
    expect(got.refused).toBe("package-damaged");
    expect(got.rows.length).toBeGreaterThan(1000);
  });

  test("a zip that lost its end gives what its first file still holds", async () => {
    const zip = zipSync({ "x.csv": strToU8(text) });
    const lost = await read(zip.subarray(0, zip.length - 40), csv);
    expect([lost.refused, lost.rows.length]).toEqual(["package-damaged", 5000]);
    const half = await read(zip.subarray(0, zip.length / 2), csv);
    expect(half.refused).toBe("package-damaged");
    expect(half.rows.length).toBeGreaterThan(1000);
    expect((await read(zip.subarray(0, zip.length / 2), { ...csv, inside: "y.csv" })).rows).toEqual([]);
  });

  test("a cut zip, an empty one, one with two files, one without the file that is named", async () => {
    const zip = zipSync({ "x.csv": strToU8(text) });
    expect((await read(zip.subarray(0, zip.length - 40), csv)).refused).toBe("package-damaged");
    expect((await read(zipSync({}), csv)).refused).toMatch(/package-(empty|damaged)/);
    const two = zipSync({ "x.csv": strToU8(text), "y.csv": strToU8(text) });
    expect((await read(two, csv)).refused).toBe("several-in-package");
    expect((await read(two, { ...csv, inside: "y.csv" })).rows.length).toBe(5000);
    expect((await read(two, { ...csv, inside: "z.csv" })).refused).toBe("not-in-package");
  });

  test("a bomb is refused at the limit, not unpacked", async () => {
    const limits: Limits = { bytes: 1024 ** 3, ratio: 100, free: 1024 ** 2 };
    const bomb = Buffer.concat([Buffer.from("a,b\n"), Buffer.alloc(4 * 1024 ** 2, "1,2\n")]); // packs about 1000 to 1
    expect((await read(gzipSync(bomb), csv, limits)).refused).toBe("package-too-large");
    expect((await read(zipSync({ "x.csv": bomb }), csv, limits)).refused).toBe("package-too-large");
  });
});

test("the reading tells how far it has come", async () => {
  const bytes = new TextEncoder().encode(`a\n${"1\n".repeat(400_000)}`);
  const seen: number[] = [];
  const onProgress = ({ bytes: done, of }: { bytes: number; of: number }) => seen.push(done / of);
  const opened = await openRows(
    { source: { bytes, name: "f" }, file: fileShape.parse(csv), onProgress },
    openLedger("f"),
  );
  let count = 0;
  for await (const _row of opened.rows) count += 1;
  expect([count, seen.length > 2, seen.at(-1)]).toEqual([400_000, true, 1]);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

describe("JSON", () => {
  const jsonl = { kind: "jsonl" };

  test("nested fields by dotted path, numbers as written, lists of values and of objects", async () => {
    const got = await read(
      '{"id": 12345678901234567890, "a": {"b": {"c": 0.10}}, "tags": ["x", 2], "log": [{"at": "1"}, {"at": "2"}], "none": null}\n',
      jsonl,
    );
    expect(cells(got)).toEqual([{ id: "12345678901234567890", "a.b.c": "0.10", tags: "x, 2", log: "", none: "" }]);
    expect(got.rows[0]?.lists).toEqual({ tags: [{ "": "x" }, { "": "2" }], log: [{ at: "1" }, { at: "2" }] });
  });

  test("a list of objects reads like lines; braces inside texts are no braces", async () => {
    const got = await read('[\n {"a": "}]{", "b": {"c": "\\"}"}},\n {"a": 2}\n]\n', jsonl);
    expect(cells(got)).toEqual([{ a: "}]{", "b.c": '"}' }, { a: "2" }]);
    expect(got.rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  test("a line that is no object is damaged, a last one cut", async () => {
    const got = await read('{"a": 1}\n[1]\n7\n{"a": \n{"a": 2', jsonl);
    expect(got.rows.map(({ damage }) => damage?.code ?? null)).toEqual([
      null,
      "not-json",
      "not-json",
      "not-json",
      "row-cut",
    ]);
  });

  test("keys that are dangerous elsewhere are only keys here", async () => {
    const got = await read('{"__proto__": {"x": 1}, "constructor": "c"}\n', jsonl);
    expect(cells(got)[0]?.constructor).toBe("c");
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe("XES", () => {
  const event = (name: string) =>
    `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="2010-03-31T16:59:42+02:00"><int key="inner" value="1"/></date></event>`;
  const log = (inside: string) =>
    `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<log><global scope="event"><string key="x" value="y"/></global>\n${inside}\n</log>`;
  const trace = (id: string, ...names: string[]) =>
    `<trace><string key="concept:name" value="${id}"/>${names.map(event).join("\n")}</trace>`;

  test("one row an event, with the attributes of its trace", async () => {
    const got = await read(log(trace("T1", "A", "B")), { kind: "xes" });
    expect(cells(got)).toEqual(
      ["A", "B"].map((name) => ({
        "concept:name": name,
        "time:timestamp": "2010-03-31T16:59:42+02:00",
        "case:concept:name": "T1",
      })),
    );
    expect(got.rows.map(({ line }) => line)).toEqual([3, 4]);
  });

  test("a trace without events, a log cut in the middle, one that is no XML", async () => {
    expect((await read(log(trace("T1") + trace("T2", "A")), { kind: "xes" })).codes).toEqual(["trace-empty"]);
    const cut = await read(log(trace("T1", "A", "B")).slice(0, -90), { kind: "xes" });
    expect([cut.rows.length, cut.codes]).toEqual([1, ["xml-broken"]]);
    expect((await read("<log><trace>&nope;</trace></log>", { kind: "xes" })).codes).toContain("xml-broken");
    expect((await read("<a>".repeat(5000), { kind: "xes" })).refused).toBe("xml-too-deep");
  });
});

describe("Excel", () => {
  const book = (rows: unknown[][]) =>
    writeXlsx({
      sheets: [
        { name: "Other", rows: [["z"]] },
        { name: "Tickets", rows: rows as (string | number | boolean | Date | null)[][] },
      ],
    });

  test("a sheet by name: dates as wall time, numbers, empty cells", async () => {
    const bytes = await book([
      ["id", "opened", "count", "note"],
      ["I1", new Date(Date.UTC(2016, 1, 29, 1, 16)), 3, null],
      [],
      ["I2", "29/2/2016 01:16", 0.5, true],
    ]);
    const got = await read(bytes, { kind: "xlsx", sheet: "Tickets" });
    expect(cells(got)).toEqual([
      { id: "I1", opened: "2016-02-29 01:16:00", count: "3", note: "" },
      { id: "I2", opened: "29/2/2016 01:16", count: "0.5", note: "true" },
    ]);
  });

  test("more cells than columns, no such sheet, half a workbook", async () => {
    const bytes = await book([["id"], ["I1", "x"]]);
    expect((await read(bytes, { kind: "xlsx", sheet: "Tickets" })).rows[0]?.damage?.code).toBe("row-shifted");
    expect((await read(bytes, { kind: "xlsx", sheet: "Nope" })).refused).not.toBeNull();
    expect((await read(bytes.subarray(0, bytes.length / 2), { kind: "xlsx" })).refused).toBe("package-damaged");
  });
});
