import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import type { Relief } from "../../record/relief.ts";
import {
  at,
  becomes,
  clockOf,
  contract,
  from,
  hours,
  incident,
  isOpen,
  record,
  resolution,
  sets,
  story,
} from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { shareInTime } from "./share-in-time.ts";

const measured = (level: LevelTerms, facts: readonly Fact[], parts: Partial<MeasureInput> = {}) =>
  shareInTime(story(level, facts, parts)).value;

const countsOf = (level: LevelTerms, facts: readonly Fact[], parts: Partial<MeasureInput> = {}) => {
  const { part, whole } = measured(level, facts, parts);
  return `${part?.n} of ${whole?.n}`;
};

const whyOf = (level: LevelTerms, facts: readonly Fact[], parts: Partial<MeasureInput> = {}) =>
  measured(level, facts, parts).items.map(
    ({ record, counted, good, why }) => `${record} ${counted ? good : "out"} ${why.code}`,
  );

describe("who belongs to the population", () => {
  const inTime = ["2026-03-02 09:00", "2026-03-02 10:00"] as const;
  test.each<[string, Partial<LevelTerms>, Fact, string]>([
    [
      "another priority",
      { where: { priority: { kind: "any of", values: ["P1"] } } },
      incident("A", inTime, { priority: "P2" }),
      "A out not-selected",
    ],
    [
      "no priority",
      { where: { priority: { kind: "any of", values: ["P1"] } } },
      incident("A", inTime),
      "A out field-missing",
    ],
    [
      "no row for its priority",
      { clock: clockOf(8, { per: "priority", rows: { P1: { within: hours(1), calendar: "always", clause: null } } }) },
      incident("A", inTime, { priority: "P3" }),
      "A out no-row",
    ],
    [
      "its row not known",
      { clock: clockOf(8, { per: "priority", rows: { P1: { within: hours(1), calendar: "always", clause: null } } }) },
      incident("A", inTime),
      "A null row-unknown",
    ],
    ["another service", { services: ["mail"] }, incident("A", inTime, { service: "web" }), "A out other-service"],
    ["no service named", { services: ["mail"] }, incident("A", inTime), "A true in-time"],
    [
      "an exception",
      { except: [{ because: "Raised twice", where: { closed_as: { kind: "any of", values: ["duplicate"] } } }] },
      incident("A", inTime, { closed_as: "duplicate" }),
      "A out excepted",
    ],
  ])("%s", (_, parts, fact, expected) => expect(whyOf({ ...resolution, ...parts }, [fact])).toEqual([expected]));

  test("a code of closure that came after the repair counts, if it came before the end of the month", () => {
    const except = [
      { because: "Raised twice", where: { closed_as: { kind: "any of" as const, values: ["duplicate"] } } },
    ];
    const closed = (when: string): Fact =>
      record("incidents", "A", [
        ["2026-03-02 09:00", isOpen],
        ["2026-03-02 10:00", becomes("resolved")],
        [when, sets("closed_as", "duplicate")],
      ]);
    expect(countsOf({ ...resolution, except }, [closed("2026-03-09 10:00")])).toBe("0 of 0");
    expect(countsOf({ ...resolution, except }, [closed("2026-04-09 10:00")])).toBe("1 of 1");
  });

  test("the priority that counts is the one at the verdict, not a later one", () => {
    const where = { priority: { kind: "any of" as const, values: ["P1"] } };
    const fact = record("incidents", "A", [
      ["2026-03-02 09:00", isOpen],
      ["2026-03-02 09:00", sets("priority", "P1")],
      ["2026-03-02 10:00", becomes("resolved")],
      ["2026-03-03 10:00", sets("priority", "P2")],
    ]);
    expect(countsOf({ ...resolution, where }, [fact])).toBe("1 of 1");
  });

  test("a record of another tool is none of this level's", () =>
    expect(countsOf({ ...resolution, source: "other" }, [incident("A", inTime)])).toBe("0 of 0"));
});

describe("a promise beneath another", () => {
  const item = (id: string, needs: readonly string[]) => ({
    id,
    name: id,
    dependsOn: needs.map((each) => ({ atLeast: 1, of: [each] })),
    partOf: null,
  });
  const catalogue = { shop: item("shop", ["line", "host"]), line: item("line", []), host: item("host", []) };
  const linked = { contract: { ...contract, catalogue } };
  const named = (fields: Readonly<Record<string, string>>): Fact =>
    incident("A", ["2026-03-02 09:00", "2026-03-02 10:00"], { holder: "lantern", ...fields });
  test.each([
    ["SLA", "a record of the service above", { service: "shop" }, "0 of 0"],
    ["UC", "a record of the service above", { service: "shop" }, "1 of 1"],
    ["UC", "a record of another component", { service: "shop", component: "host" }, "0 of 0"],
    ["UC", "a record of its own component", { service: "shop", component: "line" }, "1 of 1"],
  ] as const)("%s: %s", (kind, _, fields, expected) =>
    expect(countsOf({ ...resolution, kind, services: ["line"] }, [named(fields)], linked)).toBe(expected),
  );

  test("a clock that follows the holder runs whatever the record names meanwhile", () => {
    const clock = clockOf(8, { starts: "received", stops: "handed on" });
    const rules = { ...resolution.rules, on_transfer: "starts afresh" as const };
    const fact = record("incidents", "A", [
      ["2026-03-02 00:00", isOpen],
      ["2026-03-02 00:00", sets("holder", "lantern")],
      ["2026-03-02 00:00", sets("service", "mail")],
      ["2026-03-02 06:00", sets("service", "line")],
      ["2026-03-02 09:00", becomes("resolved")], // 9 h with the holder, 3 h of them named line
    ]);
    expect(countsOf({ ...resolution, kind: "UC", clock, rules, services: ["line"] }, [fact], linked)).toBe("0 of 1");
  });
});

describe("a record that moves to another service", () => {
  // 5 h with mail, 2 h with web, 2 h with mail again: 9 h in all, 7 h with mail, 2 h since it came back.
  const moved = record("incidents", "A", [
    ["2026-03-02 00:00", isOpen],
    ["2026-03-02 00:00", sets("service", "mail")],
    ["2026-03-02 05:00", sets("service", "web")],
    ["2026-03-02 07:00", sets("service", "mail")],
    ["2026-03-02 09:00", becomes("resolved")],
  ]);
  const gone = record("incidents", "B", [
    ...moved.events.slice(0, 3).map(({ change }, index) => [`2026-03-02 0${index < 2 ? 0 : 5}:00`, change] as const),
    ["2026-03-02 06:00", becomes("resolved")],
  ]);
  test.each([
    ["to the new agreement", "0 of 1", "0 of 0"],
    ["split by time", "1 of 1", "0 of 0"],
    ["starts afresh", "1 of 1", "0 of 0"],
    ["stays", "0 of 1", "1 of 1"],
  ] as const)("%s", (on_transfer, back, away) => {
    const level: LevelTerms = { ...resolution, services: ["mail"], rules: { ...resolution.rules, on_transfer } };
    expect([countsOf(level, [moved]), countsOf(level, [gone])]).toEqual([back, away]);
  });
});

describe("figure, bounds and the raw figure", () => {
  test("an unknown row leaves the figure; the bounds take it both ways", () => {
    const clock = clockOf(8, { per: "priority", rows: { P1: { within: hours(8), calendar: "always", clause: null } } });
    const p1 = { priority: "P1" };
    const found = measured({ ...resolution, clock }, [
      incident("A", ["2026-03-02 09:00", "2026-03-02 10:00"], p1),
      incident("B", ["2026-03-02 09:00", "2026-03-02 19:00"], p1),
      incident("C", ["2026-03-02 09:00", "2026-03-02 10:00"]),
    ]);
    expect(found.figure).toEqual(fraction(1, 2));
    expect(found.bounds).toEqual({ low: fraction(1, 3), high: fraction(2, 3) });
    expect(found.completeness).toEqual(fraction(2, 3));
  });

  const relief: Relief = {
    id: "R-1",
    agreement: "quay-sla",
    ground: "client-cause",
    clause: "9.1",
    takesOut: "records",
    levels: [],
    records: ["B"],
    span: null,
    evidence: [],
    grantedBy: "client",
    granted: at("2026-04-02"),
    source: { file: "relief", row: 1 },
  };
  const facts = [
    incident("A", ["2026-03-02 09:00", "2026-03-02 10:00"]),
    incident("B", ["2026-03-02 09:00", "2026-03-02 19:00"]), // 10 h
  ];
  test.each<[string, Partial<Relief>, Partial<LevelTerms>, string, string]>([
    ["a record taken out", {}, {}, "1 of 1", "1 of 2"],
    [
      "a record counted as good",
      {},
      { rules: { ...resolution.rules, relieved_records: "counted as good" } },
      "2 of 2",
      "1 of 2",
    ],
    // 10 h - 3 h granted = 7 h
    [
      "time taken out",
      { takesOut: "time", span: from("2026-03-02 12:00", "2026-03-02 15:00") },
      {},
      "2 of 2",
      "1 of 2",
    ],
    ["relief for another level", { levels: ["response"] }, {}, "1 of 2", "1 of 2"],
    ["relief in another agreement", { agreement: "other" }, {}, "1 of 2", "1 of 2"],
    [
      "everything within a span",
      { records: [], span: from("2026-03-02 17:00", "2026-03-02 18:00") },
      {},
      "1 of 1",
      "1 of 2",
    ],
  ])("%s", (_, parts, level, expected, bare) => {
    const { part, whole, raw } = measured({ ...resolution, ...level }, facts, { relief: [{ ...relief, ...parts }] });
    expect(`${part?.n} of ${whole?.n}`).toBe(expected);
    expect(`${raw.part?.n} of ${raw.whole?.n}`).toBe(bare);
  });

  test("a record over and done before the period stays out of it, whatever time was relieved", () => {
    const span = from("2026-02-02 09:00", "2026-03-02 15:00");
    const done = incident("A", ["2026-02-02 09:00", "2026-02-02 10:00"]);
    expect(whyOf(resolution, [done], { relief: [{ ...relief, takesOut: "time", records: [], span }] })).toEqual([]);
  });
});
