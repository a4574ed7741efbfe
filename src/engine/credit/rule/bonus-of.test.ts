import { expect, test } from "vitest";
import { fraction, zero } from "../../number/fraction.ts";
import { creditsOf } from "../credits-of.ts";
import { emptyFacts, missOf } from "../facts.ts";
import type { BonusPlan } from "../plan/after.ts";
import { plainAward } from "../plan/award.ts";
import { emptyPlan } from "../plan/plan.ts";

const bonus: BonusPlan = {
  levels: null,
  above: fraction(98),
  step: fraction(1),
  give: fraction(10),
  of: null,
  atMost: null,
  used: "offset",
};
const plan = emptyPlan("GBP", {
  bonus,
  awards: [plainAward({ kind: "fixed", amount: fraction(100) }, { levels: ["a", "b"] })],
});
const met = (level: string) => missOf(level, { state: "met", facts: { value: fraction(100) } });

test("all levels means all with an award", () => {
  // b lies two steps above 98; c has no award and earns nothing
  const facts = emptyFacts({ results: [missOf("a"), met("b"), met("c")] });
  expect(creditsOf(plan, facts).credit).toEqual(fraction(80));
});

test("the bank gives only what it gave, the bonus the rest", () => {
  // 100 owed, of it 100 may not be set against the bank: the 20 of the bonus are not taken from the bank
  const lasting = { share: fraction(1), when: "met", periods: 1, notFor: ["a"], notIn: [], to: "bank" } as const;
  const facts = emptyFacts({ results: [missOf("a"), met("b")], bank: fraction(50) });
  const { offset, fromBank, credit } = creditsOf({ ...plan, earnBack: lasting }, facts);
  expect([offset, fromBank, credit]).toEqual([fraction(20), zero, fraction(80)]);
});
