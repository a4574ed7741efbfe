import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentAt } from "../../src/engine/agreement/resolve/amended.ts";
import { creditMonths } from "../../src/engine/credit/run/credit-months.ts";
import { checkDerivation } from "../../src/engine/report/explain/check-derivation.ts";
import { explainCredit } from "../../src/engine/report/explain/credit/explain-credit.ts";
import { planFolder } from "../../stories/credits/load-plan.ts";
import type { Heard } from "../../stories/credits/result-of.ts";
import { type MonthRow, readStory } from "../../stories/credits/run-story.ts";
import {
  amountFor,
  claimed,
  factsFor,
  flagOn,
  invoice,
  oneEvent,
  type Statement,
  waived,
} from "../../stories/credits/said.ts";

const plans = readdirSync(planFolder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -".yaml".length))
  .sort();

/** Each level twice bad, then good for three months and a little worse again. */
const said: Readonly<Record<string, readonly [bad: Heard, worse: Heard, good: Heard]>> = {
  uptime: [
    { says: "missed 99.1%", down: 388 },
    { says: "missed 94%", down: 2600 },
    { says: "met 99.99%", down: 4 },
  ],
  repair: [{ says: "at minimum 93%", late: 7, of: 100 }, { says: "missed 70%", late: 3, of: 10 }, "met 97%"],
  "circuit circuit-a": [{ says: "missed 99.4%", down: 250 }, { says: "met 99.95%", down: 20 }, "met 99.95%"],
  "circuit circuit-b": [{ says: "met 99.95%", down: 20 }, { says: "missed 98%", down: 900 }, "met 99.95%"],
  calls: ["missed 88%", "missed 80%", "met 99%"],
  errors: ["missed 7.2%", "missed 12%", "met 1%"],
  satisfaction: ["missed 84%", "not rated", "met 90%"],
  cleaning: ["missed 90%", "missed 20%", "met 99%"],
};

const turns = [0, 1, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2, 1, 1, 2, 0] as const;

const rows = (stated: (month: string) => readonly Statement[]): readonly MonthRow[] =>
  turns.map((turn, index) => {
    const month = `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    const results = Object.fromEntries(Object.entries(said).map(([name, heard]) => [name, heard[turn]]));
    return { month, results, stated: stated(month), credit: "" };
  });

const everything = (month: string): readonly Statement[] => [
  claimed(`${month}-28`),
  oneEvent("E", ["uptime", "repair"], "repair"),
  invoice("invoice", "54321.00 GBP"),
  amountFor("cleaning", "700.00 GBP"),
  factsFor("uptime", {
    affected_users: "40",
    total_users: "90",
    outage_hours: "7",
    delay_days: "3",
    duration_days: "9",
  }),
  ...(month.endsWith("-06") ? [waived("uptime", "100.00 GBP"), flagOn("critical failure")] : []),
];

describe("a ready plan", () => {
  test.each(plans)("%s is explained without a difference in every month", (plan) => {
    const input = readStory({ plan, months: rows(everything) });
    const months = creditMonths(input);
    for (const [index, month] of months.entries()) {
      const contract = documentAt(input.document, month.facts.start);
      const tree = explainCredit({ month, contract, before: months.slice(0, index), results: [] });
      expect(checkDerivation(tree).differences, month.period.id).toEqual([]);
    }
  });
});
