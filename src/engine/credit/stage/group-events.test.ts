import { expect, test } from "vitest";
import { fraction } from "../../number/fraction.ts";
import { creditsOf } from "../credits-of.ts";
import { emptyFacts, missOf } from "../facts.ts";
import { plainAward } from "../plan/award.ts";
import type { EventRule } from "../plan/event.ts";
import { emptyPlan } from "../plan/plan.ts";

const of = (level: string, amount: number) =>
  plainAward({ kind: "fixed", amount: fraction(amount) }, { levels: [level] });

const plan = (events: EventRule) =>
  emptyPlan("GBP", { events, awards: [of("a", 100), of("b", 30), of("c", 20), of("d", 90)] });

/** Levels that failed by one event, a level with `=` before it was met all the same. */
const paidFor = (events: EventRule, levels: readonly string[], choice = ""): number => {
  const results = levels.map((name) =>
    name.startsWith("=") ? missOf(name.slice(1), { state: "met", event: "E" }) : missOf(name, { event: "E" }),
  );
  const { credit } = creditsOf(plan(events), emptyFacts({ results, choices: { E: choice } }));
  return Number(credit.n) / Number(credit.d);
};

const chooses: EventRule = { kind: "client chooses", otherwise: "highest" };
const groups: EventRule = { kind: "exclusive groups", groups: [["a"], ["b", "c"]] };

test.each<[string, EventRule, readonly string[], string, number]>([
  ["the first that failed, not the first that was named", { kind: "first" }, ["=a", "b"], "", 30],
  ["a level that was met cannot be chosen instead of a failure", chooses, ["=a", "b", "c"], "a", 30],
  ["a chosen level that failed", chooses, ["a", "b"], "b", 30],
  ["of the groups the dearest", groups, ["a", "b", "c"], "", 100],
  ["inside a group all", groups, ["b", "c"], "", 50],
  ["a level that no group names is a group of its own", groups, ["b", "d"], "", 90],
  ["and is paid where nothing else failed", groups, ["d", "=a"], "", 90],
  ["all of them", { kind: "sum" }, ["a", "b", "=c"], "", 130],
])("%s", (_, events, levels, choice, money) => {
  expect(paidFor(events, levels, choice)).toBe(money);
});
