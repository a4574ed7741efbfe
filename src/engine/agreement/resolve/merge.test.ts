import { describe, expect, test } from "vitest";
import { merge, without } from "./merge.ts";

describe("an amendment laid over what is written", () => {
  test.each([
    ["a field replaces a field", { a: 1, b: 2 }, { b: 3 }, { a: 1, b: 3 }],
    [
      "maps merge by key",
      { rows: { P1: { x: 1 }, P2: { x: 2 } } },
      { rows: { P2: { y: 3 } } },
      { rows: { P1: { x: 1 }, P2: { x: 2, y: 3 } } },
    ],
    ["a list is replaced whole", { a: [1, 2] }, { a: [3] }, { a: [3] }],
    [
      "a quantity is replaced whole",
      { within: { kind: "time", seconds: 60 } },
      { within: { kind: "business days", count: 2 } },
      { within: { kind: "business days", count: 2 } },
    ],
    [
      "a kind that is a plain field is one field of many",
      { kind: "recurring", title: "a" },
      { kind: "one-off" },
      { kind: "one-off", title: "a" },
    ],
    ["what is new is added", {}, { a: { b: 1 } }, { a: { b: 1 } }],
    ["an id that every object has by nature is new too", {}, { constructor: { b: 1 } }, { constructor: { b: 1 } }],
  ])("%s", (_, written, changes, result) => expect(merge(written, changes)).toEqual(result));

  test.each([
    ["names of a list go", { a: 1, b: 2 }, ["a"], { b: 2 }],
    [
      "names go along the way to them",
      { levels: { x: { a: 1, b: 2 }, y: {} } },
      { levels: { x: ["b"] } },
      { levels: { x: { a: 1 }, y: {} } },
    ],
    ["what is not there is no matter", { a: 1 }, ["z"], { a: 1 }],
  ])("%s", (_, written, removes, result) => expect(without(written, removes as never)).toEqual(result));

  test("what was written stays as it was", () => {
    const written = { rows: { P1: { x: 1 } } };
    merge(written, { rows: { P1: { x: 2 } } });
    without(written, { rows: ["P1"] });
    expect(written).toEqual({ rows: { P1: { x: 1 } } });
  });
});
