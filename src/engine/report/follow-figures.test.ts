import { describe, expect, test } from "vitest";
import type { Quantity } from "../agreement/quantity.ts";
import { fraction } from "../number/fraction.ts";
import type { Trigger } from "../trigger/trigger.ts";
import { reasonsOf, type Told, told } from "./fixture/example-follows.ts";
import { exampleLevels } from "./fixture/example-levels.ts";

/** Expected at least 97 %, at minimum 94 %. */
const success = exampleLevels["share of records"];
const share = (hundredths: number): Quantity => ({ unit: "share", value: fraction(hundredths, 10_000) });

describe("what follows from figures, in words", () => {
  const rows: readonly (readonly [what: string, Partial<Trigger>, Told, string])[] = [
    [
      "a trend",
      { trend: { worse_in_a_row: 2 } },
      told(success, "99", "98.5", "98"),
      "Worse 2 periods in a row: 99.00 % in January 2026, 98.50 % in February 2026 and 98.00 % in March 2026.",
    ],
    [
      "figures that two places would not tell apart",
      { trend: { worse_in_a_row: 1 } },
      told(success, "99.001", "99"),
      "Worse 1 period in a row: 99.001 % in February 2026 and 99.000 % in March 2026.",
    ],
    [
      "a trend near its target",
      { trend: { worse_in_a_row: 1, nearer_than: share(100) } },
      told(success, "98", "97.5"),
      "Worse 1 period in a row: 98.00 % in February 2026 and 97.50 % in March 2026, 0.50 percentage points from at least 97.00 %. Agreed: nearer than 1 percentage point.",
    ],
    [
      "a line",
      { trend: { periods: 3, reaches: "expected", within: 3 } },
      told(success, "99", "98.5", "98"),
      "The line through 99.00 % in January 2026, 98.50 % in February 2026 and 98.00 % in March 2026 falls by 0.50 percentage points a period and reaches 97.00 % 2 periods after March 2026. Agreed: within 3 periods.",
    ],
    [
      "a line of figures near their target",
      { trend: { periods: 3, reaches: "expected", within: 3, nearer_than: share(101) } },
      told(success, "99", "98.5", "98"),
      "The line through 99.00 % in January 2026, 98.50 % in February 2026 and 98.00 % in March 2026 falls by 0.50 percentage points a period and reaches 97.00 % 2 periods after March 2026; March 2026 is 1 percentage point from at least 97.00 %. Agreed: within 3 periods and nearer than 1.01 percentage points.",
    ],
    [
      // 97.999 % is 0.999 from 97 %, which two places would show as the distance agreed
      "a distance that is not the one agreed",
      { trend: { worse_in_a_row: 1, nearer_than: share(100) } },
      told(success, "99", "97.999"),
      "Worse 1 period in a row: 99.00 % in February 2026 and 98.00 % in March 2026, 0.999 percentage points from at least 97.00 %. Agreed: nearer than 1 percentage point.",
    ],
    [
      // the mean is 98.1, the slope -0.9, so March is at 97.2, and 97 % lies 0.2 / 0.9 ahead
      "a line whose end is near",
      { trend: { periods: 3, reaches: "expected", within: 3 } },
      told(success, "99.1", "97.9", "97.3"),
      "The line through 99.10 % in January 2026, 97.90 % in February 2026 and 97.30 % in March 2026 falls by 0.90 percentage points a period and reaches 97.00 % 0.2 periods after March 2026. Agreed: within 3 periods.",
    ],
    [
      // the mean is 98.0, the slope -1.4, so March is at 96.6
      "a line that is there before its figure",
      { trend: { periods: 3, reaches: "expected", within: 3 } },
      told(success, "100", "96.8", "97.2"),
      "The line through 100.00 % in January 2026, 96.80 % in February 2026 and 97.20 % in March 2026 falls by 1.40 percentage points a period and is at 97.00 % already. Agreed: within 3 periods.",
    ],
    [
      "a mean",
      { average: { periods: 3, below: share(9700) } },
      told(success, "96.1", "97.4", "97.2"),
      "The mean of 96.10 % in January 2026, 97.40 % in February 2026 and 97.20 % in March 2026 is 96.90 %, below 97.00 %.",
    ],
    [
      // (96.99 + 97 + 97.001) / 3 = 96.997, which two places would show as the mark
      "a mean that is not its mark",
      { average: { periods: 3, below: share(9700) } },
      told(success, "96.99", "97", "97.001"),
      "The mean of 96.99 % in January 2026, 97.000 % in February 2026 and 97.001 % in March 2026 is 96.997 %, below 97.00 %.",
    ],
    [
      "times",
      { average: { periods: 2, above: { unit: "time", value: fraction(40) } } },
      told(exampleLevels.average, "30", "74"),
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
      told(exampleLevels.backlog, "8", "11", "14"),
      "The line through 8 in January 2026, 11 in February 2026 and 14 in March 2026 rises by 3 a period and reaches 20 2 periods after March 2026. Agreed: within 3 months.",
    ],
    [
      "a mark that is reached",
      { capacity: { reaches: share(9800), within: { kind: "months", count: 3 }, from: 3 } },
      told(exampleLevels["share of samples"], "99", "98.5", "97"),
      "98.00 % is reached: 99.00 % in January 2026, 98.50 % in February 2026 and 97.00 % in March 2026.",
    ],
  ];
  test.each(rows)("%s", (_, parts, facts, reason) => expect(reasonsOf(parts, facts)).toEqual([reason]));
});
