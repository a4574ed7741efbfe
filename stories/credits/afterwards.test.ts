import { describe, expect, test } from "vitest";
import type { CreditMonth } from "../../src/engine/credit/run/month.ts";
import { exactDecimal, writeDecimal } from "../../src/engine/number/decimal.ts";
import { runStory, type Story } from "./run-story.ts";
import { disputed, waived } from "./said.ts";

/** Results of a level month by month from January 2026 on, in words such as `missed 99%`. */
function run(plan: string, level: string, says: readonly string[], changes: Story["changes"] = {}) {
  const months = says.map((one, index) => {
    const [year, month] = [2026 + Math.floor(index / 12), (index % 12) + 1];
    return { month: `${year}-${String(month).padStart(2, "0")}`, results: { [level]: one }, credit: "" };
  });
  return runStory({ plan, changes, months });
}

/** The months in which something came back, with how much of which month. */
const back = (months: readonly CreditMonth[]) =>
  months.flatMap(({ period, earnedBack }) =>
    earnedBack.map(({ month, amount }) => `${period.id}: ${writeDecimal(amount, 2)} of ${month}`),
  );

const met = (count: number, says = "met 99.95%"): readonly string[] => Array.from({ length: count }, () => says);
const fee = (amount: string) => ({ "amount: 80000.00 GBP": `amount: ${amount} GBP` });

describe("earn-back", () => {
  const halfOfSix: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["half of 8 000 after six met months", ["missed 99%", ...met(6)], ["2026-07: 4000.00 of 2026-01"]],
    ["once, however long it goes on", ["missed 99%", ...met(9)], ["2026-07: 4000.00 of 2026-01"]],
    ["not after five", ["missed 99%", ...met(5)], []],
    [
      "not where a miss breaks the row; its own row begins anew",
      ["missed 99%", ...met(3), "missed 99%", ...met(2)],
      [],
    ],
    ["between the marks is not met", ["missed 99%", ...met(3), "at minimum 99.6%", ...met(3)], []],
    [
      "a month without events neither helps nor harms",
      ["missed 99%", ...met(3), "not rated", ...met(3)],
      ["2026-08: 4000.00 of 2026-01"],
    ],
    [
      "of two misses in a row only the second: the first is followed by a miss",
      ["missed 99%", "missed 99%", ...met(6)],
      ["2026-08: 4000.00 of 2026-02"],
    ],
  ];
  test.each(halfOfSix)("%s", (_, says, expected) =>
    expect(back(run("earn-back-met", "uptime", says))).toEqual(expected),
  );

  test("not for a level that the plan takes out", () =>
    expect(back(run("earn-back-met", "repair", ["missed 80%", ...met(6, "met 99%")]))).toEqual([]));

  test("only what was kept comes back: of 8 000 the client gave up 2 000", () => {
    const says = ["missed 99%", ...met(6)];
    const months = says.map((uptime, index) => ({
      month: `2026-0${index + 1}`,
      results: { uptime },
      ...(index === 0 ? { stated: [waived("uptime", "2000.00 GBP")] } : {}),
      credit: "",
    }));
    expect(back(runStory({ plan: "earn-back-met", months }))).toEqual(["2026-07: 3000.00 of 2026-01"]);
  });

  test.each([
    ["better than 99.5 three times", ["met 99.6%", "met 99.7%", "met 99.55%"], ["2026-04: 3000.00 of 2026-01"]],
    ["exactly on it once", ["met 99.6%", "met 99.5%", "met 99.7%"], []],
  ])("exceeded: %s", (_, following, expected) => {
    const changes = {
      ...fee("30000.00"),
      "at least 99.90%": "at least 99.5%",
      "        minimum: at least 99.50%\n": "",
    };
    expect(back(run("earn-back-exceeded", "uptime", ["missed 99%", ...following], changes))).toEqual(expected);
  });

  test("three months without any credit", () =>
    expect(
      back(run("earn-back-no-credits", "uptime", ["missed 99%", ...met(2), "at minimum 99.6%", ...met(1)])),
    ).toEqual(["2026-04: 4000.00 of 2026-01"]));

  test.each([
    // (99.20 + 11 x 99.95) / 12
    ["99.20", "99.8875", []],
    // (99.40 + 11 x 99.95) / 12 = 99.90416...
    ["99.40", null, ["2026-12: 5000.00 of 2026-01"]],
  ])("the average of the year after %s", (first, average, expected) => {
    const months = run("earn-back-year-average", "uptime", [`missed ${first}%`, ...met(11)], fee("50000.00"));
    expect(back(months)).toEqual(expected);
    if (average !== null) return;
    const shown = months.at(-1)?.earnedBack[0]?.average;
    expect(shown && writeDecimal(shown, 4)).toBe("99.9042");
  });

  test("not by the average of a stub of a year, and not in the season", () => {
    const five = ["missed 99.4%", ...met(4), ...met(7, "not rated")];
    expect(back(run("earn-back-year-average", "uptime", five))).toEqual([]);
    // April 99.5 comes back, November 99.5 stays: (10 x 99.99 + 2 x 99.5) / 12 = 99.908...
    const season = [...met(3, "met 99.99%"), "missed 99.45%", ...met(6, "met 99.99%"), "missed 99.45%", "met 99.99%"];
    expect(back(run("earn-back-year-average", "uptime", season, fee("20000.00")))).toEqual([
      "2026-12: 2000.00 of 2026-04",
    ]);
  });

  test("a bank fills after three quiet months, pays later credits, and is never paid in cash", () => {
    const says = ["missed 99%", "missed 99%", ...met(3), "missed 99%", "missed 99%", "missed 99%", ...met(4)];
    const months = run("earn-back-bank", "uptime", says);
    // 2 x 1 600 are paid; 3 200 in the bank from May; June and July take 1 600 each; August is paid; November banks it
    const rows = months.map(({ statement, bank }) =>
      [statement.credit, statement.offset, bank].map((one) => exactDecimal(one)),
    );
    expect(rows.slice(0, 2)).toEqual([
      ["1600", "0", "0"],
      ["1600", "0", "0"],
    ]);
    expect(rows[4]).toEqual(["0", "0", "3200"]);
    expect(rows.slice(5, 8)).toEqual([
      ["0", "1600", "1600"],
      ["0", "1600", "0"],
      ["1600", "0", "0"],
    ]);
    expect(rows[10]).toEqual(["0", "0", "1600"]);
    expect(back(months)).toEqual([
      "2026-05: 1600.00 of 2026-01",
      "2026-05: 1600.00 of 2026-02",
      "2026-11: 1600.00 of 2026-08",
    ]);
  });

  test("a credit of a level that the bank does not hold for is paid in full", () => {
    const both = (uptime: string, repair: string) => ({ uptime, repair });
    const results = [
      both("missed 99%", "met 97%"),
      ...met(3).map((uptime) => both(uptime, "met 97%")),
      both("missed 99%", "missed 80%"),
    ];
    const months = results.map((one, index) => ({ month: `2026-0${index + 1}`, results: one, credit: "" }));
    const last = runStory({ plan: "earn-back-bank", months }).at(-1);
    // 1 600 of uptime against the bank of 1 600, 1 600 of repair to the client
    expect([last?.statement.credit, last?.statement.offset, last?.bank].map((one) => one && exactDecimal(one))).toEqual(
      ["1600", "1600", "0"],
    );
  });
});

test("a dispute about one circuit leaves the credit of the other", () => {
  const results = {
    "circuit circuit-a": { says: "missed 99.4%", down: 250 },
    "circuit circuit-b": { says: "missed 99.8%", down: 44 },
  };
  const stated = [disputed("circuit", "circuit-a")];
  const [month] = runStory({ plan: "outage-duration", months: [{ month: "2026-01", results, stated, credit: "" }] });
  // 25 % of 3 000 is disputed, 10 % of 3 000 is due
  expect([month?.disputed, month?.settlement.now].map((one) => one && exactDecimal(one))).toEqual(["750", "300"]);
});

describe("bonus", () => {
  const of = (plan: string, results: Readonly<Record<string, string>>) => {
    const [month] = runStory({ plan, months: [{ month: "2026-01", results, credit: "" }] });
    const { credit, bonus, offset, bonusPaid } = month?.statement ?? {};
    return [credit, bonus, offset, bonusPaid].map((one) => one && exactDecimal(one));
  };
  test.each([
    // repair 2 whole points above 97: 800; calls 900 less 800
    ["offsets", { repair: "met 99.5%", calls: "missed 80%" }, ["100", "800", "800", "0"]],
    ["and is lost where there is nothing to offset", { repair: "met 100%" }, ["0", "1200", "0", "0"]],
    // repair 90 - 88.5: two begun points of 600; calls 98 is one point
    ["both ways", { repair: "missed 88.5%", calls: "met 98%" }, ["800", "400", "400", "0"]],
    ["nothing on the mark", { repair: "met 97%", calls: "missed 80%" }, ["900", "0", "0", "0"]],
  ])("against credits: %s", (_, results, expected) => expect(of("bonus-offset", results)).toEqual(expected));
  test.each([
    // 99.8 is three steps of 0.1: 1.5 % of 80 000
    ["paid", { portal: "met 99.8%" }, ["0", "1200", "0", "1200"]],
    // 5 steps would be 2.5 %, at most 2 %
    ["capped", { portal: "met 100%" }, ["0", "1600", "0", "1600"]],
    // 5 % of 80 000 less 1 200
    [
      "credits of the month come off first",
      { portal: "met 99.8%", uptime: "missed 99%" },
      ["2800", "1200", "1200", "0"],
    ],
  ])("paid: %s", (_, results, expected) => expect(of("bonus-paid", results)).toEqual(expected));
});

describe("marks that rise", () => {
  const raised = (months: readonly CreditMonth[]) =>
    months.flatMap(({ period, improvements }) =>
      improvements.map(({ mark, from, to }) => `${period.id} ${mark} ${exactDecimal(from)} -> ${exactDecimal(to)}`),
    );
  test("to the middle of mark and average after twelve months above", () =>
    // the average of twelve is 94, the middle of 90 and 94
    expect(raised(run("ratchet-midpoint", "calls", [...met(6, "met 93%"), ...met(6, "met 95%")]))).toEqual([
      "2026-12 expected 90 -> 92",
    ]));
  test("not where a month is just on the mark", () =>
    expect(raised(run("ratchet-midpoint", "calls", [...met(11, "met 95%"), "met 90%"]))).toEqual([]));
  test("by a fifth and a twentieth of the gap at the end of a contract year", () => {
    const changes = { "at least 99.90%": "at least 99.6%", "at least 99.50%": "at least 99.2%" };
    // gaps 0.4 and 0.8: at most 0.08 and 0.04; the average is 99.9
    expect(raised(run("ratchet-step", "uptime", met(13, "met 99.9%"), changes))).toEqual([
      "2026-12 expected 99.6 -> 99.68",
      "2026-12 minimum 99.2 -> 99.24",
    ]);
  });
  test("never downwards", () => expect(raised(run("ratchet-step", "uptime", met(12, "missed 99%")))).toEqual([]));
});
