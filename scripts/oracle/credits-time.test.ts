import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContractDocument } from "../../src/engine/agreement/document/document.ts";
import { levelTerms } from "../../src/engine/agreement/resolve/level-terms.ts";
import { creditMonths } from "../../src/engine/credit/run/credit-months.ts";
import type { CreditMonth } from "../../src/engine/credit/run/month.ts";
import { writeDecimal } from "../../src/engine/number/decimal.ts";
import { periodNamed } from "../../src/engine/period/periods.ts";
import type { Period, Result } from "../../src/engine/period/result.ts";
import { lineReports } from "../../src/engine/report/credits/line-reports.ts";
import { noSource } from "../../src/engine/source/source.ts";
import { addDays, type Day, readDay } from "../../src/engine/time/civil.ts";
import { utc } from "../../src/engine/time/zone.ts";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import { resultOf } from "../../stories/credits/result-of.ts";

const frame = readFileSync(join(import.meta.dirname, "..", "..", "stories", "credits", "frame.yaml"), "utf8");
const bare = "underpin: 1\npart_of: fulmar\n";
const head = "    title: Trial\n    for: sla\n    owner: alma-reyes\n";
const plan = (text: string, from = "2026-01-01"): string =>
  `${bare}credit_plans:\n  trial:\n${head}    from: ${from}\n${text}`;
const base = "    bases:\n      charges: {charges: [booking-run, desk-run], of: month of the miss}\n";
const tenth = "    awards:\n      - {verdict: missed, gives: {share: 10%, of: charges}}\n";

interface Told {
  readonly text: string;
  readonly frame?: (text: string) => string;
  readonly amendment?: string;
  /** By month, results in words: `uptime missed 99%`; `circuit/circuit-a missed 99%`. */
  readonly months: Readonly<Record<string, readonly string[]>>;
  readonly claimed?: string;
}

function run({ text, frame: change = (same) => same, amendment, months, claimed }: Told): readonly CreditMonth[] {
  const files = [change(frame), text, ...(amendment ? [`${bare}${amendment}`] : [])];
  const { document, problems } = readAgreement(files.map((one, index) => ({ name: `${index}.yaml`, text: one })));
  if (document === null) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join("\n"));
  const periods = Object.keys(months).map((id) => periodOf(document, id));
  const results = periods.flatMap((period) =>
    (months[period.id] ?? []).map((said) => resultFor(document, period, said)),
  );
  const entries = claimed === undefined ? [] : [claim(claimed, periods[0]?.id ?? "")];
  return creditMonths({ document, plan: "trial", months: periods, zone: utc, results, entries });
}

function resultFor(document: ContractDocument, period: Period, said: string): Result {
  const [name = "", ...rest] = said.split(" ");
  const [id, group = null] = name.split("/");
  const last = addDays(day(`${period.id}-01`), 27);
  const level = [...levelTerms(document, "sla", last), ...levelTerms(document, "sla", day(`${period.id}-01`))].find(
    (terms) => terms.id === id,
  );
  if (level === undefined) throw new Error(said);
  return resultOf({ level, group, period }, rest.join(" "));
}

function periodOf({ contract }: ContractDocument, id: string): Period {
  const found = periodNamed({ terms: { kind: "month" }, zone: utc, contractFrom: contract.from }, id);
  if (found === null) throw new Error(id);
  return found;
}

function day(text: string): Day {
  const found = readDay(text);
  if (found === null) throw new Error(text);
  return found;
}

const claim = (on: string, month: string) => ({
  id: "1",
  plan: "trial",
  month,
  level: null,
  group: null,
  said: { kind: "claim" as const },
  by: "piet-sorby",
  on: day(on),
  reason: "trial",
  source: noSource,
});

const credits = (told: Told): readonly string[] =>
  run(told).map(({ period, statement, plan: { minorPlaces } }) =>
    [period.id, statement.status === "computed" ? writeDecimal(statement.credit, minorPlaces) : statement.status].join(
      " ",
    ),
  );

const missed = ["uptime missed 99%"];

describe("a claim on the last day and the day after", () => {
  test.each([
    ["30 days", "2026-01", "2026-03-02", "2026-03-03"],
    ["1 month", "2026-01", "2026-02-28", "2026-03-01"],
    ["2 months", "2026-12", "2027-02-28", "2027-03-01"],
    ["5 business days", "2026-01", "2026-02-06", "2026-02-07"],
  ])("%s", (within, month, last, late) => {
    const text = plan(`${base}${tenth}    claimed_within: ${within}\n`);
    expect(credits({ text, months: { [month]: missed }, claimed: last })).toEqual([`${month} 10000.00`]);
    expect(credits({ text, months: { [month]: missed }, claimed: late })).toEqual([`${month} not claimed`]);
  });
});

describe("a plan over time", () => {
  test("begins with the first whole month, and ends with the month it ends in", () => {
    const text = plan(`    until: 2026-03-10\n${base}${tenth}`, "2026-01-15");
    const months = { "2026-01": missed, "2026-02": missed, "2026-03": missed, "2026-04": missed };
    expect(credits({ text, months })).toEqual(["2026-02 10000.00", "2026-03 10000.00"]);
  });

  test("amended inside a month holds from the next", () => {
    const text = plan(`${base}${tenth}`);
    const amendment = `amendments:
  two: {amends: trial, effective: 2026-02-10, signed: 2026-01-10, signed_by: [piet-sorby, alma-reyes], reason: dearer, changes: {awards: [{verdict: missed, gives: {share: 20%, of: charges}}]}}
`;
    const months = { "2026-01": missed, "2026-02": missed, "2026-03": missed };
    expect(credits({ text, months, amendment })).toEqual(["2026-01 10000.00", "2026-02 10000.00", "2026-03 20000.00"]);
  });

  test("a charge that changes inside a month is that of the first day", () => {
    const change = (text: string): string =>
      text.replace(
        "{from: 2026-01-01, amount: 80000.00 GBP}",
        "{from: 2026-01-01, amount: 80000.00 GBP}, {from: 2026-02-15, amount: 0.00 GBP}",
      );
    const months = { "2026-02": missed, "2026-03": missed };
    expect(credits({ text: plan(`${base}${tenth}`), frame: change, months })).toEqual([
      "2026-02 10000.00",
      "2026-03 2000.00",
    ]);
  });

  test("a level that comes inside a month is read as the others, with its title", () => {
    const amendment = `amendments:
  two:
    amends: sla
    effective: 2026-02-10
    signed: 2026-01-10
    signed_by: [piet-sorby, alma-reyes]
    reason: one more
    adds:
      service_levels:
        parking: {title: Parking, measure: entered, services: [sites], expected: at most 5%}
`;
    const text = plan(`${base}    awards:
      - {level: uptime, gives: {share: 10%, of: charges}}
      - {gives: {share: 1%, of: charges}}
`);
    const months = run({
      text,
      amendment,
      months: { "2026-02": ["parking missed 7%"], "2026-03": ["parking missed 7%"] },
    });
    expect(months.map(({ statement }) => writeDecimal(statement.credit, 2))).toEqual(["1000.00", "1000.00"]);
    const titles = months.map((month) =>
      lineReports(month, { contract: contractOf(month) }).map((line) => line.levelTitle),
    );
    expect(titles).toEqual([["Parking"], ["Parking"]]);
  });

  test("caps of a quarter, a year and a contract year that begins in March", () => {
    const change = (text: string): string =>
      text.replaceAll("2026-01-01", "2026-03-01").replace("until: 2028-12-31", "until: 2028-02-29");
    const of = (per: string): readonly string[] =>
      credits({
        text: plan(`${base}${tenth}    limits: [{per: ${per}, at_most: 15000.00 GBP, excess: lapses}]\n`, "2026-03-01"),
        frame: change,
        months: Object.fromEntries(
          ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04"].map((month) => [month, missed]),
        ),
      }).map((text) => text.slice(8, -3));
    expect(of("quarter")).toEqual(["10000", "5000", "10000", "5000", "0", "10000"]);
    expect(of("year")).toEqual(["10000", "5000", "10000", "5000", "0", "0"]);
    expect(of("contract year")).toEqual(["10000", "5000", "0", "0", "10000", "5000"]);
  });
});

describe("currencies", () => {
  const euro = (text: string): string =>
    plan(`    currency: EUR
    rates:
      - {of: GBP, from: 2026-01-01, rate: 0.5, source: the bank}
${text}`);

  test("charges are converted at the rate of the plan", () => {
    expect(credits({ text: euro(`${base}${tenth}`), months: { "2026-01": missed } })).toEqual(["2026-01 5000.00"]);
  });

  test("and so is the invoice that a credit is set against", () => {
    const change = (text: string): string =>
      text
        .replaceAll(
          "{from: 2026-01-01, amount: 80000.00 GBP}",
          "{from: 2026-01-01, amount: 80000.00 GBP}, {from: 2026-02-01, amount: 100.00 GBP}",
        )
        .replace(
          "{from: 2026-01-01, amount: 20000.00 GBP}",
          "{from: 2026-01-01, amount: 20000.00 GBP}, {from: 2026-02-01, amount: 100.00 GBP}",
        )
        .replace(
          "{from: 2026-01-01, amount: 6000.00 GBP}",
          "{from: 2026-01-01, amount: 6000.00 GBP}, {from: 2026-02-01, amount: 0.00 GBP}",
        );
    const [month] = run({ text: euro(`${base}${tenth}`), frame: change, months: { "2026-01": missed } });
    // February's invoice is 200 GBP, 100 EUR: the rest waits
    expect(month && writeDecimal(month.settlement.now, 2)).toBe("100.00");
  });

  test("the yen has no places", () => {
    const text = plan(`    currency: JPY
    rates:
      - {of: GBP, from: 2026-01-01, rate: 0.033335, source: the bank}
${base}${tenth}`);
    // 10 % of 100 000 x 0.033335 = 333.35
    expect(credits({ text, months: { "2026-01": missed } })).toEqual(["2026-01 333"]);
  });
});

test("each failing circuit is a line with its own charge", () => {
  const text = plan(`    bases:
      line: {charges: [circuits], of: month of the miss, part: failing component}
    awards: [{level: circuit, gives: {share: 10%, of: line}}]
`);
  const months = {
    "2026-01": ["circuit/circuit-a missed 99%", "circuit/circuit-b missed 99%"],
    "2026-02": ["circuit/circuit-a missed 99%"],
  };
  expect(credits({ text, months })).toEqual(["2026-01 600.00", "2026-02 300.00"]);
});

const contractOf = ({ written }: CreditMonth): ContractDocument => {
  const { document } = readAgreement([{ name: "frame.yaml", text: frame }]);
  if (document === null) throw new Error(written.id);
  return document;
};
