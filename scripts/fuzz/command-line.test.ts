import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Context } from "../../src/cli/context.ts";
import { noKeeping } from "../../src/cli/fixture/no-keeping.ts";
import { noServer } from "../../src/cli/fixture/no-server.ts";
import { runProgram } from "../../src/cli/program.ts";
import { shippedFolder } from "../../src/desk/shipped.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { tries } from "../laws.ts";
import { oddValues } from "./contract-text.ts";

const folder = mkdtempSync(join(tmpdir(), "underpin-words-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => join(folder, name);
mkdirSync(inFolder("empty"));
mkdirSync(inFolder("folder.yaml"));
mkdirSync(inFolder("odd"));
mkdirSync(join(inFolder("odd"), "folder.yaml"));
writeFileSync(inFolder("a-file"), "text");
writeFileSync(inFolder("empty.csv"), "");
writeFileSync(inFolder("empty.yaml"), "");
writeFileSync(inFolder("broken.ics"), "BEGIN:VCALENDAR");
writeFileSync(inFolder("broken.json"), "[");
writeFileSync(inFolder("shut"), "text");
chmodSync(inFolder("shut"), 0);
const small = join(shippedFolder, "library", "in-time.yaml");

interface Ended {
  readonly codes: readonly number[];
  readonly printed: string;
  readonly complained: string;
}

/** Runs the program as a terminal would, with nothing of the machine in it. */
async function run(words: readonly string[]): Promise<Ended> {
  const [codes, printed, complained]: [number[], string[], string[]] = [[], [], []];
  const context: Context = {
    now: instant(1_780_000_000),
    version: "0.0.0",
    terminal: { width: 80, colour: "none" },
    print: (text) => void printed.push(text),
    complain: (text) => void complained.push(text),
    exitWith: (code) => void codes.push(code),
    serve: async () => {},
    keeping: noKeeping,
    server: noServer,
    writeDemo: async () => ({ files: [], months: "", known: "" }),
    progress: () => ({ show: () => {}, count: () => {}, end: () => {} }),
  };
  await runProgram(words, context);
  return { codes, printed: printed.join(""), complained: complained.join("") };
}

const paths = [
  ...[small, join(shippedFolder, "library"), folder, "", ".", "/", "/nowhere/at/all", "a\u202eb", "x".repeat(300)],
  ...[
    "empty",
    "folder.yaml",
    "odd",
    "a-file",
    "a-file/below",
    "empty.csv",
    "empty.yaml",
    "broken.ics",
    "broken.json",
  ].map(inFolder),
  ...["/dev/null", "GB-ENG", "GB-XXX", "XX", "ZZ-ZZ"],
];
const words = [
  ...["check", "prose", "report", "explain", "flags", "inspect", "new", "holidays", "schema", "help"],
  ...[
    "--json",
    "--help",
    "--version",
    "-p",
    "--period",
    "-o",
    "-r",
    "--records",
    "-b",
    "--as-known",
    "--of",
    "--record",
  ],
  ...["--deep", "--all", "--on", "--from", "--until", "--division", "--set", "--contract", "--mapping", "--html", "--"],
  ...["2026-03", "2026-Q1", "2026", "2026-W10", "contract-year-1", "0001-01", "9999-12", "2026-03..2026-02", ".."],
  ...[
    "0001-01..9999-12",
    "2026-13",
    "in-time",
    "tern-sla/in-time",
    "tern-sla",
    "expected=at least 1%",
    "=",
    "x=",
    "id=../x",
  ],
  ...[
    "2026-01-01T00:00Z",
    "+271821-01-01T00:00Z",
    "-271820-01-01T00:00Z",
    "2026-01-01",
    "1900",
    "99999999",
    "NaN",
    "-1",
  ],
  ...[
    `own=${small}`,
    `jira-service-management=${inFolder("empty.csv")}`,
    "glpi=",
    "constructor=x",
    "html",
    "csv,,html",
  ],
];

describe("the command line ends with 0, 1 or 2 and says why", () => {
  test("whatever its words are", async () => {
    const word = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...words) },
      { weight: 4, arbitrary: fc.constantFrom(...paths) },
      { weight: 1, arbitrary: fc.constantFrom(...oddValues) },
    );
    const command = fc.constantFrom(
      "check",
      "prose",
      "report",
      "explain",
      "flags",
      "inspect",
      "new",
      "holidays",
      "whatif",
    );
    const law = fc.asyncProperty(command, fc.array(word, { maxLength: 6 }), async (first, rest) => {
      await ended(
        [first, ...rest.filter((each) => !each.includes("\u0000")), "-o", inFolder("out")].slice(0, rest.length + 1),
      );
    });
    await fc.assert(law, { numRuns: tries(150) });
  });

  const period = ["-p", "2026-03"];
  test.each<[string, readonly string[], number, RegExp]>([
    ["no such contract", ["check", "/nowhere"], 1, /file-not-found/],
    ["an empty folder", ["check", inFolder("empty")], 1, /no-files/],
    ["a folder of folders", ["check", inFolder("odd")], 1, /no-files/],
    ["the whole disk", ["check", "/"], 1, /too-many-files|not-allowed/],
    ["a path below a file", ["check", join(inFolder("a-file"), "x")], 1, /not-a-folder/],
    ["a device", ["check", "/dev/zero"], 1, /not-a-file/],
    ["a folder to inspect", ["inspect", folder], 1, /not-a-file/],
    ["an empty file to inspect", ["inspect", inFolder("empty.csv")], 1, /file-empty/],
    ["a folder as records", ["report", small, ...period, "-r", `glpi=${folder}`], 1, /not-a-file/],
    ["no such records", ["report", small, ...period, "-r", "glpi=/nowhere"], 1, /file-not-found/],
    ["a file as the folder of reports", ["report", small, ...period, "-o", inFolder("a-file")], 1, /not-a-folder/],
    ["a folder below a file", ["report", small, ...period, "-o", join(inFolder("a-file"), "x")], 1, /not-a-folder/],
    ["eight thousand years", ["report", small, "-p", "0001-01..9999-12"], 1, /period-too-long/],
    ["years that are none", ["holidays", "GB-ENG", "--from", "soon"], 1, /no-such-years/],
    ["years without end", ["holidays", "GB-ENG", "--until", "99999999"], 1, /no-such-years/],
    ["a calendar that is a folder", ["holidays", `${folder}/x.ics`], 1, /file-not-found/],
    ["a word that is none", ["reprot"], 2, /unknown command/],
  ])("%s", async (_name, call, code, said) => {
    const { codes, complained } = await run(call);
    expect([codes, complained]).toEqual([[code], expect.stringMatching(said)]);
  });

  test("a file that may not be read", async (context) => {
    if (process.getuid?.() === 0) context.skip("root may read every file");
    const { codes, complained } = await run(["check", inFolder("shut")]);
    expect([codes, complained]).toEqual([[1], expect.stringMatching(/not-allowed/)]);
  });
});

async function ended(call: readonly string[]): Promise<void> {
  const { codes, printed, complained } = await run(call);
  expect([codes.length, [0, 1, 2].includes(codes.at(-1) ?? -1)], call.join(" ")).toEqual([1, true]);
  expect(printed + complained, call.join(" ")).not.toBe("");
}
