import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { libraryShapes } from "../../src/wire/library/library.ts";
import { figureText } from "./figure-text.ts";
import { readRow } from "./read-row.ts";
import { families, rowFiles, rowsOf } from "./row.ts";
import { tableFile, tableText } from "./write-table.ts";

const rows = families.flatMap(([family]) => rowsOf(family));

/** How many measures there are of each letter. */
const many = { A: 19, I: 13, P: 6, C: 8, S: 6, D: 9, U: 4, N: 8, Q: 6, X: 7, J: 4 };

const idsOf = ([letter, count]: readonly [string, number]): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, "0")}`);

describe("what contracts measure can be said", () => {
  test("there is a row for each of the ninety measures", () =>
    expect(rows.map(({ id }) => id)).toEqual(Object.entries(many).flatMap(idsOf)));

  test("every file of rows is a family", () =>
    expect(rowFiles()).toEqual(families.map(([family]) => `${family}.yaml`).sort()));

  test.each(rows)("$id has cases, or says why not", ({ cases = [], cannot, shape, note, measures }) => {
    expect(cases.length > 0).toBe(cannot === undefined);
    if (cannot === undefined) expect(libraryShapes.map(({ id }) => id)).toContain(shape);
    expect([measures, note ?? "", cannot ?? ""].join(" ")).not.toContain("|");
  });

  describe.each(rows.filter(({ cannot }) => cannot === undefined))("$id $measures", (row) => {
    const { problems, outcomeOf } = readRow(row);

    test("is read without a problem", () => expect(problems).toEqual([]));

    test.each((row.cases ?? []).map((one, index) => ({ ...one, number: index + 1 })))(
      "$number: $figure $verdict",
      ({ number }) => {
        const one = row.cases?.[number - 1];
        if (one === undefined) throw new Error("no such case");
        expect(outcomeOf(one)).toEqual({ figure: figureText(one.figure), verdict: one.verdict });
      },
    );
  });

  test("the page is what the rows say", () => expect(readFileSync(tableFile, "utf8")).toBe(tableText()));
});
