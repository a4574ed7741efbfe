import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finding } from "../../finding/finding.ts";
import { fraction } from "../../number/fraction.ts";
import { duration } from "../../time/instant.ts";
import { exampleContract, london } from "../fixture/example-contract.ts";
import { march } from "../fixture/example-items.ts";
import { isoTime, localTime, longDay } from "./dates.ts";
import { allowedTime, clockTime, lengthOfTime } from "./duration.ts";
import { figureText, quantityText, shareText } from "./figure.ts";
import { findingSentence } from "./finding-words.ts";
import { all, any, counted } from "./list.ts";
import { periodLabel, shortPeriodLabel } from "./period.ts";
import { reasonLabel, reasonSentence } from "./reason-words.ts";

const place = { contract: exampleContract, zone: london };

describe("times", () => {
  test.each([
    [32_124, "8:55:24", "8 h 55 min 24 s"], // 8·3600 + 55·60 + 24
    [0, "0:00:00", "0 s"],
    [30, "0:00:30", "30 s"],
    [9000, "2:30:00", "2 h 30 min"],
    [-61, "-0:01:01", "minus 1 min 1 s"],
    [4_006_800, "1 113:00:00", "1 113 h"],
  ])("%i seconds", (seconds, clock, words) => {
    expect([clockTime(seconds), lengthOfTime(seconds)]).toEqual([clock, words]);
  });

  test("allowed", () => {
    expect(allowedTime({ kind: "business days", count: 3 })).toBe("3 business days");
    expect(allowedTime({ kind: "business days", count: 1 })).toBe("1 business day");
    expect(allowedTime({ kind: "time", seconds: duration(9000) })).toBe("2 h 30 min");
    expect(allowedTime({ kind: "days", count: 90 })).toBe("90 days");
  });

  test("a clock time is read back to the same seconds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
        const [hours = 0, minutes = 0, rest = 0] = clockTime(seconds).replaceAll(" ", "").split(":").map(Number);
        expect(hours * 3600 + minutes * 60 + rest).toBe(seconds);
      }),
    );
  });
});

describe("figures", () => {
  const at97 = { places: 2, half: "up", not: [fraction(97, 100)] } as const;
  test.each([
    ["412 of 431", fraction(412, 431), "95.59 %"], // 0.955916…
    ["met exactly", fraction(97, 100), "97.00 %"],
    ["just missed", fraction(969_960, 1_000_000), "96.996 %"], // two places would say 97.00
    ["just missed by less", fraction(9_699_996, 10_000_000), "96.99996 %"],
    ["none", fraction(0), "0.00 %"],
  ])("%s", (_, value, text) => expect(figureText("share", value, at97)).toBe(text));

  test("a share that is not a target is never shown as that target", () => {
    const target = fraction(97, 100);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (n) => {
        const value = fraction(n, 10_000_000);
        const same = value.n * target.d === target.n * value.d;
        expect(figureText("share", value, at97) === "97.00 %").toBe(same);
      }),
    );
  });

  test("times, numbers and targets", () => {
    const four = { places: 2, half: "up", not: [fraction(14_400)] } as const;
    expect(figureText("time", fraction(14_400_004, 1000), four)).toBe("4:00:00.004");
    expect(figureText("number", fraction(3), four)).toBe("3");
    expect(figureText("number", fraction(22, 5), four)).toBe("4.40");
    expect(quantityText({ unit: "share", value: fraction(999, 1000) }, { places: 0 })).toBe("99.9 %");
    expect(quantityText({ unit: "number", value: fraction(3) }, { places: 2 })).toBe("3");
  });

  test.each([
    [fraction(1), "100 %"],
    [fraction(999_999, 1_000_000), "99.9999 %"],
    [fraction(9, 10), "90 %"],
    [fraction(935, 1000), "93.5 %"],
    [fraction(2, 3), "66.67 %"],
  ])("completeness %o", (share, text) => expect(shareText(share)).toBe(text));
});

describe("dates", () => {
  test("local to the zone, before and after the clocks change", () => {
    expect(localTime(london, march(27, "15:42:10"))).toBe("Fri 27 Mar 2026 15:42:10");
    expect(localTime(london, march(30, "12:56:43"))).toBe("Mon 30 Mar 2026 12:56:43");
    expect(isoTime(london, march(30, "12:56:43"))).toBe("2026-03-30T12:56:43+01:00");
    expect(isoTime(london, march(27, "15:42:10"))).toBe("2026-03-27T15:42:10+00:00");
  });

  test.each([
    ["2026-03", "March 2026", "Mar 26"],
    ["2026-W14", "Week 14 of 2026", "W14 26"],
    ["2026-Q1", "Quarter 1 of 2026", "Q1 26"],
    ["2026", "2026", "2026"],
    ["contract year 1", "Contract year 1", "contract year 1"],
  ])("period %s", (id, label, short) => expect([periodLabel(id), shortPeriodLabel(id)]).toEqual([label, short]));

  test("a long day", () => expect(longDay(exampleContract.from)).toBe("1 January 2026"));
});

describe("reasons and findings", () => {
  test.each([
    ["over-target", { elapsed: "32124", target: "28800" }, "8:55:24 used of 8:00:00 allowed."],
    [
      "judged-before",
      { at: String(march(27, "15:42:10")) },
      "It was judged on Fri 27 Mar 2026 15:42:10, in an earlier period.",
    ],
    ["excepted", { because: "Raised twice" }, "Left out: Raised twice."],
    ["other-service", { service: "circuit-a" }, "It belongs to Circuit A, outside this promise."],
    ["moon-in-the-way", { phase: "full" }, "Moon in the way (phase: full)."],
  ])("%s", (code, facts, sentence) => expect(reasonSentence({ code, facts }, place)).toBe(sentence));

  test("a label leaves out what is one record's own", () => {
    expect(reasonLabel({ code: "over-target", facts: { elapsed: "1" } }, place)).toBe("Over the time allowed");
    expect(reasonLabel({ code: "moon-in-the-way", facts: { phase: "full" } }, place)).toBe("Moon in the way");
  });

  test("findings", () => {
    expect(findingSentence(finding("unknown-zone", { facts: { zone: "Mars/North" } }))).toBe(
      "Mars/North is no time zone.",
    );
    expect(findingSentence(finding("no-words-yet", { facts: { a_b: "c" } }))).toBe("No words yet (a b: c).");
  });
});

test("lists", () => {
  expect([all([]), all(["a"]), all(["a", "b", "c"]), any(["a", "b"])]).toEqual(["", "a", "a, b and c", "a or b"]);
  expect([counted(1, "record"), counted(1274, "record")]).toEqual(["1 record", "1 274 records"]);
});
