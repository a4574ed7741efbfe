import { describe, expect, test } from "vitest";
import { instant } from "../../engine/time/instant.ts";
import { at, everyone, holds, who } from "./fixture/people.ts";
import { counts, peopleOf, rolesHeld } from "./holding.ts";
import type { RoleRef } from "./roles.ts";

describe("a holding counts from its first second up to, not including, its last, in its contract or in all", () => {
  const held = holds("Sela", "SLM", { contract: "C1", from: instant(100), until: instant(200) });
  test.each([
    ["before", 99, "C1", false],
    ["at its beginning", 100, "C1", true],
    ["in its last second", 199, "C1", true],
    ["at its end", 200, "C1", false],
    ["in another contract", 150, "C2", false],
    ["in a matter of the whole tenant", 150, null, false],
  ] as const)("%s", (_, second, contract, expected) =>
    expect(counts(held, { contract, at: instant(second) })).toBe(expected),
  );
  test("for all contracts it counts in each and for the tenant", () => {
    const forAll = { ...held, contract: null };
    expect(["C1", "C2", null].map((contract) => counts(forAll, { contract, at: instant(150) }))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("whom roles and groups mean", () => {
  const named = { "SIP owner": [who("Dara")], "all attending": [who("Rena"), who("Sela")], holder: [who("Tomo")] };
  test.each([
    [["SLM"], "Sela"],
    [["all parties"], "Rena Abel Edda Sela Vera Tomo"],
    [["all heads"], "Mika Pina Odil Uwe Tomo"],
    [["all attending"], "Rena Sela"],
    [["holder"], "Tomo"],
    [["SIP owner"], "Dara"],
    [["SO", "all heads"], "Odil Mika Pina Uwe Tomo"],
  ] as const satisfies readonly (readonly [readonly RoleRef[], string])[])("%s", (refs, expected) =>
    expect(
      peopleOf(refs, at(everyone, { named }))
        .map(({ person }) => person)
        .join(" "),
    ).toBe(expected),
  );
  test.each(["all holders", "all roles", "any role"] as const)("%s is everyone with a role", (group) =>
    expect(peopleOf([group], at(everyone))).toHaveLength(16),
  );
  test("a person of several roles is meant once", () =>
    expect(peopleOf(["SLM", "SO"], at([holds("Sela", "SLM"), holds("Sela", "SO")]))).toEqual([who("Sela")]));
  test("the owner named in a plan has that role", () =>
    expect(rolesHeld("Dara", at(everyone, { named }))).toEqual(["SD", "SIP owner"]));
});
