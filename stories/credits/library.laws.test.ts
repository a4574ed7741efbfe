import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tries } from "../../scripts/laws.ts";
import { balanceOf } from "../../src/engine/credit/later/ledger.ts";
import type { CreditMonth } from "../../src/engine/credit/run/month.ts";
import { compare, type Fraction, fraction, plus, sum, zero } from "../../src/engine/number/fraction.ts";
import { planFolder } from "./load-plan.ts";
import type { Heard } from "./result-of.ts";
import { type MonthRow, runStory } from "./run-story.ts";
import { claimed, disputed, flagOn, invoice, type Statement, waived } from "./said.ts";

const plans = readdirSync(planFolder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(/\.yaml$/, ""));

/** Levels of the frame with their marks in hundredths of a percent; of errors less is better. */
const marks: Readonly<Record<string, { readonly expected: number; readonly minimum?: number }>> = {
  uptime: { expected: 9990, minimum: 9950 },
  portal: { expected: 9900 },
  "circuit circuit-a": { expected: 9990 },
  repair: { expected: 9500, minimum: 9000 },
  installs: { expected: 9000 },
  calls: { expected: 9000 },
  satisfaction: { expected: 8500 },
  catering: { expected: 9500 },
};
const levels = Object.keys(marks);

/** What a level comes to at a figure in hundredths of a percent, with the outage or the late records that make it. */
function heard(level: string, figure: number): Heard {
  const { expected, minimum = expected } = marks[level] ?? { expected: 0 };
  const verdict = figure >= expected ? "met" : figure >= minimum ? "at minimum" : "missed";
  const says = `${verdict} ${figure / 100}%`;
  if (["uptime", "portal", "circuit circuit-a"].includes(level))
    return { says, down: (44_640 * (10_000 - figure)) / 10_000 };
  return ["repair", "installs"].includes(level) ? { says, late: Math.round((10_000 - figure) / 50), of: 200 } : says;
}

const stated = [claimed("2026-02-20"), invoice("price", "6.50 GBP"), invoice("value", "1000.00 GBP")];

const creditAt = (plan: string, results: MonthRow["results"]): Fraction =>
  runStory({ plan, months: [{ month: "2026-01", results, stated, credit: "" }] })[0]?.statement.credit ?? zero;

const figure = fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 9800, max: 10_000 }));

describe("under every ready plan", () => {
  test.each(plans)("%s: worse service of one level never earns less", (plan) =>
    fc.assert(
      fc.property(fc.constantFrom(...levels), figure, figure, (level, a, b) => {
        const owed = (at: number): Fraction => creditAt(plan, { [level]: heard(level, at) });
        expect(compare(owed(Math.min(a, b)), owed(Math.max(a, b)))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: tries(40) },
    ),
  );

  test.each(plans)("%s: the order of levels does not matter", (plan) =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...levels), { minLength: 2 }),
        fc.array(figure, { minLength: 8 }),
        (some, at) => {
          const all = some.map((level, index) => [level, heard(level, at[index] ?? 0)] as const);
          expect(creditAt(plan, Object.fromEntries([...all].reverse()))).toEqual(
            creditAt(plan, Object.fromEntries(all)),
          );
        },
      ),
      { numRuns: tries(20) },
    ),
  );
});

const says = fc.constantFrom("met 99.95%", "at minimum 99.6%", "missed 99%", "not rated", "undetermined", "held");
const said: fc.Arbitrary<Statement> = fc.constantFrom(
  waived("uptime"),
  waived("repair", "700.00 GBP"),
  waived(null, "100.00 GBP"),
  disputed("uptime"),
  flagOn("critical failure"),
);
const months = fc
  .array(fc.record({ uptime: says, repair: says, calls: says, stated: fc.array(said, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 16,
  })
  .map((rows) =>
    rows.map(({ stated, ...results }, index): MonthRow => {
      const [year, month] = [2026 + Math.floor(index / 12), (index % 12) + 1];
      return { month: `${year}-${String(month).padStart(2, "0")}`, results, stated, credit: "" };
    }),
  );

describe("whatever happens in the months of a plan", () => {
  const inOrder = (run: readonly CreditMonth[]) => run.flatMap(({ ledger }) => ledger);

  test.each(["whole-plan", "earn-back-bank", "earn-back-no-credits", "critical-failure", "bonus-paid"])(
    "%s: entries of the ledger add up to what was settled and what is carried",
    (plan) =>
      fc.assert(
        fc.property(months, (rows) => {
          const run = runStory({ plan, months: rows });
          const settled = sum(run.map(({ settlement }) => settlement.now));
          expect(balanceOf(inOrder(run))).toEqual(plus(settled, run.at(-1)?.settlement.carried ?? zero));
        }),
        { numRuns: tries(40) },
      ),
  );

  test("lines add up to the credit of their month, and none is negative", () =>
    fc.assert(
      fc.property(months, (rows) => {
        for (const { paid, statement } of runStory({ plan: "whole-plan", months: rows })) {
          expect(sum(paid)).toEqual(statement.credit);
          for (const line of paid) expect(line.n >= 0n).toBe(true);
        }
      }),
      { numRuns: tries(40) },
    ));

  test("no month is above what is at risk, no contract year above its limit", () =>
    fc.assert(
      fc.property(months, (rows) => {
        const run = runStory({ plan: "whole-plan", months: rows });
        for (const { statement } of run) expect(compare(statement.credit, fraction(10_000))).toBeLessThanOrEqual(0);
        const first = run.filter(({ period }) => period.id.startsWith("2026"));
        expect(compare(sum(first.map(({ statement }) => statement.credit)), fraction(24_000))).toBeLessThanOrEqual(0);
      }),
      { numRuns: tries(40) },
    ));

  test("no more is won back than was paid and kept", () =>
    fc.assert(
      fc.property(months, (rows) => {
        for (const plan of ["earn-back-met", "earn-back-no-credits", "whole-plan"]) {
          const entries = inOrder(runStory({ plan, months: rows }));
          expect(compare(balanceOf(entries), zero)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: tries(20) },
    ));
});
