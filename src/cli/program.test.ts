import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "../engine/time/instant.ts";
import type { Context } from "./context.ts";
import { noKeeping } from "./fixture/no-keeping.ts";
import { noServer } from "./fixture/no-server.ts";
import { runProgram } from "./program.ts";
import { silentProgress } from "./progress.ts";

const story = join(import.meta.dirname, "..", "..", "stories", "first-month");
const records = ["-r", `desk-log=${join(story, "incidents.csv")}`, "--as-known", "2026-04-08T00:00Z"];
const month = [story, ...records, "-p", "2026-03"];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "underpin-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ran {
  readonly printed: string;
  readonly complained: string;
  readonly code: number | null;
}

/** Runs the words of a call with a terminal of 100 columns, on 8 April 2026. */
async function run(...words: readonly string[]): Promise<Ran> {
  let [printed, complained, code] = ["", "", null as number | null];
  const context: Context = {
    now: instant(Date.parse("2026-04-08T00:00Z") / 1000),
    version: "0.0.0-test",
    terminal: { width: 100, colour: "none" },
    print: (text) => {
      printed += text;
    },
    complain: (text) => {
      complained += text;
    },
    exitWith: (given) => {
      code = given;
    },
    serve: async () => {},
    keeping: noKeeping,
    server: noServer,
    writeDemo: async () => ({ files: [], months: "", known: "" }),
    progress: silentProgress,
  };
  await runProgram(words, context);
  return { printed, complained, code };
}

describe("report", () => {
  test("prints the scorecard and writes the month in every format", async () => {
    const { printed, code } = await run("report", ...month, "-o", folder);
    expect(code).toBe(0);
    expect(printed).toContain("March 2026: 0 of 1 met, 1 at minimum.");
    expect(printed).toMatch(/▲ {2}Resolution of incidents +60\.00 % +3 of 5/);
    const json = JSON.parse(await readFile(join(folder, "quayside-2026-03.json"), "utf8"));
    expect(json.period).toMatchObject({ from: "2026-03-01", until: "2026-03-31", zone: "Europe/London" });
    expect(await readFile(join(folder, "quayside-2026-03.html"), "utf8")).toContain("60.00");
    expect(await readFile(join(folder, "quayside-2026-03-misses.csv"), "utf8")).toMatch(/Q-5.*\r\n.*Q-4/s);
  });

  test("the same call writes the same bytes", async () => {
    await run("report", ...month, "-o", folder);
    const first = await readFile(join(folder, "quayside-2026-03.html"), "utf8");
    await run("report", ...month, "-o", folder);
    expect(await readFile(join(folder, "quayside-2026-03.html"), "utf8")).toBe(first);
  });
});

describe("explain", () => {
  test("opens a figure and says that the checker agrees", async () => {
    const { printed, code } = await run("explain", ...month, "--of", "sla/resolution");
    expect(printed).toMatch(/^at minimum {2}Resolution of incidents, March 2026\n/);
    expect(printed).toContain("60.00 % = 3 / 5");
    expect(printed).toMatch(/\d+ values recomputed, 0 differences\n$/);
    expect(code).toBe(0);
  });

  test("says of a record why it does not count", async () => {
    const { printed } = await run("explain", ...month, "--record", "Q-6");
    expect(printed).toContain("Resolution of incidents: does not count");
    expect(printed).toContain("Raised twice");
  });
});

describe("what is refused, by the rule, with the way out", () => {
  const refused: readonly (readonly [rule: string, way: RegExp, words: readonly string[]])[] = [
    ["unknown-period", /Write 2026-03|Write 2016-03/, ["report", story, ...records, "-p", "March"]],
    ["unknown-mapping", /Known are: .*desk-log/, ["report", story, "-r", "desk=x.csv", "-p", "2026-03"]],
    ["mapping-not-named", /mapping=file/, ["report", story, "-r", "x.csv", "-p", "2026-03"]],
    ["file-not-found", /Check the path/, ["report", story, "-r", "desk-log=none.csv", "-p", "2026-03"]],
    ["file-not-found", /Check the path/, ["check", "no-such-folder"]],
    ["unknown-figure", /There are: sla\/resolution/, ["explain", ...month, "--of", "sla/response"]],
    ["record-not-measured", /leave out --of/, ["explain", ...month, "--of", "sla/resolution", "--record", "Q-99"]],
    ["nothing-asked", /--of agreement\/level/, ["explain", ...month]],
    ["instant-unreadable", /with its offset/, ["report", ...month, "--as-known", "yesterday"]],
    ["unknown-format", /html, json, csv, pdf, xlsx/, ["report", ...month, "-f", "odt"]],
    ["unknown-shape", /Known are: .*two-stage/, ["new", "wish"]],
    ["unknown-parameter", /Known are: .*expected/, ["new", "two-stage", "-s", "colour=red"]],
    ["unknown-holiday-source", /GB-ENG/, ["holidays", "somewhere"]],
    ["no-such-date", /2026-10-01/, ["prose", story, "--on", "2026-02-30"]],
  ];
  test.each(refused)("%s %s", async (rule, way, words) => {
    const { complained, code } = await run(...words);
    expect(complained).toMatch(new RegExp(`^${rule}: `));
    expect(complained).toMatch(way);
    expect(code).toBe(1);
  });

  test("words that no command has end in 2", async () => {
    expect((await run("reprot")).code).toBe(2);
    expect((await run("report", story)).code).toBe(2);
    expect((await run("--help")).code).toBe(0);
  });
});

describe("the other commands", () => {
  test("check: nothing to mend, and every mistake with its place", async () => {
    expect(await run("check", story)).toMatchObject({ printed: expect.stringContaining("nothing to mend"), code: 0 });
    const text = await readFile(join(story, "contract.yaml"), "utf8");
    const broken = join(folder, "broken.yaml");
    await writeFile(broken, text.replace("at least 90%", "90").replace("calendar: always", "calendar: allways"));
    const { printed, code } = await run("check", broken);
    expect(code).toBe(1);
    expect(printed).toMatch(/broken\.yaml:\d+:\d+ .*expected\n {2}\S+: .*'at least 90%'/);
    expect(printed).toMatch(/unknown-calendar: 'allways'.*always/);
  });

  test("prose writes the promise from its definition", async () => {
    const { printed } = await run("prose", story);
    expect(printed).toContain("P2 Usual: 8 h");
    expect(printed).toContain("an answer from the client");
  });

  test("inspect proposes a mapping from the file itself", async () => {
    const { printed } = await run("inspect", join(story, "incidents.csv"));
    expect(printed).toContain("17 rows");
    expect(printed).toContain("record: number");
  });

  test("new writes a ready service level with a changed parameter", async () => {
    const { printed } = await run("new", "two-stage", "-s", "expected=at least 91%");
    expect(printed).toContain("at least 91%");
  });

  test("holidays names the days of a country and compares two sources", async () => {
    expect((await run("holidays", "GB-ENG", "--from", "2026", "--until", "2026")).printed).toContain("2026-12-25");
    const { printed } = await run("holidays", "GB-ENG", "GB-SCT", "--from", "2026", "--until", "2026");
    expect(printed).toMatch(/Only in GB-SCT: \d+\n(?: {2}.*\n)* {2}2026-01-02/);
  });

  test("schema is JSON", async () => expect(JSON.parse((await run("schema")).printed)).toHaveProperty("$schema"));
});
