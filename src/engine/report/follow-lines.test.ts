import { describe, expect, test } from "vitest";
import { fraction } from "../number/fraction.ts";
import type { Trigger } from "../trigger/trigger.ts";
import { linesOf, owed, reasonsOf, type Told, told } from "./fixture/example-follows.ts";
import { creditPlan, monthsFrom, outagesFrom } from "./fixture/example-histories.ts";
import { exampleLevels } from "./fixture/example-levels.ts";

/** Expected at least 97 %, at minimum 94 %. */
const success = exampleLevels["share of records"];
const plan = creditPlan.id;

describe("what follows from verdicts, in words", () => {
  test.each([
    [{ in_a_row: 1 }, ["90"], "Missed in March 2026."],
    [{ in_a_row: 2 }, ["90", "90"], "Missed in February 2026 and March 2026: 2 rated periods in a row."],
    [
      { times: 2, out_of: 6 },
      ["90", "90", "99", "90"],
      "Missed in December 2025, January 2026 and March 2026: 3 of the last 6 rated periods.",
    ],
  ] as const)("%j", (parts, words, reason) => expect(reasonsOf(parts, told(success, ...words))).toEqual([reason]));

  test("what an earlier month completed stands in its own report", () =>
    expect(reasonsOf({ in_a_row: 1 }, told(success, "90", "99"))).toEqual([]));
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
    const [line, ...others] = linesOf({ chronic }, { results });
    expect([line?.reason, line?.periods, others]).toEqual([reason, ["2026-02", "2026-03"], []]);
  });

  test("of many, a dozen is named", () => {
    const many = Array.from({ length: 15 }, (_, index) => {
      const day = `2026-03-${String(index + 1).padStart(2, "0")}`;
      return [`OUT-${index + 1}`, `${day} 10:00`, `${day} 10:01`] as const;
    });
    const facts = { results: outagesFrom(exampleLevels["share of time"], monthsFrom("2026-03", 1), many) };
    expect(reasonsOf({ chronic: { outages: 15, within } }, facts)[0]).toContain(
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
      owed("0", "0", "1250.50"),
      // 1 250.50 / 10 000.00 = 12.505 %
      "Credits of 1 250.50 GBP in March 2026 (12.50 % of charges, 10 000.00 GBP). Agreed: at least 10 % of charges.",
    ],
    [
      "an amount, twice",
      { credits: { plan, at_least: { amount: fraction(500), currency: "GBP" } }, in_a_row: 2 },
      owed("0", "500", "700"),
      "Credits of 500.00 GBP in February 2026 and 700.00 GBP in March 2026: 2 months in a row. Agreed: at least 500.00 GBP.",
    ],
    [
      "any credit, two of three",
      { credits: { plan }, times: 2, out_of: 3 },
      owed("5", "0", "7"),
      "Credits of 5.00 GBP in January 2026 and 7.00 GBP in March 2026: 2 of the last 3 months.",
    ],
    [
      "the limit",
      { limit_reached: plan },
      owed("0", "0", "1200!"),
      "The limit cut the credit to 1 200.00 GBP in March 2026.",
    ],
  ];
  test.each(rows)("%s", (_, parts, facts, reason) => expect(reasonsOf(parts, facts)).toEqual([reason]));

  test("the line names the plan and its credit instead of a level", () =>
    expect(linesOf({ credits: { plan } }, owed("0", "0", "5"))).toMatchObject([
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
  const [line] = linesOf(parts, told(success, "90"));
  // 31 March and 60 days: 30 of April and 30 of May
  expect(line).toMatchObject({
    reason:
      "Missed in March 2026. To be done within 5 business days. It is used with notice of 3 months. It is lost after 30 May 2026.",
    within: "5 business days",
    notice: "3 months",
    lastDay: "2026-05-30",
  });
});
