import { describe, expect, test } from "vitest";
import { textDifference } from "./text-difference.ts";

const shown = (before: string, after: string): string[] =>
  textDifference([{ name: "a.yaml", text: before }], [{ name: "a.yaml", text: after }]).flatMap(({ lines }) =>
    lines.map(({ is, text }) => `${{ same: " ", gone: "-", new: "+" }[is]}${text}`),
  );

describe("the difference of two texts", () => {
  test.each([
    ["nothing", "a\nb\n", "a\nb\n", []],
    ["a line more", "a\nc\n", "a\nb\nc\n", [" a", "+b", " c"]],
    ["a line less", "a\nb\nc\n", "a\nc\n", [" a", "-b", " c"]],
    ["a line changed", "a\nb\nc\n", "a\nB\nc\n", [" a", "-b", "+B", " c"]],
    ["a line moved", "a\nb\nc\n", "c\na\nb\n", ["+c", " a", " b", "-c"]],
    ["two changes apart", "a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n", ["-a", "+A", " b", " c", " d", "-e", "+E"]],
    ["repeated lines", "a\na\n", "a\na\na\n", [" a", " a", "+a"]],
    ["all of it", "a\n", "b\n", ["-a", "+b"]],
  ])("%s", (_, before, after, lines) => expect(shown(before, after)).toEqual(lines));

  test("files that come and go", () => {
    const a = { name: "a.yaml", text: "a\n" };
    const b = { name: "b.yaml", text: "b\n" };
    expect(textDifference([a], [b])).toEqual([
      { name: "a.yaml", lines: [{ is: "gone", text: "a" }] },
      { name: "b.yaml", lines: [{ is: "new", text: "b" }] },
    ]);
  });
});
