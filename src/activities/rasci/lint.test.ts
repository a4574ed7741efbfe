import { describe, expect, test } from "vitest";
import { type ActivityName, activityNames } from "./activity-names.ts";
import { defaultMatrix } from "./default-matrix.ts";
import { at, everyone, holds } from "./fixture/people.ts";
import { defaultUnions } from "./forbidden-unions.ts";
import type { Holding } from "./holding.ts";
import { lintMatrix } from "./lint.ts";
import { matrixSentence } from "./lint-words.ts";
import type { Matrix, MatrixRow } from "./matrix.ts";

const lint = (matrix: Matrix, holdings: readonly Holding[] = everyone) =>
  lintMatrix(matrix, at(holdings), defaultUnions);
const told = (matrix: Matrix, holdings: readonly Holding[] = everyone) =>
  lint(matrix, holdings).map((one) => `${one.code}: ${matrixSentence(one)}`);
const changed = (activity: ActivityName, parts: object): Matrix =>
  defaultMatrix.map((row) => (row.activity === activity ? ({ ...row, ...parts } as MatrixRow) : row));
const without = (...people: readonly string[]) => everyone.filter(({ person }) => !people.includes(person));

test("the default with all roles held is without finding", () => expect(told(defaultMatrix)).toEqual([]));

describe("rows", () => {
  test.each([
    [
      "left out",
      defaultMatrix.filter(({ activity }) => activity !== "negotiate"),
      ['activity-missing: The activity "negotiate" of the process is missing.'],
    ],
    [
      "renamed",
      changed("negotiate", { activity: "haggle" }),
      ['activity-renamed: The activity "negotiate" is called "haggle"; names of activities never change.'],
    ],
    [
      "in place of one of another step",
      changed("negotiate", { activity: "haggle", step: "measure" }),
      [
        'activity-missing: The activity "negotiate" of the process is missing.',
        'activity-unknown: The process has no activity "haggle".',
      ],
    ],
    [
      "added",
      [...defaultMatrix, { ...defaultMatrix[0], activity: "haggle", outputs: ["a price"] } as unknown as MatrixRow],
      ['activity-unknown: The process has no activity "haggle".'],
    ],
    [
      "twice",
      [...defaultMatrix, ...defaultMatrix.slice(1, 2)],
      ['activity-twice: The activity "maintain the service catalogue" has more than one row.'],
    ],
    [
      "moved",
      changed("negotiate", { step: "measure" }),
      ['activity-in-other-step: The activity "negotiate" belongs to the step agree, not to measure.'],
    ],
    [
      "an A that is a group",
      changed("negotiate", { accountable: "all heads" }),
      ['accountable-not-one: "all heads" cannot be accountable for "negotiate": exactly one role must be.'],
    ],
    [
      "no R",
      changed("negotiate", { responsible: [] }),
      ['responsible-missing: Nobody is responsible for "negotiate".'],
    ],
    [
      "approval taken away",
      changed("end an agreement", { approval: "none" }),
      [
        'approval-loosened: The approval of "end an agreement" is "none", which asks less than the default "accountable".',
      ],
    ],
    [
      "approval without segregation where the default rules it",
      changed("close a period", { segregation: [] }),
      ['segregation-loosened: "close a period" no longer has the segregation "other than responsible" of the default.'],
    ],
    [
      "one of two who sign",
      changed("approve and sign an agreement", { responsible: ["CON"] }),
      [
        'joint-responsible-lost: Two roles must act together for "approve and sign an agreement", and only CON is left.',
      ],
    ],
    [
      "two of one side who sign",
      changed("approve and sign an agreement", { responsible: ["EXE", "CON"] }),
      [
        'one-side-approves: "approve and sign an agreement" asks for both parties, but EXE, CON would approve, all of one side.',
      ],
    ],
    [
      "two of the client who sign",
      changed("approve and sign an agreement", { responsible: ["CA", "CR"] }),
      [
        'one-side-approves: "approve and sign an agreement" asks for both parties, but CA, CR would approve, all of one side.',
      ],
    ],
    [
      "a shorter wait",
      changed("negotiate", { consultation: { waits: true, within: 86_400 } }),
      ['consultation-loosened: "negotiate" waits 1 day for those consulted; the default waits 3 days.'],
    ],
    [
      "no wait",
      changed("negotiate", { consultation: { waits: false, within: 0 } }),
      ['consultation-loosened: "negotiate" no longer waits for those consulted; the default waits 3 days.'],
    ],
  ] as const)("%s", (_, matrix, expected) => expect(told(matrix)).toEqual(expected));
});

describe("holders", () => {
  test("an absent R, an absent A and an absent approver are told for each activity", () => {
    expect(told(defaultMatrix, without("Mika"))).toEqual([
      'absent-holder: Nobody holds the role SDM (A) of "watch running clocks".',
    ]);
    expect(told(defaultMatrix, without("Nils"))).toEqual([
      'absent-holder: Nobody holds the role ADM (R) of "connect systems and tools".',
      'absent-holder: Nobody holds the role ADM (R) of "manage people and roles".',
    ]);
    expect(told(defaultMatrix, without("Abel")).filter((text) => text.includes("(approval)"))).toEqual([
      'absent-holder: Nobody holds the role CA (approval) of "amend an agreement".',
      'absent-holder: Nobody holds the role CA (approval) of "restate a period".',
    ]);
  });
  test("with nobody at all every activity lacks its R and its A; the owner of a plan is named later", () => {
    const found = lint(defaultMatrix, []);
    const lacking = found.filter(({ facts }) => facts.part === "A").map(({ activity }) => activity);
    expect(lacking).toEqual(activityNames);
    expect(found.filter(({ facts }) => facts.role === "SIP owner")).toEqual([]);
  });
  test("one person for R and A where another must approve", () => {
    const holdings = [...without("Petr"), holds("Sela", "PO")];
    expect(told(defaultMatrix, holdings)).toEqual([
      'nobody-else-to-approve: "close a period" needs two persons, but Sela alone holds both SLM and PO.',
    ]);
    expect(told(defaultMatrix, [...holdings, holds("Odil", "PO")])).toEqual([]);
  });
  test("what the system does leaves its A free to approve", () => {
    const rules = { approval: "accountable", segregation: ["other than responsible"] };
    const holdings = [...without("Petr", "Sela"), holds("Sela", "SLM"), holds("Petr", "PO")];
    const one = [...without("Petr"), holds("Sela", "PO")];
    const twoRows = changed("evaluate a period", rules);
    expect(told(twoRows, holdings)).toEqual([]);
    expect(lint(twoRows, one).map(({ activity }) => activity)).toEqual(["close a period"]);
  });
  test("one person for the minutes and their counter-signature", () =>
    expect(
      lint(defaultMatrix, [...without("Rena"), holds("Sela", "CR")]).map(({ code, activity }) => [code, activity]),
    ).toContainEqual(["nobody-else-to-approve", "hold the service review"]));
  test("one person for both signatures", () => {
    const found = lint(defaultMatrix, [...without("Abel"), holds("Cora", "CA")]);
    expect(found.filter(({ code }) => code === "nobody-else-to-approve").map(({ activity }) => activity)).toEqual([
      "approve and sign an agreement",
      "amend an agreement",
    ]);
  });
});

describe("unions of roles in one person", () => {
  test.each([
    ["client and provider", holds("Rena", "SLM"), "client-and-provider"],
    ["vendor and provider", holds("Vera", "SUP"), "vendor-and-provider"],
    ["auditor and another role", holds("Aude", "SD"), "auditor-and-other"],
    ["contracts and finance", holds("Cora", "FIN"), "contract-and-finance"],
    ["administrator and process owner", holds("Nils", "PO"), "administrator-and-owner"],
    ["an auditor in another contract too", holds("Aude", "SD", { contract: "C2" }), "auditor-and-other"],
    ["two client roles", holds("Rena", "CA", { party: "harbour-mutual" }), undefined],
    ["two provider roles", holds("Sela", "SO"), undefined],
    ["client in one contract and provider in another", holds("Rena", "SLM", { contract: "C2" }), undefined],
    ["a client who owns a plan", holds("Rena", "SIP owner"), undefined],
    ["one after the other", holds("Cora", "FIN", { until: at([]).at }), undefined],
  ] as const)("%s", (_, more, expected) =>
    expect(lint(defaultMatrix, [...everyone, more]).map(({ facts }) => facts.rule)).toEqual(
      expected === undefined ? [] : [expected],
    ),
  );
  test("is told with its reason", () =>
    expect(told(defaultMatrix, [...everyone, holds("Cora", "FIN")])).toEqual([
      "forbidden-union: Cora holds CON together with FIN: who sets credits and decides disputes does not approve and settle them.",
    ]));
});
