import { describe, expect, test } from "vitest";
import type { ContractTerms, LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { availability, contract, minutes, outage, story } from "../fixture/story.ts";
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

  test("by users of two outages at once: the larger one counts, or both where overlaps are added", () => {
    const facts = [
      outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"], { users: "50" }),
      outage("B", ["2026-03-02 11:00", "2026-03-02 12:00"], { users: "80" }),
    ];
    const weighted = { weightedBy: { field: "users", of: fraction(200) } };
    // 50 + 80 of 744 x 200, or 50 + 130
    expect(measured(weighted, facts).figure).toEqual(fraction(148_670, 148_800));
    expect(measured({ ...weighted, ...withRules({ overlaps: "added" }) }, facts).figure).toEqual(
      fraction(148_620, 148_800),
    );
  });

  test("a slot that was down is bad, whatever else of it is unknown", () => {
    const facts = [
      outage("A", ["2026-03-02 10:01", "2026-03-02 10:02"]),
      outage("U", ["2026-03-02 10:02", "2026-03-02 10:06"], { impact: "unknown" }),
    ];
    // 10:00 is bad, 10:05 is not known: 8926 good of 8927
    const { figure, bounds } = measured({ slot: minutes(5) }, facts);
    expect(figure).toEqual(fraction(8926, 8927));
    expect(bounds).toEqual({ low: fraction(8926, 8928), high: fraction(8927, 8928) });
  });
});
