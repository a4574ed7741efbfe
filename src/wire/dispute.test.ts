import { describe, expect, test } from "vitest";
import { utc } from "../engine/time/zone.ts";
import { readStatedFacts } from "./relief.ts";
import { readZone } from "./zones.ts";

const london = readZone("Europe/London") ?? utc;
const levels: Readonly<Record<string, ReadonlySet<string>>> = { sla: new Set(["repair", "uptime"]) };
const read = (text: string) => readStatedFacts({ name: "d.yaml", text }, london, (id) => levels[id] ?? null);
const seconds = (stamp: string): number => Date.parse(stamp) / 1000;

const good = `underpin: 1
disputes:
  - id: D-1
    agreement: sla
    level: repair
    period: 2026-07
    by: ines-roe
    raised: 2026-08-05
    because: The waiting was not ours.
    evidence: [mail of 3 August]
  - id: D-2
    agreement: sla
    levels: [repair, uptime]
    records: [INC-7, INC-9]
    from: 2026-07-01
    until: 2026-07-02
    by: ines-roe
    raised: 2026-08-05 10:00
    answered: 2026-08-06
    settled: 2026-08-20 12:00
    outcome: withdrawn
    because: The log is another one.
    evidence: []
`;

describe("disputes that people state", () => {
  test("wall times are those of the contract's zone, and a date as the end is included", () => {
    const { disputes, problems } = read(good);
    expect(problems).toEqual([]);
    // London is an hour ahead of UTC in summer
    expect(disputes).toEqual([
      {
        id: "D-1",
        agreement: "sla",
        levels: ["repair"],
        period: "2026-07",
        records: [],
        span: null,
        by: "ines-roe",
        because: "The waiting was not ours.",
        raised: seconds("2026-08-04T23:00:00Z"),
        answered: null,
        settled: null,
        outcome: null,
        source: { file: "d.yaml", row: 1 },
      },
      {
        id: "D-2",
        agreement: "sla",
        levels: ["repair", "uptime"],
        period: null,
        records: ["INC-7", "INC-9"],
        span: { start: seconds("2026-06-30T23:00:00Z"), end: seconds("2026-07-02T23:00:00Z") },
        by: "ines-roe",
        because: "The log is another one.",
        raised: seconds("2026-08-05T09:00:00Z"),
        answered: seconds("2026-08-05T23:00:00Z"),
        settled: seconds("2026-08-20T11:00:00Z"),
        outcome: "withdrawn",
        source: { file: "d.yaml", row: 2 },
      },
    ]);
  });

  test.each([
    [
      "a field that is missing",
      "    because: The waiting was not ours.\n",
      "",
      "missing-field",
      "disputes.0.because",
      3,
    ],
    [
      "an agreement that is none",
      "agreement: sla\n    level:",
      "agreement: ola\n    level:",
      "unknown-reference",
      "disputes.0.agreement",
      4,
    ],
    ["a level that is none", "level: repair", "level: repairs", "unknown-reference", "disputes.0", 3],
    ["nothing that is disputed", "    period: 2026-07\n", "", "nothing-disputed", "disputes.0", 3],
    ["a time without an end", "    period: 2026-07\n", "    from: 2026-07-01\n", "no-time-disputed", "disputes.0", 3],
    [
      "settled before it was raised",
      "because: The w",
      "settled: 2026-08-04\n    outcome: stands\n    because: The w",
      "before-it-was-raised",
      "disputes.0.settled",
      9,
    ],
    [
      "settled without an outcome",
      "because: The w",
      "settled: 2026-08-06\n    because: The w",
      "settled-by-half",
      "disputes.0",
      3,
    ],
    [
      "an outcome that is unknown",
      "because: The w",
      "outcome: lost\n    because: The w",
      "unknown-word",
      "disputes.0.outcome",
      9,
    ],
  ])("%s is told at its place, and the other dispute stands", (_, from, to, code, path, line) => {
    const { disputes, problems } = read(good.replace(from, to));
    expect(problems.map((problem) => [problem.code, problem.path, problem.line])).toEqual([[code, path, line]]);
    expect(disputes.map(({ id }) => id)).toEqual(["D-2"]);
  });

  test("a number that stands twice is told", () => {
    const { problems } = read(good.replace("id: D-2", "id: D-1"));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([["stated-twice", "disputes.1.id"]]);
  });

  test("without the contract no name is held against it", () => {
    expect(readStatedFacts({ name: "d.yaml", text: good.replaceAll("sla", "x") }, london).problems).toEqual([]);
  });
});
