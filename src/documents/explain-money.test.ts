import { expect, test } from "vitest";
import { fraction } from "../engine/number/fraction.ts";
import type { Derivation } from "../engine/report/explain/derivation.ts";
import { node, number, numbered, words } from "../engine/report/explain/nodes.ts";
import { isMoney, moneySteps } from "./explain-money.ts";

const money = (amount: number) => number("number", fraction(amount), `${amount}.00 GBP`);
const given = (title: string, amount: number): Derivation => node({ title, operation: "given", ...money(amount) });

/** 2 x 300 = 600 and 150 are 750, of which a limit leaves 700; the portal is what failed. */
const credit = numbered(
  node({
    title: "Service credits, March 2026",
    operation: "heading",
    ...words("700.00 GBP"),
    children: [
      node({
        title: "Credit, rounded once",
        operation: { kind: "round", places: 2, half: "up" },
        ...money(700),
        children: [
          node({
            title: "The sum within the limit",
            operation: "minimum",
            ...money(700),
            children: [
              node({
                title: "Sum of the lines",
                operation: "sum",
                ...money(750),
                children: [
                  node({
                    title: "Availability <portal>",
                    operation: "product",
                    ...money(600),
                    children: [given("two", 2), given("base", 300)],
                  }),
                  given("Entered", 150),
                ],
              }),
              given("Limit", 700),
            ],
          }),
        ],
      }),
      node({
        title: "What became of it",
        operation: "heading",
        ...words("1"),
        children: [
          node({ title: "Set against the invoice of April 2026.", operation: "choice", ...words("700.00 GBP") }),
        ],
      }),
      node({ title: "What failed", operation: "heading", ...words("0") }),
    ],
  }),
);

test("a credit is a sum of its lines, then its limit, then the credit, then what became of it", () => {
  expect(isMoney(credit)).toBe(true);
  const [lines, after, ...rest] = moneySteps(credit);
  expect(rest).toEqual([]);
  expect(lines?.title).toBe("The credit: 700.00 GBP");
  const cells = [...(lines?.body.markup ?? "").matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    row.replace(/<[^>]*>/g, "|").replace(/\|+/g, "|"),
  );
  expect(cells).toEqual([
    "|Line|Made of|Amount|",
    "|Availability &lt;portal&gt;|2.00 GBP × 300.00 GBP|600.00 GBP|",
    "|Entered|150.00 GBP|",
    "|Sum of the lines|600.00 GBP + 150.00 GBP|750.00 GBP|",
    "|The sum within the limit|smaller of 750.00 GBP and 700.00 GBP|700.00 GBP|",
    "|Credit, rounded once|700.00 GBP|",
  ]);
  expect(after?.body.markup).toContain("Set against the invoice of April 2026.");
});

test("a figure is no money", () => expect(isMoney(given("Resolution", 1))).toBe(false));
