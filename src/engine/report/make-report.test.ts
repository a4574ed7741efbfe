import { describe, expect, test } from "vitest";
import { answerOf, countVerdicts } from "./answer.ts";
import { exampleInput, exampleReport } from "./fixture/example-report.ts";
import { makeReport } from "./make-report.ts";
import type { LevelReport } from "./report.ts";
import { verdicts } from "./words/verdict.ts";

const report = exampleReport();
const level = (id: string): LevelReport => {
  const found = report.agreements.flatMap(({ levels }) => levels).find((each) => each.id === id);
  if (!found) throw new Error(`no level ${id}`);
  return found;
};

describe("the answer", () => {
  test("is one sentence", () => {
    expect(report.answer).toBe("March 2026: 8 of 15 met, 1 at minimum, 2 missed, 1 undetermined, 1 held, 2 not rated.");
    expect(report.counts).toEqual({ met: 8, "at minimum": 1, missed: 2, "not rated": 2, undetermined: 1, held: 1 });
  });

  test.each([
    [["met", "met"], "May: all 2 service levels met."],
    [["met"], "May: the one service level was met."],
    [[], "May: no service level was judged."],
    [["met", "missed"], "May: 1 of 2 met, 1 missed."],
  ] as const)("of %o", (list, sentence) => {
    expect(answerOf("May", countVerdicts(list.map((verdict) => ({ verdict }))))).toBe(sentence);
  });

  test("names what was missed and by what", () => {
    expect(report.because).toContain("Missed: Resolution of incidents (95.59 %, minimum 96.00 %)");
  });
});

describe("a level", () => {
  test("has its figure, its parts and what was left out", () => {
    const resolution = level("incident-resolution");
    expect(resolution.figure).toEqual({ text: "95.59 %", of: "412 of 431", value: 95.591647 });
    expect(resolution.raw).toMatchObject({ text: "93.64 %", of: "412 of 440" }); // 412 / 440 = 0.93636…
    expect(resolution.reason).toBe("95.59 % (412 of 431) is below the minimum of 96.00 %: 19 misses, 12 allowed.");
    expect(resolution.population).toEqual([
      { reason: "In time", counted: true, count: 412 },
      { reason: "Over the time allowed", counted: true, count: 19 },
      { reason: "Called off or merged into another record", counted: false, count: 14 },
      { reason: "Raised twice or in error", counted: false, count: 9 },
      { reason: "A service outside this promise", counted: false, count: 4 },
    ]);
  });

  test("has a trend of 13 periods, the one reported last, with intervals where data are missing", () => {
    const { trend } = level("incident-resolution");
    expect(trend.map(({ label }) => label)).toHaveLength(13);
    expect(trend.at(-1)).toMatchObject({ period: "2026-03", label: "Mar 26", count: 431, expected: 97, minimum: 96 });
    expect(trend.filter(({ low }) => low !== null).map(({ period }) => period)).toEqual(["2025-12"]);
  });

  test("splits the clock of a miss at the instant the time was used up", () => {
    const [miss] = level("incident-resolution").misses;
    expect(miss).toMatchObject({ record: "INC-48213", elapsed: "8:55:24", allowed: "8:00:00", over: "+0:55:24" });
    expect(miss?.segments.map(({ kind, length }) => `${kind} ${length}`)).toEqual([
      "running 0:23:21",
      "paused 1:14:33",
      "running 1:39:56",
      "outside hours 59:00:00", // clocks went forward: an hour less than the wall says
      "running 2:14:20",
      "running 3:42:23",
      "over target 0:23:17",
      "over target 0:32:07", // 0:23:17 + 0:32:07 = 0:55:24
    ]);
    expect(miss?.segments.find(({ kind }) => kind === "over target")?.from).toBe("Mon 30 Mar 12:56:43");
  });

  test("says when nothing was there, and never shows a miss as its target", () => {
    expect(level("between-incidents").figure).toEqual({ text: "no data", of: null, value: null });
    expect(level("restore-p95").figure.text).toBe("4:00:00.004");
  });

  test("of time tells what every second was", () => {
    const { time, bounds } = level("claims-availability");
    expect(time?.totals).toEqual({ down: "1:06:50", agreed: "3:40:00", relieved: "1:15:00", unknown: "3:00:00" });
    expect(time?.days).toHaveLength(31);
    expect(bounds).toEqual({ low: "99.44 %", high: "99.85 %" });
  });
});

test("findings that say the same are one line, errors first", () => {
  expect(report.findings.map(({ weight, count }) => `${weight} ${count}`)).toEqual(["error 1", "warning 1", "note 6"]);
  const groups = [
    { code: "row-repeated", weight: "note", total: 331, first: [{ ...finding, code: "row-repeated" }] },
  ] as const;
  expect(makeReport({ ...exampleInput, findings: [], groups }).findings).toEqual([
    {
      code: "row-repeated",
      weight: "note",
      sentence: "The row says what an earlier row has said.",
      where: "a.csv, row 7",
      count: 331,
    },
  ]);
});

const finding = { code: "", weight: "note", source: { file: "a.csv", row: 7 }, record: null, facts: {} } as const;

test("calendars name the days that were not like others", () => {
  const business = report.calendars.find(({ id }) => id === "business-hours");
  expect(business?.special).toEqual([
    { day: "Tue 17 Mar 2026", name: "Move of the claims archive", open: "closed" },
    { day: "Sat 28 Mar 2026", name: "Renewal Saturday", open: "09:00-15:00" },
  ]);
});

test("every verdict has its meaning in the glossary", () => {
  const words = report.glossary.map(({ word }) => word.toLowerCase());
  expect(verdicts.filter((verdict) => !words.includes(verdict))).toEqual([]);
});
