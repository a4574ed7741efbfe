import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calendarTerms, type World } from "../engine/agreement/resolve/calendar-terms.ts";
import { dayOf, readDay } from "../engine/time/civil.ts";
import { instant } from "../engine/time/instant.ts";
import { readAgreement } from "../wire/agreement/load.ts";
import { writeSpecialDays } from "../wire/agreement/write-special-days.ts";
import { readZone } from "../wire/zones.ts";
import type { Context } from "./context.ts";
import { noKeeping } from "./fixture/no-keeping.ts";
import { noServer } from "./fixture/no-server.ts";
import { runProgram } from "./program.ts";
import { silentProgress } from "./progress.ts";

const feed = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Founders: day\\, one\r\nDTSTART;VALUE=DATE:20260511\r\nEND:VEVENT",
  "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Fair\r\nDTSTART;VALUE=DATE:20260530\r\nDTEND;VALUE=DATE:20260601\r\nEND:VEVENT",
  "BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Patch\r\nDTSTART;TZID=Europe/London:20260705T020000\r\nDURATION:PT90M\r\nEND:VEVENT",
  "BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:Move\r\nDTSTART:20260706T230000\r\nDTEND:20260707T010000\r\nEND:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "underpin-"));
  await writeFile(join(folder, "Town days.ics"), feed);
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...words: readonly string[]) {
  let [printed, complained, code] = ["", "", null as number | null];
  const context: Context = {
    now: instant(0),
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
  await runProgram(["holidays", join(folder, "Town days.ics"), "--from", "2026", "--until", "2026", ...words], context);
  return { printed, complained, code };
}

/** A contract in Madrid around what was printed; closures are moved two steps in, under the calendar. */
function contractWith(printed: string): string {
  const [holidays = "", closures = ""] = printed.split("# To be put under a calendar.\n");
  const set = /^ {2}(\S+):$/m.exec(holidays)?.[1] ?? "";
  return [
    "underpin: 1",
    "contract: {id: quay, title: Quay, client: quay, supplier: mole, from: 2026-01-01, until: 2026-12-31, time_zone: Europe/Madrid, currency: EUR}",
    "parties: {quay: {name: Quay Ltd, role: client}, mole: {name: Mole Ltd, role: supplier}}",
    holidays,
    "calendars:\n  office:\n    title: Office\n    hours: {every day: 08:00-18:00}",
    `    holidays: [${set}]`,
    closures.replace(/^/gm, "    "),
  ].join("\n");
}

const world: World = { countryDays: () => ({ days: [], tables: "none" }), zoneOf: readZone };

function officeOf(printed: string) {
  const { document, problems } = readAgreement([{ name: "contract.yaml", text: contractWith(printed) }]);
  expect(problems).toEqual([]);
  const office = document && calendarTerms(document, "office", world);
  return {
    dated: office?.holidays[0]?.dated.map(({ day, name, open }) => [day, name, open]),
    closures: office?.closures,
  };
}

const at = (iso: string): number => Date.parse(iso) / 1000;

describe("holidays --yaml", () => {
  test("what is printed loads in a contract and gives the same days and closures", async () => {
    const { printed, code } = await run("--yaml", "--time-zone", "Europe/Madrid");
    expect(code).toBe(0);
    expect(officeOf(printed)).toEqual({
      dated: [
        [dayOf(2026, 5, 11), "Founders: day, one", []],
        [dayOf(2026, 5, 30), "Fair", []],
        [dayOf(2026, 5, 31), "Fair", []],
      ],
      closures: [
        { name: "Patch", start: at("2026-07-05T01:00:00Z"), end: at("2026-07-05T02:30:00Z") }, // London is UTC+1
        { name: "Move", start: at("2026-07-06T21:00:00Z"), end: at("2026-07-06T23:00:00Z") }, // Madrid is UTC+2
      ],
    });
  });

  test("a refused day is left out; one that is not there is told", async () => {
    const { printed, complained, code } = await run("--yaml", "--refuse", "2026-05-30", "--refuse", "2026-01-02");
    expect(officeOf(printed).dated?.map(([day]) => day)).toEqual([dayOf(2026, 5, 11), dayOf(2026, 5, 31)]);
    expect([complained, code]).toEqual(["refused-day-absent 2026-01-02\n", 0]);
    expect((await run("--refuse", "2026-05-30")).printed).not.toContain("2026-05-30");
  });

  test.each([
    ["no-such-date", ["--yaml", "--refuse", "2026-02-30"]],
    ["unknown-zone", ["--yaml", "--time-zone", "Europe/Nowhere"]],
    ["one-source", ["GB-ENG", "--yaml"]],
  ])("%s is refused", async (rule, words) => {
    const { complained, code } = await run(...words);
    expect([complained.split(":")[0], code]).toEqual([rule, 1]);
  });

  test("whatever a day is called, its name is read as it was, spaces aside", () => {
    const day = readDay("2026-05-11") ?? dayOf(1, 1, 1);
    const name = fc.string({ unit: "binary", maxLength: 30 });
    fc.assert(
      fc.property(name, name, (called, set) => {
        const special = { day, name: called, open: [], set };
        const closures = [{ name: called, start: at("2026-07-05T01:00:05Z"), end: at("2026-07-05T02:00:00Z") }];
        const read = officeOf(writeSpecialDays({ set, days: [special], closures, note: called }));
        const plain = called.replace(/[\s\p{C}]+/gu, " ").trim() || "Without a name";
        expect(read).toEqual({ dated: [[day, plain, []]], closures: [{ ...closures[0], name: plain }] });
      }),
    );
  });
});
