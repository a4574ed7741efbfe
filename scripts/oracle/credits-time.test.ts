import { expect, test } from "vitest";
import { writeDecimal } from "../../src/engine/number/decimal.ts";
import type { Changes } from "../../stories/credits/load-plan.ts";
import { runStory, type Story } from "../../stories/credits/run-story.ts";

const credits = (plan: string, changes: Changes, months: Story["months"]): readonly string[] =>
  runStory({ plan, changes, months }).map(({ statement, period }) =>
    [period.id, statement.status === "computed" ? writeDecimal(statement.credit, 2) : statement.status].join(" "),
  );
const missed = (month: string) => ({ month, results: { uptime: "missed 99%" }, credit: "" });

/** Two charges: 80 000 and 20 000 a month; 3 % of both for a miss. */
const inEuro = { "from: 2026-01-01, amount: 20000.00 GBP": "from: 2026-01-01, amount: 20000.00 EUR" };
const withRate = {
  "    bases:\n": "    rates:\n      - {of: EUR, from: 2026-01-01, rate: 0.5, source: the bank}\n    bases:\n",
};

test("charges of two currencies are each converted", () => {
  // 3 % of 80 000 + 10 000
  expect(credits("percent-of-fee", { ...inEuro, ...withRate }, [missed("2026-01")])).toEqual(["2026-01 2700.00"]);
});
