import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instant } from "../engine/time/instant.ts";
import { noKeeping } from "./fixture/no-keeping.ts";
import { noServer } from "./fixture/no-server.ts";
import { runProgram } from "./program.ts";
import { silentProgress } from "./progress.ts";

const story = join(import.meta.dirname, "..", "..", "stories", "first-month");
const records = ["-r", `desk-log=${join(story, "incidents.csv")}`, "--as-known", "2026-04-08T00:00Z"];
const call = ["whatif", story, ...records, "-p", "2026-03"];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "underpin-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...words: readonly string[]) {
  const said = { printed: "", complained: "", code: -1 };
  await runProgram(words, {
    now: instant(Date.parse("2026-04-08T00:00Z") / 1000),
    version: "0.0.0-test",
    terminal: { width: 100, colour: "none" },
    print: (text) => {
      said.printed += text;
    },
    complain: (text) => {
      said.complained += text;
    },
    exitWith: (code) => {
      said.code = code;
    },
    serve: async () => {},
    keeping: noKeeping,
    server: noServer,
    writeDemo: async () => ({ files: [], months: "", known: "" }),
    progress: silentProgress,
  });
  return said;
}

test("a file of a change and a setting, one laid over the other", async () => {
  const file = join(folder, "draft.yaml");
  await writeFile(file, "amends: sla\nchanges: {service_levels: {resolution: {minimum: at least 50%}}}\n");
  const { printed, code } = await run(...call, "-c", file, "--set", "sla/resolution.expected=at least 55%");
  // 60 % was at minimum, and is above 55 %
  expect(printed).toMatch(/Resolution of incidents +60\.00 % +60\.00 % +at minimum +met +2 +2/);
  expect(code).toBe(0);
});

test("as JSON", async () => {
  const { printed } = await run(...call, "--set", "sla/resolution.clock.per_priority.P2.within=7h", "--json");
  const [level] = JSON.parse(printed).months[0].levels;
  expect(level).toMatchObject({ isSame: false, before: { misses: 2 }, after: { misses: 4 } });
  expect(level.flips[0].clockAfter).toMatchObject({ elapsed: 28_800, allowed: 25_200, row: "P2" });
});

test("refused without a change, and where a change breaks a rule", async () => {
  expect(await run(...call)).toMatchObject({ code: 1, complained: expect.stringMatching(/^nothing-changed: /) });
  expect(await run(...call, "--set", "sla/resolution.minimum=at least 99%")).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/^change-has-errors: \n.*\n {2}minimum-above-expected: /),
  });
});
