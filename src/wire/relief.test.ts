import { describe, expect, test } from "vitest";
import { fraction } from "../engine/number/fraction.ts";
import { utc } from "../engine/time/zone.ts";
import { readStatedFacts } from "./relief.ts";
import { readZone } from "./zones.ts";

const london = readZone("Europe/London") ?? utc;
const read = (text: string) => readStatedFacts({ name: "relief.yaml", text }, london);
const seconds = (stamp: string): number => Date.parse(stamp) / 1000;

const good = `underpin: 1
part_of: larkfield
relief:
  - id: R-1
    agreement: shop-sla
    ground: client-cause
    clause: clause 9
    takes_out: time
    levels: [resolution]
    records: [INC-7]
    from: 2026-07-01 09:00
    until: 2026-07-01T12:30:00+02:00
    evidence: [message]
    granted_by: nora-vance
    granted: 2026-07-05
  - {id: R-2, agreement: shop-sla, ground: client-change, clause: clause 9, takes_out: records, evidence: [a],
     granted_by: nora-vance, granted: 2026-07-05 10:00, records: [INC-9]}
entered:
  - {agreement: shop-sla, level: audit, period: 2026-03, part: 19, whole: 20, by: nora-vance, evidence: [sheet]}
  - {agreement: shop-sla, level: audit, period: 2026-04, part: 0.950, by: nora-vance, evidence: []}
`;

describe("facts that people state", () => {
  test("wall times are those of the contract's zone, other times carry their offset", () => {
    const { relief, problems } = read(good);
    expect(problems).toEqual([]);
    // London is an hour ahead of UTC in July
    expect(relief[0]).toMatchObject({
      takesOut: "time",
      levels: ["resolution"],
      records: ["INC-7"],
      span: { start: seconds("2026-07-01T08:00:00Z"), end: seconds("2026-07-01T10:30:00Z") },
      grantedBy: "nora-vance",
      granted: seconds("2026-07-04T23:00:00Z"),
      source: { file: "relief.yaml", row: 1 },
    });
    expect(relief[1]).toMatchObject({ takesOut: "records", span: null, levels: [], source: { row: 2 } });
  });

  test("a date as the end is included", () => {
    const text = good
      .replace("from: 2026-07-01 09:00", "from: 2026-07-01")
      .replace("2026-07-01T12:30:00+02:00", "2026-07-02");
    const { span } = read(text).relief[0] ?? {};
    expect(span && span.end - span.start).toBe(172_800); // two whole days
  });

  test("figures are exact, a plain one is divided by 1", () => {
    const { entered } = read(good);
    expect(entered.map(({ period, part, whole }) => [period, part, whole])).toEqual([
      ["2026-03", fraction(19), fraction(20)],
      ["2026-04", fraction(19, 20), fraction(1)],
    ]);
  });

  test.each([
    ["a field that is missing", "    ground: client-cause\n", "", "missing-field", "relief.0.ground"],
    ["a word that is unknown", "takes_out: time", "takes_out: tme", "unknown-word", "relief.0.takes_out"],
    ["an end before the start", "2026-07-01T12:30:00+02:00", "2026-06-01", "no-time-taken-out", "relief.0"],
    ["a time that is none", "2026-07-01 09:00", "1 July", "time-unreadable", "relief.0.from"],
  ])("%s is told, and the other entries stand", (_, from, to, code, path) => {
    const { relief, entered, problems } = read(good.replace(from, to));
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    expect([relief.map(({ id }) => id), entered.length]).toEqual([["R-2"], 2]);
  });

  test("whatever is written, nothing is thrown", () => {
    for (const text of ["", "relief: 1", "relief: [1, [], {}]", "a: &b c", "- x"])
      expect(read(text).relief).toEqual([]);
  });
});
