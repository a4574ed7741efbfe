import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readZone } from "../zones.ts";
import { readAgreement } from "./load.ts";
import { writeProblem } from "./problem.ts";

const small = readFileSync(join(import.meta.dirname, "fixtures", "small.yaml"), "utf8");
const design = process.env.UNDERPIN_DESIGN ?? join(import.meta.dirname, "..", "..", "..", "..", "shared", "design");
const example = join(design, "agreement", "example.yaml");
const isZone = (id: string): boolean => readZone(id) !== null;

test("the small contract loads without a problem", () => {
  const { document, problems } = readAgreement([{ name: "small.yaml", text: small }], { isZone });
  expect(problems.map(writeProblem)).toEqual([]);
  expect(Object.keys(document?.agreements ?? {})).toEqual(["shop-sla", "desk-ola"]);
});

test("the example of the design loads without a problem", (context) => {
  if (!existsSync(example)) return context.skip(`there is no example at ${example}; UNDERPIN_DESIGN names its folder`);
  const { document, problems } = readAgreement([{ name: "example.yaml", text: readFileSync(example, "utf8") }], {
    isZone,
  });
  expect(problems.map(writeProblem)).toEqual([]);
  expect(document?.contract.id).toBe("harbour-mutual");
});

describe("several files", () => {
  const at = small.indexOf("agreements:\n");
  const contract = { name: "contract.yaml", text: small.slice(0, at) };
  const sla = { name: "sla.yaml", text: `underpin: 1\npart_of: larkfield\n${small.slice(at)}` };

  test("are one contract, in any order", () => {
    const whole = readAgreement([{ name: "small.yaml", text: small }]).document;
    expect(readAgreement([contract, sla])).toMatchObject({ document: whole, problems: [] });
    expect(readAgreement([sla, contract])).toMatchObject({ document: whole, problems: [] });
  });

  test("may share a section, but no id", () => {
    const more = {
      name: "people.yaml",
      text: "underpin: 1\npart_of: larkfield\npeople:\n  ada-holm: {name: Ada Holm, of: larkfield, roles: []}\n  nora-vance: {name: Nora Vance, of: larkfield, roles: []}\n",
    };
    const { problems } = readAgreement([contract, sla, more]);
    expect(problems.map(writeProblem)).toEqual([
      "people.yaml:5:3  people.nora-vance\n  said-twice: 'nora-vance' stands here a second time; the first is in contract.yaml:24. Remove one of the two, or give one another id.",
    ]);
  });

  test("a file of another contract, or of none, is told", () => {
    const other = { name: "other.yaml", text: "underpin: 1\npart_of: fieldlark\n" };
    const none = { name: "none.yaml", text: "reports: {}\n" };
    const { problems } = readAgreement([contract, sla, other, none]);
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      "other.yaml other-contract",
      "none.yaml missing-field",
      "none.yaml missing-field",
    ]);
  });
});

test("no file at all is a problem", () => {
  expect(readAgreement([])).toMatchObject({ document: null, problems: [{ code: "no-files" }] });
});

test("a problem is written with place, path, rule and the way out", () => {
  const text = small.replace("calendar: office}", "calendar: ofice}");
  const { problems } = readAgreement([{ name: "small.yaml", text }]);
  expect(problems.map(writeProblem)).toEqual([
    "small.yaml:110:53  agreements.shop-sla.service_levels.resolution.clock.per_priority.P2.calendar\n" +
      "  unknown-calendar: 'ofice' is not a calendar. Did you mean 'office' (small.yaml:50)?",
  ]);
});

describe("whatever the text, the end is a document or problems", () => {
  const lines = small.split("\n");
  const line = fc.integer({ min: 0, max: lines.length - 1 });
  const piece = fc.oneof(
    fc.constantFrom(
      "",
      "  ",
      ": ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      "&a ",
      "*a",
      "!!int ",
      "<<: ",
      "|",
      ">",
      "'",
      '"',
      "#",
      "%",
    ),
    fc.constantFrom(
      "95",
      "at least 95%",
      "null",
      "~",
      "__proto__: 1",
      "constructor",
      "2026-02-30",
      "1e9",
      "removes: [kind]",
    ),
    fc.string({ maxLength: 8 }),
    line.map((index) => lines[index] ?? ""),
  );
  const edit = fc.record({ at: line, column: fc.nat(40), cut: fc.nat(12), piece });

  const ends = (text: string): void => {
    const { document, problems } = readAgreement([{ name: "any.yaml", text }], { isZone });
    const isBroken = problems.some(({ weight }) => weight === "error");
    expect(document === null).toBe(isBroken);
    for (const { file, line: row, column, message } of problems)
      expect(file === "any.yaml" && row > 0 && column > 0 && message.length > 0).toBe(true);
  };

  test("when a good contract is cut and mended at random", () =>
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const changed = [...lines];
        for (const { at, column, cut, piece: put } of edits) {
          const old = changed[at] ?? "";
          changed[at] = old.slice(0, column) + put + old.slice(column + cut);
        }
        ends(changed.join("\n"));
      }),
    ));

  test("when lines are lost or moved", () =>
    fc.assert(
      fc.property(fc.array(line, { maxLength: 3 }), line, line, (lost, from, to) => {
        const kept = lines.filter((_, index) => !lost.includes(index));
        kept.splice(to, 0, ...kept.splice(from, 1));
        ends(kept.join("\n"));
      }),
    ));

  test.each([
    ["nothing", ""],
    ["a comment", "# nothing\n"],
    ["a word", "contract"],
    ["a list", "- a\n- b\n"],
    ["many brackets", "[".repeat(20_000)],
    ["many maps", "{a: ".repeat(5000)],
    ["many dashes", "- ".repeat(20_000)],
    [
      "an alias bomb",
      `a: &a [x, x]\n${"bcdefgh"
        .split("")
        .map((name, i) => `${name}: &${name} [*${"abcdefg"[i]}, *${"abcdefg"[i]}]`)
        .join("\n")}`,
    ],
    ["two documents", "underpin: 1\n---\nunderpin: 1\n"],
    ["keys of objects", "underpin: 1\nconstructor: {a: b}\n__proto__: {c: d}\ntoString: 1\n"],
    ["control characters", "underpin: 1\u0000\u0007\n"],
  ])("%s", (_, text) => ends(text));
});
