import { describe, expect, test } from "vitest";
import type { Condition } from "../agreement/selection.ts";
import { at, decimal, mark, record, sets } from "./fixture/story.ts";
import { couldEverHold, exceptionOf, select } from "./select.ts";

const fact = record("surveys", "S", [
  ["2026-03-01", sets("question", "overall")],
  ["2026-03-01", sets("score", "3.9")],
  ["2026-03-01", sets("load", "80%")],
  ["2026-03-05", sets("question", "speed")],
  ["2026-03-05", sets("late", "yes")],
]);
const seen = { at: at("2026-03-02"), until: at("2026-03-31") };
const one = (field: string, condition: Condition) => select(fact, { [field]: condition }, seen).kind;
const anyOf = (...values: string[]): Condition => ({ kind: "any of", values });
const noneOf = (...values: string[]): Condition => ({ kind: "none of", values });

describe("one condition", () => {
  test.each<[string, string, Condition, string]>([
    ["any of", "question", anyOf("overall", "manner"), "holds"],
    ["any of, as it was later", "question", anyOf("speed"), "fails"],
    ["any of, filled in later", "late", anyOf("yes"), "holds"],
    ["any of, missing", "site", anyOf("north"), "missing"],
    ["none of", "question", noneOf("overall"), "fails"],
    ["none of, missing", "site", noneOf("north"), "holds"],
    ["a mark", "score", { kind: "mark", mark: mark("at least", decimal("3.9"), "number") }, "holds"],
    ["a mark just missed", "score", { kind: "mark", mark: mark("more than", decimal("3.9"), "number") }, "fails"],
    ["a mark in percent", "load", { kind: "mark", mark: mark("at most", decimal("0.8")) }, "holds"],
    ["a mark on a word", "question", { kind: "mark", mark: mark("at least", decimal("1"), "number") }, "missing"],
    ["a mark, missing", "size", { kind: "mark", mark: mark("at least", decimal("0"), "number") }, "missing"],
  ])("%s", (_, field, condition, expected) => expect(one(field, condition)).toBe(expected));
});

describe("several conditions", () => {
  test("all must hold", () => {
    expect(select(fact, { question: anyOf("overall"), score: anyOf("4") }, seen)).toEqual({
      kind: "fails",
      field: "score",
      value: "3.9",
    });
    expect(select(fact, {}, seen)).toEqual({ kind: "holds" });
  });
  test("what is known to fail decides before what is missing", () =>
    expect(select(fact, { site: anyOf("north"), score: anyOf("4") }, seen).kind).toBe("fails"));
  test("an exception needs all of its fields", () => {
    const exceptions = [
      { because: "Not asked", where: { site: anyOf("north") } },
      { because: "Old form", where: { question: anyOf("overall"), score: noneOf("5") } },
    ];
    expect(exceptionOf(fact, exceptions, seen)?.because).toBe("Old form");
  });
});

test("a record can be passed over only where no value it ever had would do", () => {
  expect(couldEverHold(fact, { question: anyOf("speed") })).toBe(true);
  expect(couldEverHold(fact, { question: anyOf("manner") })).toBe(false);
  expect(couldEverHold(fact, { site: noneOf("north") })).toBe(true);
});
