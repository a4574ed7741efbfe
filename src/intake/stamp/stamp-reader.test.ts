import { describe, expect, test } from "vitest";
import { utc } from "../../engine/time/zone.ts";
import type { StampRule } from "../../wire/mapping/stamps.ts";
import { readZone } from "../../wire/zones.ts";
import { stampReader } from "./stamp-reader.ts";

const usual: StampRule = {
  order: "day month year",
  time: "24 hours",
  time_zone: "UTC",
  said_twice: "first",
  skipped: "shifted",
};
const read = (order: StampRule["order"], text: string, more: Partial<StampRule> = {}) => {
  const { at, odd } = stampReader({ ...usual, order, ...more }, utc)(text);
  return at === null ? odd : new Date(at * 1000).toISOString().slice(0, 19);
};

describe("orders of the parts", () => {
  test.each([
    ["day month year", "29/2/2016 01:16", "2016-02-29T01:16:00"],
    ["day month year", "29.02.2016 01:16:05", "2016-02-29T01:16:05"],
    ["day month year", "5-Mar-2016", "2016-03-05T00:00:00"],
    ["day month year", "2016-02-29 01:16", "2016-02-29T01:16:00"], // the year first cannot be anything else
    ["month day year", "2/29/2016 23:59", "2016-02-29T23:59:00"],
    ["year month day", "2011-07-01 01:32:33", "2011-07-01T01:32:33"],
    ["year month day", "2011-07-01T01:32:33.999", "2011-07-01T01:32:33"], // floored
    ["with offset", "2010-03-31T16:59:42+02:00", "2010-03-31T14:59:42"],
    ["with offset", "2022-03-26T01:43:00Z", "2022-03-26T01:43:00"],
    ["with offset", "2017-02-28T09:24:59.366-0600", "2017-02-28T15:24:59"],
    ["epoch seconds", "1456708560", "2016-02-29T01:16:00"],
    ["epoch milliseconds", "1456708560999", "2016-02-29T01:16:00"],
    ["excel serial", "42429.0527777778", "2016-02-29T01:16:00"],
    ["day month year", "31/12/2016 24:00", "2017-01-01T00:00:00"],
  ] as const)("%s: %s is %s", (order, text, expected) => {
    expect(read(order, text)).toBe(expected);
  });
});

describe("twelve hours", () => {
  test.each([
    ["2/29/2016 12:05 AM", "2016-02-29T00:05:00"],
    ["2/29/2016 12:05 pm", "2016-02-29T12:05:00"],
    ["2/29/2016 1:05:09 PM", "2016-02-29T13:05:09"],
    ["2/29/2016 13:05 PM", "no-such-time"],
    ["2/29/2016 1:05", "no-such-time"], // morning or evening is not said
  ])("%s is %s", (text, expected) => {
    expect(read("month day year", text, { time: "12 hours" })).toBe(expected);
  });
});

describe("what is no stamp says why", () => {
  test.each([
    ["day month year", "31/2/2016 10:00", "no-such-date"],
    ["day month year", "2/29/2016 10:00", "no-such-date"], // month 29: the order is wrong
    ["day month year", "29/2/2015", "no-such-date"],
    ["day month year", "29/2/2016 25:00", "no-such-time"],
    ["day month year", "29/2/2016 10:61", "no-such-time"],
    ["day month year", "29/2/2016 1", "not-a-stamp"],
    ["day month year", "yesterday", "not-a-stamp"],
    ["with offset", "2016-02-29T10:00:00", "offset-missing"],
    ["epoch seconds", "12a", "not-a-stamp"],
  ] as const)("%s: %s is %s", (order, text, expected) => {
    expect(read(order, text)).toBe(expected);
  });
});

describe("wall times that a zone skips or says twice (semantics 23, 24)", () => {
  const london = readZone("Europe/London");
  if (!london) throw new Error("no zone data");
  const at = (text: string, more: Partial<StampRule> = {}) => stampReader({ ...usual, ...more }, london)(text);
  const seconds = (iso: string) => Date.parse(iso) / 1000;

  test("29 March 2026 01:30 is skipped: shifted to 02:30 summer time, or clamped to 02:00", () => {
    expect(at("29/3/2026 01:30")).toEqual({ at: seconds("2026-03-29T01:30:00Z"), odd: "skipped" });
    expect(at("29/3/2026 01:30", { skipped: "clamped" })).toEqual({
      at: seconds("2026-03-29T01:00:00Z"),
      odd: "skipped",
    });
  });

  test("25 October 2026 01:30 is said twice: 00:30 or 01:30 UTC", () => {
    expect(at("25/10/2026 01:30")).toEqual({ at: seconds("2026-10-25T00:30:00Z"), odd: "said-twice" });
    expect(at("25/10/2026 01:30", { said_twice: "last" })).toEqual({
      at: seconds("2026-10-25T01:30:00Z"),
      odd: "said-twice",
    });
  });

  test("an ordinary summer stamp is an hour behind its wall time", () => {
    expect(at("1/7/2026 09:00")).toEqual({ at: seconds("2026-07-01T08:00:00Z"), odd: null });
  });
});
