import { describe, expect, test } from "vitest";
import { creditOfMonth } from "../../src/desk/credit-runs.ts";
import { creditMonths } from "../../src/engine/credit/run/credit-months.ts";
import { writeDay } from "../../src/engine/time/civil.ts";
import { contractTriggers } from "../../src/engine/trigger/contract-triggers.ts";
import { triggersOf } from "../../src/engine/trigger/triggers.ts";
import type { Heard } from "./result-of.ts";
import { type MonthRow, readStory } from "./run-story.ts";

/** Months from January 2026 on, each with what the levels came to; a level that is not named is not there. */
const from = (months: readonly Readonly<Record<string, Heard>>[]): readonly MonthRow[] =>
  months.map((results, index) => ({ month: `2026-${String(index + 1).padStart(2, "0")}`, results, credit: "" }));

/** `trigger: months, opens, last day` for each effect. */
function effects(months: readonly MonthRow[]): readonly string[] {
  const input = readStory({ plan: "termination-triggers", months });
  const triggers = contractTriggers(input.document, input.document.contract.from);
  const credits = creditMonths(input).map(creditOfMonth);
  return triggersOf({ triggers, results: input.results, credits, zone: input.zone }).map(
    ({ trigger, periods, lastDay }) =>
      [trigger, periods.map(({ id }) => id.slice(5)).join("+"), ...(lastDay === null ? [] : [writeDay(lastDay)])].join(
        " ",
      ),
  );
}

const miss = { calls: "missed 80%" }; // 5 % of the charges
const well = { calls: "met 95%" };

describe("what credits and misses open", () => {
  test.each([
    ["three months in a row with a credit", [miss, miss, miss], ["breach-in-a-row 01+02+03"]],
    ["not two, and two again", [miss, miss, well, miss, miss], ["none"]],
    ["five of twelve", [miss, well, miss, well, miss, well, miss, miss], ["breach-of-twelve 01+03+05+07+08"]],
    ["a tenth of the charges in one month", [{ ...miss, repair: "missed 80%" }], ["heavy-month 01"]],
    [
      "the limit of the month: three levels are 15 %, at most 12 %",
      [{ ...miss, repair: "missed 80%", satisfaction: "missed 70%" }],
      ["heavy-month 01", "limit-reached 01"],
    ],
    // (96.1 + 97.4 + 97.2) / 3 = 96.9; the notice ends 60 days after 31 March
    [
      "uptime of three months below 97 %",
      [{ uptime: "missed 96.1%" }, { uptime: "missed 97.4%" }, { uptime: "missed 97.2%" }],
      ["breach-in-a-row 01+02+03", "uptime-chronic 01+02+03 2026-05-30"],
    ],
    // 5 + 7.5 h in 18 days
    [
      "twelve hours of a circuit within thirty days",
      [{ "circuit circuit-a": outages([2, 5], [20, 7.5]) }],
      ["circuit-hours 01"],
    ],
    [
      "three outages of a circuit within thirty days",
      [{ "circuit circuit-a": outages([2, 1], [9, 1], [30, 1]) }],
      ["circuit-out 01"],
    ],
    // 10 + 9 + 4 = 23 h; September and November 26 h; the year 49 h
    [
      "more than 24 hours out within three months, more than 48 within twelve",
      [10, 9, 4, 0, 0, 0, 0, 0, 20, 0, 6].map((hours) => ({
        uptime: hours === 0 ? "met 100%" : { says: "met 99.95%", down: [[15, hours]] as const },
      })),
      ["hours-of-quarter 09+11", "hours-of-year 01+02+03+09+11"],
    ],
    [
      "not two of one circuit and one of the other",
      [{ "circuit circuit-a": outages([2, 1], [9, 1]), "circuit circuit-b": { says: "met 99.95%", down: [[3, 1]] } }],
      ["none"],
    ],
  ] as const)("%s", (_, months, expected) => {
    const found = effects(from(months));
    expect(found.length === 0 ? ["none"] : found).toEqual(expected);
  });
});

function outages(...down: readonly (readonly [day: number, hours: number])[]): Heard {
  return { says: "missed 99%", down };
}
