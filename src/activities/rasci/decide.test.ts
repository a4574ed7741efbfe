import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "../../engine/time/instant.ts";
import { type ActivityName, activityNames } from "./activity-names.ts";
import {
  consultedPeople,
  consultedRoles,
  informedPeople,
  informedRoles,
  mayAskSystem,
  mayPrepare,
  mayStart,
  partOf,
  waitFor,
} from "./decide.ts";
import { defaultMatrix } from "./default-matrix.ts";
import { at, everyone, holds, who } from "./fixture/people.ts";
import type { Actor } from "./holding.ts";
import { rowOf } from "./matrix.ts";

const row = (activity: ActivityName) => rowOf(defaultMatrix, activity);

test.each([
  ["Cora", "approve and sign an agreement", "R S"],
  ["Abel", "approve and sign an agreement", "R I"],
  ["Edda", "approve and sign an agreement", "A I"],
  ["Sela", "approve and sign an agreement", "C I"],
  ["Pina", "take in records", "R A"],
  ["Dara", "raise an improvement opportunity", "R"],
  ["Uwe", "keep the RASCI matrix", "C I"],
  ["Vera", "approve credits", ""],
  ["Nobody", "raise an improvement opportunity", ""],
] as const)("%s has for '%s' the parts %s", (person, activity, expected) =>
  expect(partOf({ matrix: defaultMatrix, activity, person }, at(everyone)).join(" ")).toBe(expected),
);

describe("who may start", () => {
  test.each([
    ["the responsible", "close a period", "Sela", null, "yes"],
    ["the accountable does not do it", "close a period", "Petr", null, "not-responsible"],
    ["the supporting prepare and do not complete", "close a period", "Pina", null, "not-responsible"],
    ["either of those who act jointly", "approve and sign an agreement", "Abel", null, "yes"],
    ["anyone with a role", "raise an improvement opportunity", "Vera", null, "yes"],
    ["nobody without one", "raise an improvement opportunity", "Nobody", null, "not-responsible"],
    ["what the system does", "evaluate a period", "Sela", null, "system-only"],
    ["what either does", "open a SIP", "Sela", null, "yes"],
    ["an answer to the other party", "answer a relief claim", "Rena", "Sela", "yes"],
    ["an answer to one's own party", "answer a relief claim", "Rena", "Abel", "same-party"],
    ["an answer to oneself", "answer a relief claim", "Rena", "Rena", "same-person"],
    ["an answer to nothing", "answer a relief claim", "Rena", null, "concerns-nobody"],
    ["a dispute of the other party", "decide a dispute", "Cora", "Rena", "yes"],
    ["a dispute of one's own party", "decide a dispute", "Cora", "Finn", "same-party"],
    ["roles of another", "manage people and roles", "Nils", "Tomo", "yes"],
    ["roles of oneself", "manage people and roles", "Nils", "Nils", "for-oneself"],
    ["an auditor of one role", "audit the process", "Aude", null, "yes"],
  ] as const)("%s", (_, activity, person, concerns, expected) =>
    expect(
      mayStart(
        { row: row(activity), by: who(person), concerns: concerns === null ? null : who(concerns) },
        at(everyone),
      ),
    ).toBe(expected),
  );

  test("an auditor with a role in any other contract does not audit", () => {
    const holdings = [...everyone, holds("Aude", "SD", { contract: "C2" })];
    expect(mayStart({ row: row("audit the process"), by: who("Aude"), concerns: null }, at(holdings))).toBe(
      "holds-other-role",
    );
  });
  test.each([
    ["evaluate a period", "yes"],
    ["open a SIP", "yes"],
    ["close a period", "person-only"],
  ] as const)("the system and '%s': %s", (activity, expected) =>
    expect(mayStart({ row: row(activity), by: "the system", concerns: null }, at(everyone))).toBe(expected),
  );
  test("a role held for another party gives nothing", () =>
    expect(
      mayStart(
        { row: row("close a period"), by: { person: "Sela", party: "harbour-mutual" }, concerns: null },
        at(everyone),
      ),
    ).toBe("not-responsible"));
  test("the owner named in the plan runs it", () => {
    const asked = { row: row("run a SIP"), by: who("Dara"), concerns: null };
    expect(mayStart(asked, at(everyone))).toBe("not-responsible");
    expect(mayStart(asked, at(everyone, { named: { "SIP owner": [who("Dara")] } }))).toBe("yes");
  });
});

test.each([
  ["Sela", "close a period", "yes"],
  ["Pina", "close a period", "yes"],
  ["Petr", "close a period", "not-supporting"],
  ["Rena", "hold the service review", "yes"],
] as const)("%s may prepare '%s': %s", (person, activity, expected) =>
  expect(mayPrepare({ row: row(activity), person }, at(everyone))).toBe(expected),
);

test.each([
  ["Pina", "take in records", "yes"],
  ["Nils", "take in records", "yes"],
  ["Rena", "take in records", "not-responsible"],
  ["Sela", "close a period", "person-only"],
] as const)("%s may ask the system for '%s': %s", (person, activity, expected) =>
  expect(mayAskSystem({ row: row(activity), person }, at(everyone))).toBe(expected),
);

describe("whom to ask and to tell", () => {
  test("groups are opened into roles", () => {
    expect(consultedRoles(row("keep the RASCI matrix"))).toEqual(["SDM", "PM", "SO", "SUP", "TL"]);
    expect(informedRoles(row("negotiate"))).toEqual(["EXE"]);
    expect(informedRoles(row("issue the SLM documents"))).toHaveLength(17);
    expect(informedRoles(row("manage people and roles"))).toEqual([]);
  });
  test("and into people, those named among them", () => {
    expect(consultedPeople(row("define calendars"), at(everyone)).map(({ person }) => person)).toEqual([
      "Rena",
      "Tomo",
      "Vera",
    ]);
    const named = { holder: [who("Tomo")] };
    expect(informedPeople(row("manage people and roles"), at(everyone, { named }))).toEqual([who("Tomo")]);
  });
  test.each([
    ["close a period", who("Sela"), 259_200],
    ["open a SIP", who("Sela"), 259_200],
    ["open a SIP", "the system", null],
    ["propose the credit statement", "the system", null],
    ["claim relief", who("Sela"), null],
  ] as const)("'%s' waits for answers", (activity, by, expected) => expect(waitFor(row(activity), by)).toBe(expected));
});

describe("laws", () => {
  const activity = fc.constantFrom(...activityNames);
  const someone: fc.Arbitrary<Actor> = fc.constantFrom(...everyone.map(({ person, party }) => ({ person, party })));

  test("nobody without a holding may start, prepare or ask for anything", () =>
    fc.assert(
      fc.property(activity, someone, fc.option(someone, { nil: null }), (name, by, concerns) => {
        const scope = at(everyone.filter(({ person }) => person !== by.person));
        expect(mayStart({ row: row(name), by, concerns }, scope)).not.toBe("yes");
        expect(mayPrepare({ row: row(name), person: by.person }, scope)).not.toBe("yes");
        expect(mayAskSystem({ row: row(name), person: by.person }, scope)).not.toBe("yes");
      }),
    ));

  test("a holding that has ended gives nothing", () =>
    fc.assert(
      fc.property(activity, someone, (name, by) => {
        const ended = everyone.map((one) => ({ ...one, until: instant(1_000_000) }));
        expect(partOf({ matrix: defaultMatrix, activity: name, person: by.person }, at(ended))).toEqual([]);
      }),
    ));

  test("who may start has the part R", () =>
    fc.assert(
      fc.property(activity, someone, fc.option(someone, { nil: null }), (name, by, concerns) => {
        if (mayStart({ row: row(name), by, concerns }, at(everyone)) === "yes")
          expect(partOf({ matrix: defaultMatrix, activity: name, person: by.person }, at(everyone))).toContain("R");
      }),
    ));
});
