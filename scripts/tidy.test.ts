import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noArithmetic, noCaseId } from "./tidy/cases-runner.ts";
import { importEndings, migrationsNamed, names, noMachinePath, noRegistry, size, words } from "./tidy/manner.ts";
import { projectFiles } from "./tidy/project-files.ts";
import type { Rule } from "./tidy/source-file.ts";
import {
  engineGlobals,
  knownRoom,
  leftOnly,
  noSentences,
  packages,
  realClock,
  roomImports,
  testPackages,
} from "./tidy/walls.ts";

const root = join(import.meta.dirname, "..");
const files = projectFiles(root);

/** The rules and their counter-examples are made of what they forbid. */
const speaksOfRules = (path: string): boolean => path === "scripts/tidy.test.ts" || path.startsWith("scripts/tidy/");
const ofWords: readonly Rule[] = [words, noMachinePath, noRegistry];

const complaints = (rule: Rule): string[] =>
  files
    .filter(({ path }) => !(ofWords.includes(rule) && speaksOfRules(path)))
    .flatMap((file) => rule(file).map((complaint) => `${file.path}: ${complaint}`));

describe("the project keeps its rules", () => {
  test.each([
    ["rooms are known", knownRoom],
    ["rooms import what the table allows", roomImports],
    ["the engine looks left only", leftOnly],
    ["packages stay in their room", packages],
    ["tests use known packages", testPackages],
    ["the engine asks nothing of the world", engineGlobals],
    ["one reader of environment and clock", realClock],
    ["sentences stand in engine/report", noSentences],
    ["no file is too long", size],
    ["no forbidden words", words],
    ["imports name the file", importEndings],
    ["names in kebab-case", names],
    ["migrations are named", migrationsNamed],
    ["no path of a machine", noMachinePath],
    ["no address of a registry", noRegistry],
    ["expectations are not computed with", noArithmetic],
  ] as const)("%s", (_, rule) => expect(complaints(rule)).toEqual([]));

  test("files were found", () =>
    expect(files.filter(({ path }) => path.startsWith("src/engine/")).length).toBeGreaterThan(10));

  test("the runner of the cases knows no case", (context) => {
    const folder = process.env.UNDERPIN_CASES ?? join(root, "..", "shared", "cases");
    if (!existsSync(folder)) return context.skip(`there is no folder of cases at ${folder}; UNDERPIN_CASES names one`);
    const ids = ["calendar", "clock", "availability", "sli", "credits"].flatMap((name) =>
      idsIn(join(folder, `${name}.json`)),
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(complaints(noCaseId(new Set(ids)))).toEqual([]);
  });
});

const idsIn = (path: string): string[] =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as { readonly id: string }[]).map(({ id }) => id) : [];
