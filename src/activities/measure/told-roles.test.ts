import { expect, test } from "vitest";
import { instant } from "../../engine/time/instant.ts";
import type { Holding } from "../rasci/holding.ts";
import { peopleTold, roleNamed } from "./told-roles.ts";

test.each([
  ["team lead", "TL"],
  [" Service Desk Manager ", "SDM"],
  ["SO", "SO"],
  ["vendor", "VR"],
  ["the caretaker", null],
])("%s means %s", (word, role) => expect(roleNamed(word)).toBe(role));

const at = instant(1000);
const holding = (person: string, party: string, role: Holding["role"]): Holding => ({
  ...{ person, party, role, contract: null, from: instant(0), until: null },
});
const holdings = [
  holding("ada", "desk", "SDM"),
  holding("bo", "platform", "TL"),
  holding("cy", "applications", "TL"),
  holding("di", "tideway", "SO"),
];

test.each<[what: string, tell: readonly string[], holder: string | null, people: readonly string[]]>([
  ["nobody named: who answers for the clocks", [], null, ["ada"]],
  ["nobody of the process named", ["the caretaker"], null, ["ada"]],
  ["the lead of the team that holds it", ["team lead"], "platform", ["bo"]],
  ["all leads where no team of theirs holds it", ["team lead"], "oakrack", ["bo", "cy"]],
  ["each person once", ["service owner", "SO", "service desk manager"], null, ["di", "ada"]],
])("told, %s", (_, tell, holder, people) => {
  expect(peopleTold(holdings, { tell, holder, contract: "c", at }).toSorted()).toEqual(people.toSorted());
});
