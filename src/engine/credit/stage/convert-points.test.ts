import { expect, test } from "vitest";
import { fraction } from "../../number/fraction.ts";
import { creditsOf } from "../credits-of.ts";
import { emptyFacts, missOf } from "../facts.ts";
import { plainAward } from "../plan/award.ts";
import { emptyPlan } from "../plan/plan.ts";

const plan = emptyPlan("GBP", {
  awards: [plainAward({ kind: "fixed", amount: fraction(3) }, { unit: "points" })],
  points: {
    kind: "rows",
    of: null,
    rows: [
      { kind: "from", edge: fraction(10), give: fraction(500) },
      { kind: "others", give: fraction(20) },
    ],
  },
});

test.each([
  ["a month without points costs nothing, though the last row is for all others", [], 0],
  ["three points are among the others", ["a"], 20],
  ["twelve reach the row", ["a", "b", "c", "d"], 500],
])("%s", (_, failed, money) => {
  const results = [missOf("z", { state: "met" }), ...failed.map((level) => missOf(level))];
  expect(creditsOf(plan, emptyFacts({ results })).credit).toEqual(fraction(money));
});
