import { expect, test } from "vitest";
import { defaultMatrix } from "./default-matrix.ts";
import { editMatrix } from "./edit.ts";
import { rowOf } from "./matrix.ts";
import { matrixCells, matrixMarkdown, rulesText } from "./to-text.ts";

test("Markdown has a head, a rule and a row an activity", () => {
  const lines = matrixMarkdown(defaultMatrix).split("\n");
  expect(lines).toHaveLength(50); // head + rule + 47 rows + the end of the last line
  expect(lines.slice(0, 3)).toEqual([
    "| Step | Activity | Inputs | Outputs | R | A | S | C | I | Approval, segregation |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    "| establish | set up the contract | MSA, parties, charges, term | contract record | CON | EXE | SLM, FIN | CA | SO, PO | A, other than R |",
  ]);
});

test("a bar in a cell does not end it", () => {
  const [row] = defaultMatrix;
  expect(matrixMarkdown(row === undefined ? [] : [{ ...row, inputs: ["this|that"] }])).toContain("| this\\|that |");
});

test("cells of a sheet have the same columns in each row", () => {
  expect(matrixCells(defaultMatrix)).toHaveLength(48);
  expect(new Set(matrixCells(defaultMatrix).map(({ length }) => length))).toEqual(new Set([10]));
});

test("what a tenant changed is what is written", () => {
  const changes = { "waive a credit": { approval: "accountable", segregation: ["other than responsible"] } } as const;
  const row = rowOf(editMatrix(defaultMatrix, changes).matrix, "waive a credit");
  expect(rulesText(row)).toBe("A, other than R; reason required");
});
