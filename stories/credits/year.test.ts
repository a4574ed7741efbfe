import { describe, expect, test } from "vitest";
import { balanceOf } from "../../src/engine/credit/later/ledger.ts";
import type { CreditMonth } from "../../src/engine/credit/run/month.ts";
import { restated } from "../../src/engine/credit/run/restated.ts";
import { exactDecimal, writeDecimal } from "../../src/engine/number/decimal.ts";
import { type Fraction, plus, sum, zero } from "../../src/engine/number/fraction.ts";
import type { Heard } from "./result-of.ts";
import { type MonthRow, runStory } from "./run-story.ts";
import { disputed, oneEvent, waived } from "./said.ts";

/*
 * Thirteen months under the whole plan. Charges 100 000.00 a month, so at risk are 10 000.00: uptime 4 000.00,
 * repair 3 000.00, calls 3 000.00. A month gives 10 000.00 at most, a contract year 2 % of 1 200 000.00 = 24 000.00.
 */
const well = { uptime: "met 99.95%", repair: "met 97%", calls: "met 93%" };

interface Told extends MonthRow {
  /** To the client with this month, after waivers, disputes and what was won back. */
  readonly due: string;
}

const year: readonly Told[] = [
  { month: "2026-01", results: { ...well, uptime: "missed 99.1%" }, credit: "4000.00", due: "4000.00" },
  // uptime for the second time: 4 000 x 1.5; with repair and calls 12 000, at most 10 000
  {
    month: "2026-02",
    results: { uptime: "missed 99.2%", repair: "missed 85%", calls: "missed 80%" },
    credit: "10000.00",
    lines: { uptime: "5000.00", repair: "2500.00", calls: "2500.00" },
    due: "10000.00",
  },
  // repair for the second time: 3 000 x 1.5; the client gives up 1 500 of it for a plan that works
  {
    month: "2026-03",
    results: { ...well, repair: "missed 88%" },
    stated: [waived("repair", "1500.00 GBP")],
    credit: "4500.00",
    due: "3000.00",
  },
  // between the marks: 40 % of 4 000, disputed
  {
    month: "2026-04",
    results: { ...well, uptime: "at minimum 99.7%" },
    stated: [disputed("uptime")],
    credit: "1600.00",
    due: "0.00",
  },
  // one event: uptime 4 000, not repair 3 000; of the year 24 000 - 20 100 are left
  {
    month: "2026-05",
    results: { ...well, uptime: "missed 99%", repair: "missed 80%" },
    stated: [oneEvent("INC-204", ["uptime", "repair"])],
    credit: "3900.00",
    lines: { uptime: "3900.00", repair: "0.00" },
    due: "3900.00",
  },
  { month: "2026-06", results: well, credit: "0.00", due: "0.00" },
  { month: "2026-07", results: well, credit: "0.00", due: "0.00" },
  // six months of calls met since February: half of 2 500 comes back
  { month: "2026-08", results: well, credit: "0.00", due: "-1250.00" },
  { month: "2026-09", results: well, credit: "0.00", due: "0.00" },
  { month: "2026-10", results: { ...well, calls: "not rated" }, credit: "0.00", due: "0.00" },
  // six months of uptime met since May: half of 3 900
  { month: "2026-11", results: well, credit: "0.00", due: "-1950.00" },
  // nothing is left of the contract year
  { month: "2026-12", results: { ...well, calls: "missed 80%" }, credit: "0.00", due: "0.00" },
  // a new contract year; calls were met again, uptime fails for the first time in a row
  { month: "2027-01", results: { ...well, uptime: "missed 99%" }, credit: "4000.00", due: "4000.00" },
];

const run = (months: readonly MonthRow[], changes = {}): readonly CreditMonth[] =>
  runStory({ plan: "whole-plan", changes, months });
const money = (amount: Fraction): string => writeDecimal(amount, 2);

describe("a year of credits", () => {
  const months = run(year);

  test.each(year)("$month", ({ month, credit, due, lines = {} }) => {
    const found = months.find(({ period }) => period.id === month);
    expect([found && money(found.statement.credit), found && money(balanceOf(found.ledger))]).toEqual([credit, due]);
    const own = found?.statement.lines.map(({ level }, index) => [level.slice(4), money(found.paid[index] ?? zero)]);
    expect(Object.fromEntries(own ?? [])).toMatchObject(lines);
  });

  test("every entry of the ledger is what was settled", () => {
    const entries = months.flatMap(({ ledger }) => ledger);
    // 4 000 + 10 000 + 3 000 + 0 + 3 900 - 1 250 - 1 950 + 4 000
    expect(money(balanceOf(entries))).toBe("21700.00");
    const settled = sum(months.map(({ settlement }) => settlement.now));
    expect(plus(settled, months.at(-1)?.settlement.carried ?? zero)).toEqual(balanceOf(entries));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test("what the client gave up is still a failure", () =>
    expect(months[2]?.statement.lines.find(({ level }) => level === "sla/repair")?.state).toBe("below minimum"));
});

describe("February is restated: the calls were met", () => {
  const again = run(year.map((row) => (row.month === "2026-02" ? withResult(row, "calls", "met 91%") : row)));
  const before = run(year).flatMap(({ ledger }) => ledger);
  const entries = restated(run(year), again, before);

  test("the months that look back to it change, and no other", () =>
    expect(entries.map(({ period, amount }) => `${period} ${money(amount)}`)).toEqual([
      "2026-02 -1000.00", // 6 000 + 3 000 instead of the 10 000 of the limit
      "2026-05 100.00", // the contract year has room for all of the 4 000
      "2026-08 1250.00", // nothing was paid for calls that could come back
      "2026-11 -50.00", // half of 4 000 instead of half of 3 900
      "2026-12 900.00", // 24 000 - 23 100 are left
    ]));

  test("an entry names the one that it corrects, where there was one", () =>
    // February was issued with the second entry, August had only what was won back
    expect(entries.slice(0, 3).map(({ corrects }) => corrects)).toEqual([2, 7, null]));

  test("entries before and after add up to what is owed now", () => {
    const owed = balanceOf(again.flatMap(({ ledger }) => ledger));
    expect(plus(balanceOf(before), balanceOf(entries))).toEqual(owed);
    expect(money(owed)).toBe("22900.00");
  });
});

describe("the same year with a bank", () => {
  const months = run(year, { "when: met, in_a_row: 6}": "when: no credits, in_a_row: 6, to: bank}" });

  test("half of what was kept goes to the bank in November and pays January", () => {
    const shown = months
      .filter(({ period }) => ["2026-10", "2026-11", "2026-12", "2027-01"].includes(period.id))
      .map(({ period, statement, bank }) => [period.id, exactDecimal(statement.offset), exactDecimal(bank)]);
    // half of 4 000 + 10 000 + 3 000 (4 500 less the waiver) + 3 900; April is disputed
    expect(shown).toEqual([
      ["2026-10", "0", "0"],
      ["2026-11", "0", "10450"],
      ["2026-12", "0", "10450"],
      ["2027-01", "4000", "6450"],
    ]);
  });

  test("the bank is never paid in cash", () =>
    // 4 000 + 10 000 + 3 000 + 3 900; January is set off
    expect(money(balanceOf(months.flatMap(({ ledger }) => ledger)))).toBe("20900.00"));
});

const withResult = (row: MonthRow, level: string, heard: Heard): MonthRow => ({
  ...row,
  results: { ...row.results, [level]: heard },
});
