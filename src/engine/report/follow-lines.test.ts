import { describe, expect, test } from "vitest";
import type { Quantity } from "../agreement/quantity.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import { fraction } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import type { CreditMonth } from "../trigger/credit-month.ts";
import type { Trigger } from "../trigger/trigger.ts";
import { triggersOf } from "../trigger/triggers.ts";
import { exampleContract, london } from "./fixture/example-contract.ts";
import {
  creditPlan,
  creditsFrom,
  figuresFrom,
  monthsFrom,
  outagesFrom,
  triggerWith,
} from "./fixture/example-histories.ts";
import { exampleLevels } from "./fixture/example-levels.ts";
import { monthOf } from "./fixture/example-results.ts";
import type { FollowLine } from "./follow-line.ts";
import { followLines } from "./follow-lines.ts";

/** Expected at least 97 %, at minimum 94 %. */
const success = exampleLevels["share of records"];
const plan = creditPlan.id;
const share = (hundredths: number): Quantity => ({ unit: "share", value: fraction(hundredths, 10_000) });

interface Told {
  readonly results?: readonly Result[];
  readonly credits?: readonly CreditMonth[];
}

/** What the report of March 2026 says of a trigger. */
function lines(parts: Partial<Trigger>, { results = [], credits = [] }: Told): readonly FollowLine[] {
  const effects = triggersOf({
    triggers: [triggerWith({ plan: creditPlan, ...parts })],
    results,
    credits,
    zone: london,
  });
  return followLines(effects, { contract: exampleContract, zone: london, period: monthOf("2026-03") });
}

const reasons = (parts: Partial<Trigger>, told: Told): readonly string[] =>
  lines(parts, told).map(({ reason }) => reason);

/** Months that end with March 2026. */
const figures = (level: LevelTerms, ...words: readonly string[]): Told => {
  const start = 2026 * 12 + 3 - words.length;
  return {
    results: figuresFrom(level, `${Math.floor(start / 12)}-${String((start % 12) + 1).padStart(2, "0")}`, words),
  };
};
const credits = (...words: readonly string[]): Told => ({ credits: creditsFrom("2026-01", words) });

describe("what follows from verdicts, in words", () => {
  test.each([
    [{ in_a_row: 1 }, ["90"], "Missed in March 2026."],
    [{ in_a_row: 2 }, ["90", "90"], "Missed in February 2026 and March 2026: 2 rated periods in a row."],
    [
      { times: 2, out_of: 6 },
      ["90", "90", "99", "90"],
      "Missed in December 2025, January 2026 and March 2026: 3 of the last 6 rated periods.",
    ],
  ] as const)("%j", (parts, words, reason) => expect(reasons(parts, figures(success, ...words))).toEqual([reason]));

  test("what an earlier month completed stands in its own report", () =>
    expect(reasons({ in_a_row: 1 }, figures(success, "90", "99"))).toEqual([]));
});

describe("what follows from figures, in words", () => {
  const rows: readonly (readonly [what: string, Partial<Trigger>, Told, string])[] = [
    [
      "a trend",
      { trend: { worse_in_a_row: 2 } },
      figures(success, "99", "98.5", "98"),
      "Worse 2 periods in a row: 99.00 % in January 2026, 98.50 % in February 2026 and 98.00 % in March 2026.",
    ],
    [
      "figures that two places would not tell apart",
      { trend: { worse_in_a_row: 1 } },
      figures(success, "99.001", "99"),
      "Worse 1 period in a row: 99.001 % in February 2026 and 99.000 % in March 2026.",
    ],
    [
      "a trend near its target",
      { trend: { worse_in_a_row: 1, nearer_than: share(100) } },
      figures(success, "98", "97.5"),
      "Worse 1 period in a row: 98.00 % in February 2026 and 97.50 % in March 2026, 0.50 percentage points from at least 97.00 %. Agreed: nearer than 1 percentage point.",
    ],
    [
      "a line",
      { trend: { periods: 3, reaches: "expected", within: 3 } },
      figures(success, "99", "98.5", "98"),
      "The line through 99.00 % in January 2026, 98.50 % in February 2026 and 98.00 % in March 2026 falls by 0.50 percentage points a period and reaches 97.00 % 2 periods after March 2026. Agreed: within 3 periods.",
    ],
    [
      "a line of figures near their target",
      { trend: { periods: 3, reaches: "expected", within: 3, nearer_than: share(101) } },
      figures(success, "99", "98.5", "98"),
      "The line through 99.00 % in January 2026, 98.50 % in February 2026 and 98.00 % in March 2026 falls by 0.50 percentage points a period and reaches 97.00 % 2 periods after March 2026; March 2026 is 1 percentage point from at least 97.00 %. Agreed: within 3 periods and nearer than 1.01 percentage points.",
    ],
    [
      // 97.999 % is 0.999 from 97 %, which two places would show as the distance agreed
      "a distance that is not the one agreed",
      { trend: { worse_in_a_row: 1, nearer_than: share(100) } },
      figures(success, "99", "97.999"),
      "Worse 1 period in a row: 99.00 % in February 2026 and 98.00 % in March 2026, 0.999 percentage points from at least 97.00 %. Agreed: nearer than 1 percentage point.",
    ],
    [
      // the mean is 98.1, the slope -0.9, so March is at 97.2, and 97 % lies 0.2 / 0.9 ahead
      "a line whose end is near",
      { trend: { periods: 3, reaches: "expected", within: 3 } },
      figures(success, "99.1", "97.9", "97.3"),
      "The line through 99.10 % in January 2026, 97.90 % in February 2026 and 97.30 % in March 2026 falls by 0.90 percentage points a period and reaches 97.00 % 0.2 periods after March 2026. Agreed: within 3 periods.",
    ],
    [
      // the mean is 98.0, the slope -1.4, so March is at 96.6
      "a line that is there before its figure",
      { trend: { periods: 3, reaches: "expected", within: 3 } },
      figures(success, "100", "96.8", "97.2"),
      "The line through 100.00 % in January 2026, 96.80 % in February 2026 and 97.20 % in March 2026 falls by 1.40 percentage points a period and is at 97.00 % already. Agreed: within 3 periods.",
    ],
    [
      "a mean",
      { average: { periods: 3, below: share(9700) } },
      figures(success, "96.1", "97.4", "97.2"),
      "The mean of 96.10 % in January 2026, 97.40 % in February 2026 and 97.20 % in March 2026 is 96.90 %, below 97.00 %.",
    ],
    [
      // (96.99 + 97 + 97.001) / 3 = 96.997, which two places would show as the mark
      "a mean that is not its mark",
      { average: { periods: 3, below: share(9700) } },
      figures(success, "96.99", "97", "97.001"),
      "The mean of 96.99 % in January 2026, 97.000 % in February 2026 and 97.001 % in March 2026 is 96.997 %, below 97.00 %.",
    ],
    [
      "times",
      { average: { periods: 2, above: { unit: "time", value: fraction(40) } } },
      figures(exampleLevels.average, "30", "74"),
      "The mean of 0:00:30 in February 2026 and 0:01:14 in March 2026 is 0:00:52, above 40 s.",
    ],
    [
      "numbers that grow",
      {
        capacity: {
          reaches: { unit: "number", value: fraction(20) },
          within: { kind: "months", count: 3 },
          from: 6,
        },
      },
      figures(exampleLevels.backlog, "8", "11", "14"),
      "The line through 8 in January 2026, 11 in February 2026 and 14 in March 2026 rises by 3 a period and reaches 20 2 periods after March 2026. Agreed: within 3 months.",
    ],
    [
      "a mark that is reached",
      { capacity: { reaches: share(9800), within: { kind: "months", count: 3 }, from: 3 } },
      figures(exampleLevels["share of samples"], "99", "98.5", "97"),
      "98.00 % is reached: 99.00 % in January 2026, 98.50 % in February 2026 and 97.00 % in March 2026.",
    ],
  ];
  test.each(rows)("%s", (_, parts, told, reason) => expect(reasons(parts, told)).toEqual([reason]));
});

describe("what follows from outages, in words", () => {
  const within = { kind: "days", count: 30 } as const;
  const hours = (count: number) => ({ unit: "time" as const, value: fraction(count * 3600) });
  const results = outagesFrom(exampleLevels["share of time"], monthsFrom("2026-02", 2), [
    ["OUT-311", "2026-02-27 23:00", "2026-02-28 04:00"],
    ["OUT-318", "2026-03-20 09:00", "2026-03-20 16:30"],
  ]);

  test.each([
    [
      { outages: 2, within },
      "2 outages within 30 days, until Fri 20 Mar 2026 16:30:00: OUT-311 (5 h) and OUT-318 (7 h 30 min); 12 h 30 min in all. Agreed: 2 outages or more.",
    ],
    [
      { downtime: { direction: "more than" as const, quantity: hours(12) }, within },
      "2 outages within 30 days, until Fri 20 Mar 2026 16:30:00: OUT-311 (5 h) and OUT-318 (7 h 30 min); 12 h 30 min in all. Agreed: more than 12 h.",
    ],
  ])("%#", (chronic, reason) => {
    const [line, ...others] = lines({ chronic }, { results });
    expect([line?.reason, line?.periods, others]).toEqual([reason, ["2026-02", "2026-03"], []]);
  });

  test("of many, a dozen is named", () => {
    const many = Array.from({ length: 15 }, (_, index) => {
      const day = `2026-03-${String(index + 1).padStart(2, "0")}`;
      return [`OUT-${index + 1}`, `${day} 10:00`, `${day} 10:01`] as const;
    });
    const told = { results: outagesFrom(exampleLevels["share of time"], monthsFrom("2026-03", 1), many) };
    expect(reasons({ chronic: { outages: 15, within } }, told)[0]).toContain(
      "OUT-12 (1 min) and 3 more; 15 min in all.",
    );
  });
});

describe("what follows from credits, in words", () => {
  const tenth = { share: fraction(1, 10), of: "charges" };
  const rows: readonly (readonly [what: string, Partial<Trigger>, Told, string])[] = [
    [
      "a share of a base",
      { credits: { plan, at_least: tenth } },
      credits("0", "0", "1250.50"),
      // 1 250.50 / 10 000.00 = 12.505 %
      "Credits of 1 250.50 GBP in March 2026 (12.50 % of charges, 10 000.00 GBP). Agreed: at least 10 % of charges.",
    ],
    [
      "an amount, twice",
      { credits: { plan, at_least: { amount: fraction(500), currency: "GBP" } }, in_a_row: 2 },
      credits("0", "500", "700"),
      "Credits of 500.00 GBP in February 2026 and 700.00 GBP in March 2026: 2 months in a row. Agreed: at least 500.00 GBP.",
    ],
    [
      "any credit, two of three",
      { credits: { plan }, times: 2, out_of: 3 },
      credits("5", "0", "7"),
      "Credits of 5.00 GBP in January 2026 and 7.00 GBP in March 2026: 2 of the last 3 months.",
    ],
    [
      "the limit",
      { limit_reached: plan },
      credits("0", "0", "1200!"),
      "The limit cut the credit to 1 200.00 GBP in March 2026.",
    ],
  ];
  test.each(rows)("%s", (_, parts, told, reason) => expect(reasons(parts, told)).toEqual([reason]));

  test("the line names the plan and its credit instead of a level", () =>
    expect(lines({ credits: { plan } }, credits("0", "0", "5"))).toMatchObject([
      {
        agreement: "harbour-sla",
        level: null,
        levelTitle: "Service credits",
        group: null,
        plan: { id: "harbour-credits", credit: "5.00 GBP" },
        periods: ["2026-03"],
      },
    ]));
});

test("a deadline, a notice and the last day of a right are part of the sentence", () => {
  const parts: Partial<Trigger> = {
    in_a_row: 1,
    opens: "right to end the contract",
    within: { kind: "business days", count: 5 },
    notice: { kind: "months", count: 3 },
    expires: { kind: "days", count: 60 },
  };
  const [line] = lines(parts, figures(success, "90"));
  // 31 March and 60 days: 30 of April and 30 of May
  expect(line).toMatchObject({
    reason:
      "Missed in March 2026. To be done within 5 business days. It is used with notice of 3 months. It is lost after 30 May 2026.",
    within: "5 business days",
    notice: "3 months",
    lastDay: "2026-05-30",
  });
});
