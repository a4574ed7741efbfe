import { describe, expect, test } from "vitest";
import type { ChronicDocument } from "../agreement/document/improvement.ts";
import { fraction } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import { london } from "../report/fixture/example-contract.ts";
import { at, monthsFrom, outagesFrom, triggerWith } from "../report/fixture/example-histories.ts";
import { item, why } from "../report/fixture/example-items.ts";
import { exampleLevels } from "../report/fixture/example-levels.ts";
import { measured, monthOf, result } from "../report/fixture/example-results.ts";
import { triggersOf } from "./triggers.ts";

const hour = 3600;
const circuit = exampleLevels["share of time"];
const spring = monthsFrom("2025-04", 4);
const days = (count: number) => ({ kind: "days", count }) as const;
const months = (count: number) => ({ kind: "months", count }) as const;
const downtime = (hours: number, direction: "at least" | "more than" = "at least") => ({
  direction,
  quantity: { unit: "time" as const, value: fraction(hours * hour) },
});

const effects = (chronic: ChronicDocument, results: readonly Result[]) =>
  triggersOf({ triggers: [triggerWith({ chronic })], results, zone: london });

describe("three outages, or twelve hours of them, within 30 days", () => {
  const three: ChronicDocument = { outages: 3, within: days(30) };
  const twelve: ChronicDocument = { downtime: downtime(12), within: days(30) };

  test("two outages of 5 h and 7 h 30 min are twelve hours, and not three outages", () => {
    const results = outagesFrom(circuit, spring, [
      ["OUT-1", "2025-05-02 08:00", "2025-05-02 13:00"],
      ["OUT-2", "2025-05-20 09:00", "2025-05-20 16:30"],
    ]);
    expect(effects(three, results)).toEqual([]);
    const [effect, ...others] = effects(twelve, results);
    // 5 h + 7.5 h = 12.5 h
    expect(effect?.why).toMatchObject({ total: fraction(45_000), lost: [{ record: "OUT-1" }, { record: "OUT-2" }] });
    expect([effect?.at, effect?.periods.map(({ id }) => id), others]).toEqual([
      at("2025-05-20 16:30"),
      ["2025-05"],
      [],
    ]);
  });

  test("a window goes over the end of a month, and its 30 days end with the outage", () => {
    const outages = (first: string) =>
      outagesFrom(circuit, spring, [
        ["OUT-1", "2025-04-20 10:00", first],
        ["OUT-2", "2025-05-05 10:00", "2025-05-05 11:00"],
        ["OUT-3", "2025-05-20 10:00", "2025-05-20 11:00"],
      ]);
    // 30 days before 20 May 11:00 is 20 April 11:00: what ended then lies outside, and a minute more lies inside
    expect(effects(three, outages("2025-04-20 11:00"))).toEqual([]);
    const [effect] = effects(three, outages("2025-04-20 11:01"));
    expect(effect?.periods.map(({ id }) => id)).toEqual(["2025-04", "2025-05"]);
    expect(effect?.why).toMatchObject({ lost: [{ seconds: fraction(60) }, { seconds: fraction(hour) }, {}] });
  });

  test("a month has one effect, at the outage that completes it first", () => {
    const results = outagesFrom(circuit, spring, [
      ["OUT-1", "2025-05-01 10:00", "2025-05-01 11:00"],
      ["OUT-2", "2025-05-02 10:00", "2025-05-02 11:00"],
      ["OUT-3", "2025-05-03 10:00", "2025-05-03 11:00"],
      ["OUT-4", "2025-05-04 10:00", "2025-05-04 11:00"],
    ]);
    expect(effects(three, results).map((effect) => effect.at)).toEqual([at("2025-05-03 11:00")]);
  });

  test("an outage over midnight of the last day is one, looked at when the month ends and when it ends itself", () => {
    const results = outagesFrom(circuit, spring, [["OUT-1", "2025-05-31 14:00", "2025-06-01 05:00"]]);
    // until midnight 10 h, until 05:00 15 h
    expect(effects({ downtime: downtime(10), within: days(30) }, results).map((effect) => effect.at)).toEqual([
      at("2025-06-01 00:00"),
      at("2025-06-01 05:00"),
    ]);
    expect(effects({ downtime: downtime(12), within: days(30) }, results).map((effect) => effect.at)).toEqual([
      at("2025-06-01 05:00"),
    ]);
    expect(effects({ outages: 2, within: days(30) }, results)).toEqual([]);
  });

  test("two services down at the same time are down once", () => {
    const results = outagesFrom(circuit, spring, [
      ["OUT-1", "2025-05-02 08:00", "2025-05-02 14:00"],
      ["OUT-2", "2025-05-02 10:00", "2025-05-02 18:00"],
    ]);
    // At 14:00 the second is one as well, though it goes on: 6 h and 4 h, of which 4 h are the same
    const [counted] = effects({ outages: 2, within: days(1) }, results);
    expect(counted?.why).toMatchObject({ total: fraction(6 * hour), window: { end: at("2025-05-02 14:00") } });
    // At 18:00 they are 6 h and 8 h, from 08:00 to 18:00 10 h
    const [summed] = effects({ downtime: downtime(9), within: days(1) }, results);
    expect(summed?.why).toMatchObject({
      total: fraction(10 * hour),
      lost: [{ seconds: fraction(6 * hour) }, { seconds: fraction(8 * hour) }],
    });
    expect(effects({ downtime: downtime(11), within: days(1) }, results)).toEqual([]);
  });

  test("each circuit has its own count, and what is disputed or not rated counts for nothing", () => {
    const of = (group: string, record: string) =>
      outagesFrom(
        circuit,
        [monthOf("2025-05")],
        [
          [`${record}-1`, "2025-05-01 10:00", "2025-05-01 11:00"],
          [`${record}-2`, "2025-05-02 10:00", "2025-05-02 11:00"],
        ],
      ).map((one): Result => ({ ...one, group }));
    const [a, b] = [of("circuit-a", "A"), of("circuit-b", "B")];
    expect(effects(three, [...a, ...b])).toEqual([]);
    const two: ChronicDocument = { outages: 2, within: days(30) };
    expect(effects(two, [...b, ...a]).map(({ about }) => about.kind === "level" && about.group)).toEqual([
      "circuit-a",
      "circuit-b",
    ]);
    expect(
      effects(
        two,
        a.map((one) => ({ ...one, verdict: "held" })),
      ),
    ).toEqual([]);
    expect(
      effects(
        two,
        a.map((one) => ({ ...one, verdict: "not rated" })),
      ),
    ).toEqual([]);
    expect(
      effects(
        two,
        a.map((one) => ({ ...one, verdict: "undetermined" })),
      ),
    ).toHaveLength(1);
  });
});

describe("core hours lost: more than 24 in 3 months, or more than 48 in 12", () => {
  // 10 h, 9 h, 4 h, then 20 h and 6 h, each on the 15th from 08:00
  const lost = [
    ["OUT-1", "2025-01-15 08:00", "2025-01-15 18:00"],
    ["OUT-2", "2025-02-15 08:00", "2025-02-15 17:00"],
    ["OUT-3", "2025-03-15 08:00", "2025-03-15 12:00"],
    ["OUT-4", "2025-09-15 00:00", "2025-09-15 20:00"],
    ["OUT-5", "2025-11-15 08:00", "2025-11-15 14:00"],
  ] as const;
  const year = outagesFrom(circuit, monthsFrom("2025-01", 12), lost);

  test.each([
    // January to March 10 + 9 + 4 = 23; the three months until 15 November 14:00 hold 20 + 6 = 26
    ["3 months", { downtime: downtime(24, "more than"), within: months(3) }, [26]],
    ["26 hours are not more than 26", { downtime: downtime(26, "more than"), within: months(3) }, []],
    // 10 + 9 + 4 + 20 + 6 = 49
    ["12 months", { downtime: downtime(48, "more than"), within: months(12) }, [49]],
  ] as const)("%s", (_, chronic, hours) => {
    const found = effects(chronic, year);
    expect(found.map((effect) => effect.at)).toEqual(hours.map(() => at("2025-11-15 14:00")));
    expect(found.map((effect) => effect.why)).toMatchObject(hours.map((count) => ({ total: fraction(count * hour) })));
  });

  test("clocks change within a window: it begins at the same time of day", () => {
    // Three months before 31 May 10:00 is 28 February 10:00
    const results = outagesFrom(circuit, monthsFrom("2025-02", 4), [
      ["OUT-1", "2025-02-28 09:00", "2025-02-28 10:30"],
      ["OUT-2", "2025-05-31 09:00", "2025-05-31 10:00"],
    ]);
    const [effect] = effects({ outages: 2, within: months(3) }, results);
    expect(effect?.why).toMatchObject({ lost: [{ seconds: fraction(hour / 2) }, { seconds: fraction(hour) }] });
  });
});

test("measures that keep no stretches of time: an outage lies with all its seconds at its beginning", () => {
  const level = exampleLevels["time between failures"];
  const outage = (record: string, text: string, hours: number) =>
    item(record, { at: at(text), good: false, value: fraction(hours * hour), why: why("down") });
  const results = [
    result(level, "met", {
      period: monthOf("2025-05"),
      group: "circuit-a",
      measurement: measured({
        unit: "time",
        items: [
          outage("OUT-1", "2025-05-02 08:00", 5),
          item("OUT-2", { at: at("2025-05-03 08:00"), counted: false, why: why("agreed-downtime") }),
          outage("OUT-3", "2025-05-20 09:00", 8),
        ],
      }),
    }),
  ];
  const [effect] = effects({ downtime: downtime(13), within: days(30) }, results);
  expect([effect?.at, effect?.why]).toMatchObject([at("2025-05-20 09:00"), { total: fraction(13 * hour) }]);
  expect(effects({ outages: 3, within: days(30) }, results)).toEqual([]);
});
