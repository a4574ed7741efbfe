import { describe, expect, test } from "vitest";
import { fraction } from "../../number/fraction.ts";
import { dayOf } from "../../time/civil.ts";
import { writtenChanges } from "./written-changes.ts";

const names = { "ines-roe": "Ines Roe", claims: "Claims platform" };
const told = (before: unknown, after: unknown): readonly string[] =>
  writtenChanges({ of: "X", before, after }, names).map((row) => `${row.term}: ${row.before} > ${row.after}`);

const share = (percent: number) => fraction(percent, 100);
const hours = (from: number, to: number) => ({ from: from * 3600, to: to * 3600 });
const mark = (percent: number) => ({ direction: "at least", quantity: { unit: "share", value: share(percent) } });

describe("fields that are written otherwise", () => {
  const rows: readonly (readonly [string, unknown, unknown, readonly string[]])[] = [
    ["nothing", { a: { b: [1, { c: share(5) }] } }, { a: { b: [1, { c: share(5) }] } }, []],
    ["a field that holds nothing is not written", { a: "x" }, { a: "x", b: undefined }, []],
    ["a name for an id", { owner: "ines-roe" }, { owner: "tom" }, ["Owner: Ines Roe > tom"]],
    ["an id that names nobody", { id: "claims" }, { id: "x" }, ["Id: claims > x"]],
    [
      "a day",
      { until: dayOf(2026, 12, 31) },
      { until: dayOf(2027, 1, 1) },
      ["Until: 31 December 2026 > 1 January 2027"],
    ],
    ["a count called from", { from: 6 }, { from: 12 }, ["From: 6 > 12"]],
    ["a time that comes", {}, { notice: { kind: "months", count: 3 } }, ["Notice: null > 3 months"]],
    ["a mark", { at: mark(90) }, { at: mark(95) }, ["At: at least 90 % > at least 95 %"]],
    ["money", { amount: { amount: fraction(12345), currency: "GBP" } }, {}, ["Amount: 12 345.00 GBP > null"]],
    ["a number that is no share", { factor: fraction(3, 2) }, { factor: share(5) }, ["Factor: 1.5 > 0.05"]],
    ["shares by id", { shares: { a: share(5) } }, { shares: { a: share(7) } }, ["Shares, a: 5 % > 7 %"]],
    [
      "hours",
      { "Mon-Fri": [hours(9, 17)] },
      { "Mon-Fri": [hours(9, 12), hours(13, 24)] },
      ["Mon-Fri: 09:00-17:00 > 09:00-12:00 and 13:00-24:00"],
    ],
    ["no hours", { open: [hours(9, 12)] }, { open: [] }, ["Open: 09:00-12:00 > closed"]],
    [
      "a rule of calendars",
      { zero_time: "same instant" },
      {},
      ["No time at all, begun outside hours, ends: at once > null"],
    ],
    ["a list", { to: ["ines-roe"] }, { to: [] }, ["To: Ines Roe > none"]],
  ];
  test.each(rows)("%s", (_, before, after, expected) => expect(told(before, after)).toEqual(expected));
});

describe("lists of entries", () => {
  const row = (percent: number, per: string) => ({ share: share(percent), per });
  test("one that comes, in whatever place", () =>
    expect(told({ limits: [row(5, "month")] }, { limits: [row(9, "year"), row(5, "month")] })).toEqual([
      "Limits, added: null > share 9 %, per year",
    ]));
  test("one that is changed says its field", () =>
    expect(told({ limits: [row(5, "month"), row(9, "year")] }, { limits: [row(5, "month"), row(8, "year")] })).toEqual([
      "Limits, number 2, share: 9 % > 8 %",
    ]));
  test("another order is told too", () =>
    expect(told({ limits: [row(5, "month"), row(9, "year")] }, { limits: [row(9, "year"), row(5, "month")] })).toEqual([
      "Limits: share 5 %, per month; share 9 %, per year > share 9 %, per year; share 5 %, per month",
    ]));
});
