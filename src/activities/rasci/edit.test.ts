import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activityNames } from "./activity-names.ts";
import { defaultMatrix } from "./default-matrix.ts";
import { changesOf, editMatrix, type MatrixChanges, type RowChange } from "./edit.ts";
import { approvals, rowOf, segregations } from "./matrix.ts";
import { matrixDocument } from "./matrix-document.ts";
import { groupNames, roleCodes } from "./roles.ts";

const edit = (changes: MatrixChanges) => editMatrix(defaultMatrix, changes);

describe("changes", () => {
  test("none leaves the default", () => expect(edit({})).toEqual({ matrix: defaultMatrix, findings: [] }));
  test("what is not named stays", () => {
    const { matrix } = edit({ negotiate: { informed: ["EXE", "PO"] } });
    expect(rowOf(matrix, "negotiate")).toEqual({ ...rowOf(defaultMatrix, "negotiate"), informed: ["EXE", "PO"] });
    expect(matrix.map(({ activity }) => activity)).toEqual(activityNames);
  });
  test("a wait that was changed stays when another thing changes", () => {
    const { matrix } = edit({ negotiate: { consultation: { waits: true, within: 3600 } } });
    const again = editMatrix(matrix, { negotiate: { informed: ["PO"] } }).matrix;
    expect(rowOf(again, "negotiate").consultation).toEqual({ waits: true, within: 3600 });
  });
  test("those newly consulted are waited for 3 days, unless a time is said", () => {
    const newly = edit({ "claim relief": { consulted: ["SO"] } }).matrix;
    expect(rowOf(newly, "claim relief").consultation).toEqual({ waits: true, within: 259_200 });
    const soon = edit({ "claim relief": { consulted: ["SO"], consultation: { waits: true, within: 3600 } } }).matrix;
    expect(rowOf(soon, "claim relief").consultation).toEqual({ waits: true, within: 3600 });
    const system = edit({ "evaluate a period": { consulted: ["SO"] } }).matrix;
    expect(rowOf(system, "evaluate a period").consultation).toEqual({ waits: false, within: 0 });
  });
});

describe("what asks less than the default is shown", () => {
  test.each([
    ["none for the A", "close a period", { approval: "none" }, ["approval-loosened warning"]],
    ["the A alone for both parties", "amend an agreement", { approval: "accountable" }, ["approval-loosened warning"]],
    ["closed periods for all", "close a period", { approval: "where closed" }, ["approval-loosened warning"]],
    ["no segregation", "close a period", { segregation: [] }, ["segregation-loosened warning"]],
    [
      "another segregation",
      "audit the process",
      { segregation: ["never for oneself"] },
      ["segregation-loosened warning"],
    ],
    ["nobody asked", "negotiate", { consulted: [] }, ["consultation-loosened note"]],
    ["more approval", "correct a record", { approval: "accountable" }, []],
    ["more segregation", "end an agreement", { segregation: ["other than responsible"] }, []],
    ["other people", "negotiate", { responsible: ["CON"], accountable: "EXE" }, []],
    ["a longer wait", "negotiate", { consultation: { waits: true, within: 864_000 } }, []],
  ] as const)("%s", (_, activity, change, expected) =>
    expect(edit({ [activity]: change }).findings.map(({ code, weight }) => `${code} ${weight}`)).toEqual(expected),
  );
});

describe("stored", () => {
  const read = (changes: unknown) => matrixDocument.safeParse({ format: 1, changes }).success;
  test.each([
    ["nothing changed", {}, true],
    ["an R", { negotiate: { responsible: ["CON"] } }, true],
    ["a group to tell", { negotiate: { informed: ["all heads"] } }, true],
    ["an unknown activity", { haggle: {} }, false],
    ["a new name", { negotiate: { activity: "haggle" } }, false],
    ["no R", { negotiate: { responsible: [] } }, false],
    ["two A", { negotiate: { accountable: ["CON", "EXE"] } }, false],
    ["a group as A", { negotiate: { accountable: "all heads" } }, false],
    ["a role twice", { negotiate: { informed: ["EXE", "EXE"] } }, false],
    ["an unknown role", { negotiate: { informed: ["BOSS"] } }, false],
    ["a wait of no time", { negotiate: { consultation: { waits: true, within: 0 } } }, false],
    ["a wait of half seconds", { negotiate: { consultation: { waits: true, within: 1.5 } } }, false],
  ] as const)("%s: %o", (_, changes, expected) => expect(read(changes)).toBe(expected));
});

describe("laws", () => {
  const refs = fc.uniqueArray(fc.constantFrom(...roleCodes, ...groupNames), { maxLength: 4 });
  const wait = fc.oneof(
    fc.constant({ waits: false, within: 0 }),
    fc.integer({ min: 1, max: 1_000_000 }).map((within) => ({ waits: true, within })),
  );
  const change: fc.Arbitrary<RowChange> = fc.record(
    {
      responsible: fc.uniqueArray(fc.constantFrom(...roleCodes), { minLength: 1, maxLength: 3 }),
      accountable: fc.constantFrom(...roleCodes),
      supporting: refs,
      consulted: refs,
      informed: refs,
      approval: fc.constantFrom(...approvals),
      segregation: fc.uniqueArray(fc.constantFrom(...segregations)),
      consultation: wait,
    },
    { requiredKeys: [] },
  );
  const changes: fc.Arbitrary<MatrixChanges> = fc
    .array(fc.tuple(fc.constantFrom(...activityNames), change), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries));

  test("a matrix and what was changed in it make the same matrix again", () =>
    fc.assert(
      fc.property(changes, (made) => {
        const { matrix } = edit(made);
        expect(edit(changesOf(defaultMatrix, matrix)).matrix).toEqual(matrix);
      }),
    ));
  test("changing back is the default", () =>
    fc.assert(
      fc.property(changes, (made) => {
        const back = changesOf(edit(made).matrix, defaultMatrix);
        expect(editMatrix(edit(made).matrix, back).matrix).toEqual(defaultMatrix);
      }),
    ));
  test("stored and read again is the same", () =>
    fc.assert(
      fc.property(changes, (made) => {
        const document = { format: 1, changes: made };
        expect(matrixDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
      }),
    ));
  test("names, steps, inputs and outputs never change", () =>
    fc.assert(
      fc.property(changes, (made) => {
        const fixed = (rows: typeof defaultMatrix) =>
          rows.map(({ step, activity, inputs, outputs }) => ({ step, activity, inputs, outputs }));
        expect(fixed(edit(made).matrix)).toEqual(fixed(defaultMatrix));
      }),
    ));
});
