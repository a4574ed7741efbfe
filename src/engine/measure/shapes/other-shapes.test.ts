import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import type { Verdict } from "../../agreement/words.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import {
  at,
  becomes,
  clockOf,
  decimal,
  incident,
  isOpen,
  mark,
  minutes,
  outage,
  plainLevel,
  reads,
  record,
  says,
  sets,
  story,
} from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { measure } from "../measure.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  measure(story({ ...plainLevel, ...parts }, facts, more)).value;

const anyOf = (...values: string[]) => ({ kind: "any of" as const, values });

describe("share of records", () => {
  const parts: Partial<LevelTerms> = {
    measure: "share of records",
    of: "changes",
    good: { outcome: anyOf("successful") },
  };
  const change = (id: string, when: string, outcome: string | null): Fact =>
    record("changes", id, [
      ["2026-02-20", says("requested")],
      [when, says("implemented")],
      ...(outcome === null ? [] : [[when, sets("outcome", outcome)] as const]),
    ]);
  const facts = [
    change("A", "2026-03-02", "successful"),
    change("B", "2026-03-03", "failed"),
    change("C", "2026-03-04", null),
    change("D", "2026-04-02", "failed"),
  ];
  test("counted by the month they were implemented; an unknown outcome is in the bounds", () => {
    const { figure, bounds, completeness } = measured(parts, facts);
    expect(figure).toEqual(fraction(1, 2));
    expect(bounds).toEqual({ low: fraction(1, 3), high: fraction(2, 3) });
    expect(completeness).toEqual(fraction(2, 3));
  });
  test("every record that lived in the month says why it is counted or not", () => {
    const withdrawn = record("changes", "E", [
      ["2026-03-05", says("requested")],
      ["2026-03-06", becomes("cancelled")],
    ]);
    const { items } = measured(parts, [...facts, withdrawn]);
    expect(items.map(({ record: id, why }) => `${id} ${why.code}`)).toEqual([
      "A good",
      "B not-good",
      "C field-missing",
      "D not-yet-counted",
      "E called-off",
    ]);
  });
  test("counted by another moment", () => {
    const counted = { ...parts, rules: { ...plainLevel.rules, counted_by: "requested" as const } };
    expect(measured(counted, facts).whole).toEqual(fraction(0));
  });
});

describe("share of samples", () => {
  const parts: Partial<LevelTerms> = {
    measure: "share of samples",
    of: "samples",
    where: { metric: anyOf("storage") },
    good: { value: { kind: "mark", mark: mark("at most", decimal("0.8")) } },
    sampledEvery: minutes(60),
  };
  const day = { span: { start: at("2026-03-02"), end: at("2026-03-03") } };
  const series = (times: readonly string[], value: string): Fact =>
    record("samples", "storage", [
      ["2026-03-01", sets("metric", "storage")],
      ...times.map((time) => [`2026-03-02 ${time}`, reads(value)] as const),
    ]);
  const hourly = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

  test("all there", () => {
    const { figure, completeness } = measured(parts, [series(hourly, "0.79")], day);
    expect([figure, completeness]).toEqual([fraction(1), fraction(1)]);
  });
  test("exactly on the limit is good, one part in a million over is not", () => {
    expect(measured(parts, [series(hourly, "80%")], day).part).toEqual(fraction(24));
    expect(measured(parts, [series(hourly, "0.800001")], day).part).toEqual(fraction(0));
  });
  test("a gap of three samples is not known", () => {
    const { figure, bounds, completeness, items } = measured(
      parts,
      [
        series(
          hourly.filter((_, hour) => hour < 10 || hour > 12),
          "0.5",
        ),
      ],
      day,
    );
    expect(figure).toEqual(fraction(1));
    expect(bounds).toEqual({ low: fraction(21, 24), high: fraction(1) });
    expect(completeness).toEqual(fraction(21, 24));
    expect(items.find(({ why }) => why.code === "gap")?.why.facts).toMatchObject({
      missing: "3",
      from: String(at("2026-03-02 09:00")),
    });
  });
  test("no sample at all is a day of 24 that are missing", () => {
    const { figure, completeness } = measured(parts, [], day);
    expect([figure, completeness]).toEqual([null, fraction(0)]);
  });
  test("samples a little late are no gap", () =>
    expect(
      measured(
        parts,
        [
          series(
            hourly.map((time, hour) => time.replace(":00", hour % 2 ? ":07" : ":02")),
            "0.5",
          ),
        ],
        day,
      ).completeness,
    ).toEqual(fraction(1)));
  test("samples 1 h 50 min apart have one missing between them", () => {
    const late = hourly.filter((_, hour) => hour !== 10).map((time) => (time === "11:00" ? "10:50" : time));
    expect(measured(parts, [series(late, "0.5")], day).completeness).toEqual(fraction(23, 24));
  });
  test("outside service time nothing is expected", () =>
    // office hours, 09:00 to 17:00: 8 samples
    expect(measured({ ...parts, calendar: "office" }, [series(hourly, "0.5")], day).whole).toEqual(fraction(8)));
  test("one record a sample, and the mean of the slots", () => {
    const sample = (id: string, time: string, value: string): Fact =>
      record("samples", id, [
        [`2026-03-02 ${time}`, sets("metric", "storage")],
        [`2026-03-02 ${time}`, sets("value", value)],
      ]);
    const facts = [sample("a", "09:01", "0.5"), sample("b", "09:02", "0.9"), sample("c", "09:06", "0.5")];
    const slots = { ...parts, sampledEvery: null, slot: minutes(5) };
    // (1/2 + 1/1) / 2
    expect(measured(slots, facts, day).figure).toEqual(fraction(3, 4));
  });
});

describe("means and percentiles", () => {
  const took = (id: string, length: number): Fact =>
    incident(id, ["2026-03-02 00:00", `2026-03-02 ${String(length).padStart(2, "0")}:00`]);
  const facts = [took("A", 1), took("B", 2), took("C", 3), took("D", 10)];
  const hoursOf = (figure: Fraction | null) => figure && Number(figure.n) / Number(figure.d) / 3600;
  test.each<[string, Partial<LevelTerms>, number]>([
    ["mean", { measure: "average" }, 4],
    ["mean without the slowest quarter", { measure: "average", trim: fraction(1, 4) }, 2],
    ["median", { measure: "percentile", percent: fraction(1, 2) }, 2],
    [
      "median between two",
      { measure: "percentile", percent: fraction(1, 2), rules: { ...plainLevel.rules, percentile_method: "linear" } },
      2.5,
    ],
  ])("%s of clocks", (_, parts, expected) =>
    expect(hoursOf(measured({ clock: clockOf(8), ...parts }, facts).figure)).toBe(expected),
  );

  test("a mean of a field; one missing value leaves a third unknown", () => {
    const survey = (id: string, score: string | null): Fact =>
      record("surveys", id, [["2026-03-02", sets("score", score)]]);
    const { figure, completeness, bounds } = measured({ measure: "average", of: "surveys", value: "score" }, [
      survey("A", "4"),
      survey("B", "4.5"),
      survey("C", null),
    ]);
    expect(figure).toEqual(fraction(17, 4));
    expect(completeness).toEqual(fraction(2, 3));
    expect(bounds).toBeNull();
  });
  test("the raw mean keeps what was excepted, but nothing of what is not selected", () => {
    const named = (id: string, length: number, team: string): Fact =>
      incident(id, ["2026-03-02 00:00", `2026-03-02 0${length}:00`], { team });
    const parts = {
      measure: "average" as const,
      clock: clockOf(8),
      where: { team: anyOf("red", "blue") },
      except: [{ because: "Raised by the drill", where: { team: anyOf("blue") } }],
    };
    const moved = record("incidents", "D", [
      ["2026-03-02 00:00", sets("team", "green")],
      ["2026-03-02 00:00", isOpen],
      ["2026-03-02 09:00", becomes("resolved")],
      ["2026-03-03 00:00", sets("team", "red")],
    ]);
    const { figure, raw } = measured(parts, [
      named("A", 1, "red"),
      named("B", 3, "blue"),
      named("C", 8, "green"),
      moved,
    ]);
    expect([hoursOf(figure), hoursOf(raw.figure)]).toEqual([1, 2]);
  });
  test("of nothing there is none", () =>
    expect(measured({ measure: "average", clock: clockOf(8) }, []).figure).toBeNull());
});

describe("counts", () => {
  const facts = [
    incident("A", ["2026-03-02", "2026-03-03"], { minutes: "20" }),
    incident("B", ["2026-03-05", null], { minutes: "30.5" }),
    incident("C", ["2026-02-05", "2026-03-05"], { minutes: "7" }),
    record("changes", "X", [["2026-03-01", isOpen]]),
    record("changes", "Y", [["2026-03-09", isOpen]]),
    record("changes", "Z", [["2026-03-10", isOpen]]),
    record("changes", "V", [["2026-03-11", isOpen]]),
  ];
  test.each<[string, Partial<LevelTerms>, Fraction]>([
    ["opened in March", { measure: "number" }, fraction(2)],
    ["the sum of a field", { measure: "number", value: "minutes" }, fraction(101, 2)],
    ["incidents per change", { measure: "rate", per: { of: "changes", where: {} } }, fraction(1, 2)],
    ["still open at the end", { measure: "backlog" }, fraction(1)],
    // 744 hours over two incidents
    ["seconds between incidents", { measure: "time between incidents" }, fraction(372 * 3600)],
  ])("%s", (_, parts, expected) => expect(measured(parts, facts).figure).toEqual(expected));
  test("none is 0, not nothing", () => expect(measured({ measure: "number" }, []).figure).toEqual(fraction(0)));
  test("per nothing is nothing", () =>
    expect(measured({ measure: "rate", per: { of: "changes", where: {} } }, []).figure).toBeNull());
});

describe("failures", () => {
  const parts: Partial<LevelTerms> = { of: "outages", where: { impact: anyOf("down") } };
  const facts = [
    outage("A", ["2026-02-28 22:00", "2026-03-01 02:00"]), // 2 h in March, but no failure of March
    outage("B", ["2026-03-10 10:00", "2026-03-10 12:00"]),
    outage("C", ["2026-03-31 20:00", "2026-04-01 04:00"]), // 8 h, 4 of them in March
  ];
  test("up time over the failures that began in the month: (744 - 2 - 2 - 4) / 2", () =>
    expect(measured({ ...parts, measure: "time between failures" }, facts).figure).toEqual(fraction(368 * 3600)));
  test("from start to start: 744 / 2", () => {
    const rules = { ...plainLevel.rules, between_failures: "start to start" as const };
    expect(measured({ ...parts, measure: "time between failures", rules }, facts).figure).toEqual(fraction(372 * 3600));
  });
  test("without failures there is no time between them", () =>
    expect(measured({ ...parts, measure: "time between failures" }, [], { facts: { outages: [] } }).figure).toBeNull());
  test("time to restore, whole: (2 + 8) / 2", () =>
    expect(measured({ ...parts, measure: "time to restore" }, facts).figure).toEqual(fraction(5 * 3600)));
  test("an outage that goes on is not known", () => {
    const { completeness } = measured({ ...parts, measure: "time to restore" }, [
      ...facts,
      outage("D", ["2026-03-30", null]),
    ]);
    expect(completeness).toEqual(fraction(2, 3));
  });
});

describe("score", () => {
  const parts: Partial<LevelTerms> = {
    measure: "score",
    of: null,
    parts: [
      { level: "a", share: fraction(1, 2) },
      { level: "b", share: fraction(3, 10) },
      { level: "c", share: fraction(1, 5) },
    ],
    points: { met: fraction(100), "at minimum": fraction(60), missed: fraction(0) },
  };
  const given = (a: Verdict, b: Verdict, c: Verdict) => ({
    verdicts: new Map([
      ["quay-sla/a", a],
      ["quay-sla/b", b],
      ["quay-sla/c", c],
    ]),
  });
  test.each<[Verdict, Verdict, Verdict, Partial<LevelTerms>, Fraction]>([
    ["met", "at minimum", "missed", {}, fraction(68)], // 50 + 18
    ["met", "not rated", "missed", {}, fraction(500, 7)], // 50 of 70
    ["met", "not rated", "missed", { leftOut: "counts as met" }, fraction(80)],
    ["met", "undetermined", "met", {}, fraction(100)],
  ])("%s, %s, %s", (a, b, c, more, expected) =>
    expect(measured({ ...parts, ...more }, [], given(a, b, c)).figure).toEqual(expected),
  );
  test("what is undetermined has the fewest and the most points", () =>
    expect(measured(parts, [], given("met", "undetermined", "met")).bounds).toEqual({
      low: fraction(70),
      high: fraction(100),
    }));
});

test("entered by hand: the last figure of the period stands, with a finding", () => {
  const entry = (part: number, period = "2026-03") => ({
    agreement: "quay-sla",
    level: "level",
    period,
    part: fraction(part),
    whole: fraction(100),
    by: "Ada Pell",
    evidence: ["minutes"],
    source: { file: "entered", row: part },
  });
  const { value, findings } = measure(
    story({ ...plainLevel, measure: "entered", of: null }, [], {
      entered: [entry(90), entry(97), entry(3, "2026-04")],
    }),
  );
  expect(value.figure).toEqual(fraction(97, 100));
  expect(findings.map(({ code }) => code)).toEqual(["entered-twice"]);
  expect(measured({ measure: "entered", of: null }, []).completeness).toEqual(fraction(0));
});
