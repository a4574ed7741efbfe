import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import type { Activity } from "../../activities/activity.ts";
import { allActivities } from "../../activities/all-activities.ts";
import { refusalsOfRoles } from "../reply/status-of.ts";
import { refusalsOfSteps } from "./problems.ts";

/** Every code that is thrown somewhere an activity reaches is declared by one that reaches it, and none is made up. */
describe("the refusals of activities", () => {
  const root = join(import.meta.dirname, "../../activities");
  const thrown = new Map(allActivities.map((each) => [each, codesIn(reachedFrom(fileOf(root, each)))]));

  test("every code that can be thrown is declared", () => {
    const declared = (code: string): boolean =>
      [...thrown].some(([{ refusals = [] }, { whole }]) => whole.has(code) && refusals.includes(code));
    const all = new Set([...thrown.values()].flatMap(({ whole }) => [...whole]));
    const open = [...all].filter((code) => !declared(code) && !ofCommandLine.includes(code));
    expect(open).toEqual([]);
    expect(all.size).toBeGreaterThan(40);
  });

  test("no code is declared that is thrown nowhere", () => {
    for (const [{ name, refusals = [] }, { whole, begun }] of thrown) {
      const odd = refusals.filter((code) => !whole.has(code) && !begun.some((begin) => code.startsWith(begin)));
      expect({ name, odd }).toEqual({ name, odd: [] });
    }
  });

  test("every code of the runner is known to all", () => {
    const { whole } = codesIn(reachedFrom(join(root, "run/runner.ts")));
    const general = [...refusalsOfRoles, ...refusalsOfSteps, "no-such-contract"];
    expect([...whole].filter((code) => !general.includes(code))).toEqual([]);
  });
});

/** Said of what is written on a command line; no request can write it so. */
const ofCommandLine: readonly string[] = ["instant-unreadable", "period-too-long"];

function fileOf(root: string, { name }: Activity): string {
  const list = readFileSync(join(root, "all-activities.ts"), "utf8");
  const file = `${name.toLowerCase().replaceAll(" ", "-")}.ts`;
  const path = [...list.matchAll(/from "\.\/([^"]+)"/g)]
    .map(([, each = ""]) => each)
    .find((each) => each.endsWith(`/${file}`));
  if (path === undefined) throw new Error(`no file for ${name}`);
  return join(root, path);
}

/** A file and all that it imports, but types. */
function reachedFrom(path: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(path) || !existsSync(path)) return seen;
  seen.add(path);
  for (const [, from = ""] of readFileSync(path, "utf8").matchAll(/^import (?!type )[^;]*? from "(\.[^"]+)"/gms))
    reachedFrom(normalize(join(dirname(path), from)), seen);
  return seen;
}

/** The codes thrown in files, and the beginnings of those that are put together. */
function codesIn(paths: ReadonlySet<string>): {
  readonly whole: ReadonlySet<string>;
  readonly begun: readonly string[];
} {
  const text = [...paths].map((path) => readFileSync(path, "utf8")).join("\n");
  const found = (pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, code = ""]) => code);
  return { whole: new Set(found(/new Refusal\(\s*"([a-z-]+)"/g)), begun: found(/new Refusal\(\s*`([a-z-]+)\$/g) };
}
