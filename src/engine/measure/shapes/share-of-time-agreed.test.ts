import { describe, expect, test } from "vitest";
import type { AgreedDowntime, ContractTerms, LevelTerms, WindowTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import type { Relief } from "../../record/relief.ts";
import { at, availability, contract, from, hours, outage, record, says, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { shareOfTime } from "./share-of-time.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  shareOfTime(story({ ...availability, ...parts }, facts, more)).value;

/** Up and agreed hours. */
const hoursOf = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) => {
  const { part, whole } = measured(parts, facts, more);
  return [Number(part?.n) / 3600, Number(whole?.n) / 3600];
};

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
