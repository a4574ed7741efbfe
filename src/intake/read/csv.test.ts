import { describe, expect, test } from "vitest";
import { cells, read } from "../fixture/read.ts";

const csv = { kind: "csv" };

describe("CSV", () => {
  test("quotes, line ends inside cells, empty lines, line numbers", async () => {
    const got = await read('a,b\r\n1,"x\r\ny"\r\n\r\n2,"say ""so"""\r\n', csv);
    expect(cells(got)).toEqual([
      { a: "1", b: "x\ny" },
      { a: "2", b: 'say "so"' },
    ]);
    expect(got.rows.map(({ number, line }) => [number, line])).toEqual([
      [1, 2],
      [2, 5],
    ]);
    expect(got.codes).toEqual([]);
  });

  test.each([
    ["semicolon", "a;b\n1;2\n"],
    ["tab", "a\tb\n1\t2\n"],
    ["pipe", "a|b\n1|2\n"],
  ])("cut at the %s", async (separator, text) => {
    expect(cells(await read(text, { kind: "csv", separator }))).toEqual([{ a: "1", b: "2" }]);
  });

  test("encodings: UTF-8 with mark, UTF-16 of either order, windows-1252", async () => {
    const text = "name\nJörg €\n";
    const wide = Buffer.from(`\uFEFF${text}`, "utf16le");
    const inputs: readonly (readonly [Uint8Array, string])[] = [
      [Buffer.from(`\uFEFF${text}`), "utf-8"],
      [wide, "utf-16"],
      [Buffer.from(wide).swap16(), "utf-16"],
      [Buffer.from([...Buffer.from("name\nJ"), 0xf6, ...Buffer.from("rg "), 0x80, 0x0a]), "windows-1252"],
    ];
    for (const [bytes, encoding] of inputs) {
      const got = await read(bytes, { kind: "csv", encoding });
      expect([encoding, cells(got), got.codes]).toEqual([encoding, [{ name: "Jörg €" }], []]);
    }
  });

  test("a byte order mark decides over the mapping, and says so", async () => {
    const got = await read(Buffer.from("\uFEFFa\n1\n", "utf16le"), csv);
    expect([cells(got), got.codes]).toEqual([[{ a: "1" }], ["encoding-differs"]]);
  });

  test("a quote that never closes damages its own line alone", async () => {
    const got = await read('a,b\n1,"open\n2,x\n3,y\n', csv);
    expect(got.rows.map(({ cells: { a }, line, damage }) => [a, line, damage?.code ?? null])).toEqual([
      ["1", 2, "quote-not-closed"],
      ["2", 3, null],
      ["3", 4, null],
    ]);
  });

  test("an open quote in a large file does not read the rest into one cell", async () => {
    const rest = Array.from({ length: 400_000 }, (_, i) => `${i},abcdefghij`).join("\n");
    const got = await read(`a,b\n1,"open\n${rest}\n`, csv);
    expect(got.rows.length).toBe(400_001);
    expect(got.rows.filter(({ damage }) => damage !== null).length).toBe(1);
  });

  test("rows shifted, cut, or with a NUL are damaged; a last line without an end is noted", async () => {
    const got = await read("a,b\n1,2,3\n4\n5,\u00006\n7,8", csv);
    expect(got.rows.map(({ damage }) => damage?.code ?? null)).toEqual([
      "row-shifted",
      "row-shifted",
      "nul-in-row",
      null,
    ]);
    expect(got.codes).toEqual(["last-line-open"]);
    expect((await read("a,b\n1,2\n3", csv)).rows.at(-1)?.damage?.code).toBe("row-cut");
  });

  test.each([
    ["", "file-empty"],
    ["\n\n", "header-missing"],
    ['"a,b\n1,2\n', "header-damaged"],
  ])("%j is refused: %s", async (text, code) => {
    expect((await read(text, csv)).refused).toBe(code);
  });
});
