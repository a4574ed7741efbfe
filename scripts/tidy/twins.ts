import { expect, test } from "vitest";
import { type Rule, sourceFile } from "./source-file.ts";

/** A file that a rule refuses, and the nearest one that it lets pass. */
export interface Twins {
  readonly name: string;
  readonly rule: Rule;
  readonly path: string;
  readonly bad: string;
  readonly good: string;
}

/** Shows that each rule can fail, and that it does not fail for another reason. */
export function testTwins(all: readonly Twins[]): void {
  test.each(all)("$name", ({ rule, path, bad, good }) => {
    expect(rule(sourceFile(path, bad))).not.toEqual([]);
    expect(rule(sourceFile(path, good))).toEqual([]);
  });
}

/** The same for rules on names: the path that is refused, and the one that is not. */
export function testPaths(all: readonly { readonly rule: Rule; readonly bad: string; readonly good: string }[]): void {
  test.each(all)("$bad", ({ rule, bad, good }) => {
    expect(rule(sourceFile(bad, ""))).not.toEqual([]);
    expect(rule(sourceFile(good, ""))).toEqual([]);
  });
}
