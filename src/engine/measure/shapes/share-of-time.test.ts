import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AgreedDowntime, ContractTerms, LevelTerms, WindowTerms } from "../../agreement/terms.ts";
import { compare, fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import type { Relief } from "../../record/relief.ts";
import { type Instant, instant } from "../../time/instant.ts";
import { totalOf } from "../../time/span.ts";
import {
  at,
  availability,
  contract,
  from,
  hours,
  march,
  minutes,
  outage,
  record,
  says,
  sets,
  share,
  story,
} from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { shareOfTime } from "./share-of-time.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  shareOfTime(story({ ...availability, ...parts }, facts, more)).value;

/** Up and agreed hours. */
const hoursOf = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) => {
  const { part, whole } = measured(parts, facts, more);
  return [Number(part?.n) / 3600, Number(whole?.n) / 3600];
};

const withRules = (rules: Partial<LevelTerms["rules"]>): Partial<LevelTerms> => ({
  rules: { ...availability.rules, ...rules },
});

describe("outages within service time", () => {
  // March has 744 hours, 22 weekdays of 8 hours are 176.
  test.each<[string, Partial<LevelTerms>, readonly Fact[], readonly number[]]>([
    [
      "two apart",
      {},
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]), outage("B", ["2026-03-03 10:00", "2026-03-03 11:00"])],
      [741, 744],
    ],
    [
      "two that overlap are united",
      {},
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]), outage("B", ["2026-03-02 11:00", "2026-03-02 13:00"])],
      [741, 744],
    ],
    [
      "or added",
      withRules({ overlaps: "added" }),
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]), outage("B", ["2026-03-02 11:00", "2026-03-02 13:00"])],
      [740, 744],
    ],
    ["carried over from February", {}, [outage("A", ["2026-02-28 22:00", "2026-03-01 02:00"])], [742, 744]],
    ["still going on", {}, [outage("A", ["2026-03-31 22:00", null])], [742, 744]],
    [
      "an end alone: down since the period began",
      {},
      [
        record("outages", "A", [
          ["2026-03-01 05:00", sets("impact", "down")],
          ["2026-03-01 05:00", says("ended")],
        ]),
      ],
      [739, 744],
    ],
    [
      "the same end, but in another month",
      {},
      [
        record("outages", "A", [
          ["2026-04-02 05:00", sets("impact", "down")],
          ["2026-04-02 05:00", says("ended")],
        ]),
        outage("B", ["2026-03-02 10:00", "2026-03-02 12:00"]),
      ],
      [742, 744],
    ],
    [
      "degraded is not down",
      {},
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"], { impact: "degraded" })],
      [744, 744],
    ],
    // Friday 16:00 to Monday 10:00 costs one hour on either side.
    [
      "over a weekend in office hours",
      { calendar: "office" },
      [outage("A", ["2026-03-06 16:00", "2026-03-09 10:00"])],
      [174, 176],
    ],
    [
      "a month of 30 days, whatever the calendar says",
      { period: { kind: "fixed", seconds: 2_592_000 } },
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"])],
      [718, 720],
    ],
  ])("%s", (_, parts, facts, expected) => expect(hoursOf(parts, facts)).toEqual(expected));

  const overMonthEnd = outage("A", ["2026-03-31 22:00", "2026-04-01 05:00"]);
  const april = { span: from("2026-04-01", "2026-05-01"), period: "2026-04" };
  test("over the end of a month, split by seconds", () => {
    expect(hoursOf({}, [overMonthEnd])).toEqual([742, 744]);
    expect(hoursOf({}, [overMonthEnd], april)).toEqual([715, 720]);
  });
  test("over the end of a month, all of it in the month it began", () => {
    const rules = withRules({ over_month_end: "start month" });
    expect(hoursOf(rules, [overMonthEnd])).toEqual([737, 744]);
    expect(hoursOf(rules, [overMonthEnd], april)).toEqual([720, 720]);
  });
});

describe("time about which nothing is known", () => {
  const blind = outage("U", ["2026-03-10 00:00", "2026-03-10 04:00"], { impact: "unknown" });
  const down = outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]);
  test("leaves the figure; the bounds take it as up and as down", () => {
    const { figure, bounds, completeness } = measured({}, [down, blind]);
    expect(figure).toEqual(fraction(738, 740)); // 744 - 4 - 2 of 744 - 4
    expect(bounds).toEqual({ low: fraction(738, 744), high: fraction(742, 744) });
    expect(completeness).toEqual(fraction(740, 744));
  });
  test.each([
    ["as up", [742, 744]],
    ["as down", [738, 744]],
  ] as const)("counts %s where that is agreed", (unknown_time, expected) =>
    expect(hoursOf(withRules({ unknown_time }), [down, blind])).toEqual(expected),
  );
  test("is all of it without a record of outages at all", () => {
    const { figure, completeness, bounds } = measured({}, []);
    expect(figure).toBeNull();
    expect(completeness).toEqual(fraction(0));
    expect(bounds).toEqual({ low: fraction(0), high: fraction(1) });
  });
  test("a file of outages without one in it is a month without an outage", () =>
    expect(measured({}, [], { facts: { outages: [] } }).figure).toEqual(fraction(1)));
  test("what is not yet known is unknown", () => {
    const { completeness } = measured({}, [down], { knownUntil: at("2026-03-16 12:00") });
    expect(completeness).toEqual(fraction(1, 2)); // 15.5 of 31 days
  });
  test("an outage of before the period is unknown where its state is not carried over", () => {
    const carried = outage("A", ["2026-02-28 22:00", "2026-03-01 02:00"]);
    expect(hoursOf(withRules({ state_at_start: "unknown" }), [carried])).toEqual([742, 742]);
  });
});

describe("agreed downtime", () => {
  const sunday: WindowTerms = {
    id: "sunday",
    title: "Sunday",
    every: "month",
    on: "2nd Sunday",
    from: 3600,
    to: 5 * 3600,
    services: [],
    zone: "UTC",
  };
  const windows: ContractTerms = { ...contract, windows: { sunday } };
  const terms: AgreedDowntime = { windows: ["sunday"], needs: null, notice: null, atMost: null, treated: "taken out" };
  // 8 March 2026 is the second Sunday: the window is 01:00 to 05:00.
  const inside = outage("A", ["2026-03-08 01:00", "2026-03-08 04:00"]);
  const across = outage("B", ["2026-03-08 03:00", "2026-03-08 07:00"]);
  test.each<[string, Partial<AgreedDowntime>, Fact, readonly number[]]>([
    ["leaves both sides", {}, inside, [740, 740]],
    ["counts as up", { treated: "counted as up" }, inside, [744, 744]],
    ["is not agreed at all", { treated: "not agreed" }, inside, [741, 744]],
    ["ends with the window", {}, across, [738, 740]],
    // 2 of 3 hours are agreed; the third is down and stays in the base: 744 - 4 + 1 = 741.
    ["is limited", { atMost: hours(2) }, inside, [740, 741]],
    ["has no limit that is reached", { atMost: hours(4) }, inside, [740, 740]],
  ])("%s", (_, parts, fact, expected) =>
    expect(hoursOf({ agreedDowntime: { ...terms, ...parts } }, [fact], { contract: windows })).toEqual(expected),
  );

  test("the raw figure knows nothing of it", () => {
    const { raw } = measured({ agreedDowntime: terms }, [inside], { contract: windows });
    expect(raw.figure).toEqual(fraction(741, 744));
  });

  const change = (approved: string): Fact =>
    record("changes", "C", [
      [approved, says("approved")],
      ["2026-03-08 02:00", says("planned")],
      ["2026-03-08 04:00", says("planned end")],
    ]);
  test.each<[string, Partial<AgreedDowntime>, readonly Fact[], readonly number[]]>([
    ["no change, no agreement", {}, [], [741, 744]],
    ["inside the window as far as the change goes", {}, [change("2026-03-01")], [741, 742]],
    ["approved too late", {}, [change("2026-03-08 02:30")], [741, 744]],
    ["announced five days before", { notice: { kind: "days", count: 5 } }, [change("2026-03-03 12:00")], [741, 742]],
    ["announced four days before", { notice: { kind: "days", count: 5 } }, [change("2026-03-04 12:00")], [741, 744]],
    ["a change without a window", { windows: [] }, [change("2026-03-01")], [741, 742]],
  ])("needs an approved change: %s", (_, parts, changes, expected) => {
    const agreedDowntime: AgreedDowntime = { ...terms, needs: "approved change", ...parts };
    expect(hoursOf({ agreedDowntime }, [inside, ...changes], { contract: windows })).toEqual(expected);
  });
});

describe("services that need each other", () => {
  const item = (
    id: string,
    dependsOn: ContractTerms["catalogue"][string]["dependsOn"] = [],
    partOf: string | null = null,
  ) => ({ id, name: id, dependsOn, partOf });
  const catalogue: ContractTerms["catalogue"] = {
    shop: item("shop", [
      { atLeast: 1, of: ["host"] },
      { atLeast: 1, of: ["line-a", "line-b"] },
    ]),
    host: item("host"),
    disk: item("disk", [], "host"),
    "line-a": item("line-a"),
    "line-b": item("line-b"),
  };
  const linked = { contract: { ...contract, catalogue } };
  const down = (component: string, start: string, end: string): Fact =>
    outage(`${component} ${start}`, [`2026-03-02 ${start}`, `2026-03-02 ${end}`], { component });
  const shop = { services: ["shop"] };
  test.each<[string, Partial<LevelTerms>, readonly Fact[], readonly number[]]>([
    ["what it needs is down", shop, [down("host", "10:00", "12:00")], [742, 744]],
    ["a part of what it needs is down", shop, [down("disk", "10:00", "12:00")], [742, 744]],
    ["one of two lines is enough", shop, [down("line-a", "10:00", "12:00")], [744, 744]],
    [
      "both lines are down for one hour",
      shop,
      [down("line-a", "10:00", "12:00"), down("line-b", "11:00", "14:00")],
      [743, 744],
    ],
    [
      "two of two are needed",
      { services: ["line-a", "line-b"], together: { atLeast: 2, of: ["line-a", "line-b"] } },
      [down("line-a", "10:00", "12:00"), down("line-b", "11:00", "14:00")],
      [740, 744],
    ],
    [
      "one of two is needed",
      { services: ["line-a", "line-b"], together: { atLeast: 1, of: ["line-a", "line-b"] } },
      [down("line-a", "10:00", "12:00"), down("line-b", "11:00", "14:00")],
      [743, 744],
    ],
    [
      "each for itself, added",
      { services: ["line-a", "line-b"], ...withRules({ overlaps: "added" }) },
      [down("line-a", "10:00", "12:00"), down("line-b", "11:00", "14:00")],
      [1483, 1488],
    ],
    ["something else", shop, [outage("X", ["2026-03-02 10:00", "2026-03-02 12:00"], { service: "mail" })], [744, 744]],
  ])("%s", (_, parts, facts, expected) => expect(hoursOf(parts, facts, linked)).toEqual(expected));

  test("an outage that did not reach the service says so", () => {
    const { items } = measured(shop, [down("line-a", "10:00", "12:00")], linked);
    expect(items.map(({ counted, why }) => [counted, why.code])).toEqual([[false, "service-stayed-up"]]);
  });

  test("one verdict each", () => {
    const facts = [down("line-a", "10:00", "12:00"), down("line-b", "11:00", "14:00")];
    const lines = { services: ["line-a", "line-b"] };
    const each = (id: string) => hoursOf(lines, facts, { ...linked, group: { by: "component", id } });
    expect([each("line-a"), each("line-b")]).toEqual([
      [742, 744],
      [741, 744],
    ]);
  });
});

describe("other ways to count", () => {
  test("by users: 2 h for 50 of 200 and 1 h for 300, which is everybody", () => {
    const weighted = { weightedBy: { field: "users", of: fraction(200) } };
    const facts = [
      outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"], { users: "50" }),
      outage("B", ["2026-03-03 10:00", "2026-03-03 11:00"], { users: "300" }),
    ];
    // lost: 2 x 50 + 1 x 200 = 300 of 744 x 200 user hours
    expect(measured(weighted, facts).figure).toEqual(fraction(744 * 200 - 300, 744 * 200));
  });
  test("by users of an unknown number: the bounds say nobody and everybody", () => {
    const weighted = { weightedBy: { field: "users", of: fraction(200) } };
    const { figure, bounds } = measured(weighted, [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"])]);
    expect(figure).toEqual(fraction(1));
    expect(bounds).toEqual({ low: fraction(742, 744), high: fraction(1) });
  });
  test("by slots of five minutes: 7 minutes from 10:04 touch three of 8928", () => {
    const { part, whole } = measured({ slot: minutes(5) }, [outage("A", ["2026-03-02 10:04", "2026-03-02 10:11"])]);
    expect([part?.n, whole?.n]).toEqual([8925n, 8928n]);
  });
});

describe("relief", () => {
  const relief: Relief = {
    id: "R-1",
    agreement: "quay-sla",
    ground: "force-majeure",
    clause: "9.3",
    takesOut: "time",
    levels: [],
    records: [],
    span: from("2026-03-02 11:00", "2026-03-02 15:00"),
    evidence: [],
    grantedBy: "client",
    granted: at("2026-04-02"),
    source: { file: "relief", row: 1 },
  };
  const down = outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]);
  test.each<[string, Partial<Relief>, readonly number[]]>([
    ["for a span: it leaves both sides", {}, [739, 740]],
    ["for a span of one outage: its down time alone", { records: ["A"] }, [742, 743]],
    ["for the whole outage", { takesOut: "records", records: ["A"], span: null }, [742, 742]],
  ])("%s", (_, parts, expected) =>
    expect(hoursOf({}, [down], { relief: [{ ...relief, ...parts }] })).toEqual(expected),
  );
});

describe("laws", () => {
  const start = at("2026-03-01");
  const outages = fc
    .array(
      fc.record({
        from: fc.integer({ min: -50, max: 744 }),
        hours: fc.integer({ min: 1, max: 90 }),
        impact: fc.constantFrom("down", "unknown", "degraded"),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map((each, index) => ({
        ...outage(`O${index}`, ["2026-03-01", null], { impact: each.impact }),
        events: moved(each),
      })),
    );
  const moved = (each: { from: number; hours: number; impact: string }) => {
    const began = instant(start + each.from * 3600);
    const said = (happened: Instant, sequence: number, change: Fact["events"][number]["change"]) => ({
      happened,
      learned: happened,
      sequence,
      source: { file: "law", row: sequence },
      change,
    });
    return [
      said(began, 0, sets("impact", each.impact)),
      said(began, 1, says("began")),
      said(instant(began + each.hours * 3600), 2, says("ended")),
    ];
  };
  const seconds = (facts: readonly Fact[], span = march) => {
    const { time } = measured({}, facts, { span, facts: { outages: facts } });
    return [totalOf(time?.down ?? []), totalOf(time?.unknown ?? []), totalOf(time?.scheduled ?? [])];
  };

  test("splitting a period never changes the totals", () =>
    fc.assert(
      fc.property(outages, fc.integer({ min: 1, max: 743 }), (facts, hour) => {
        const middle = instant(start + hour * 3600);
        const [left, right] = [seconds(facts, { ...march, end: middle }), seconds(facts, { ...march, start: middle })];
        expect(left.map((each, index) => each + (right[index] ?? 0))).toEqual(seconds(facts));
      }),
    ));

  test("the order of arrival never changes the result", () =>
    fc.assert(
      fc.property(outages, (facts) => {
        expect(seconds([...facts].reverse())).toEqual(seconds(facts));
      }),
    ));

  test("the bounds contain the figure, and lie within nothing and all", () =>
    fc.assert(
      fc.property(outages, (facts) => {
        const { figure, bounds } = measured({}, facts, { facts: { outages: facts } });
        if (figure === null || bounds === null) return;
        expect(compare(bounds.low, figure)).toBeLessThanOrEqual(0);
        expect(compare(figure, bounds.high)).toBeLessThanOrEqual(0);
        expect(compare(bounds.low, fraction(0))).toBeGreaterThanOrEqual(0);
        expect(compare(bounds.high, share("100"))).toBeLessThanOrEqual(0);
      }),
    ));
});
