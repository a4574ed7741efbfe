import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Period } from "../engine/period/result.ts";
import type { ContractFile } from "./contract-files.ts";
import { readInstant } from "./read-instant.ts";
import { periodsNamed } from "./report-periods.ts";
import { type ReadyJob, runJob } from "./run-job.ts";
import { type WhatIf, whatIf } from "./whatif.ts";
import { changeOfSetting } from "./whatif-change.ts";
import { whatIfText } from "./whatif-text.ts";

/** March 2026 at Quayside Libraries: five records, Q-4 and Q-5 late; the arithmetic stands in its README. */
const story = join(import.meta.dirname, "..", "..", "stories", "first-month");
let ready: ReadyJob;
let march: readonly Period[];

beforeAll(async () => {
  const known = readInstant("2026-04-08T00:00Z");
  const records = [`desk-log=${join(story, "incidents.csv")}`];
  ready = await runJob({ contract: story, records, besides: [], asKnown: known, now: known });
  march = periodsNamed(ready.job, "2026-03");
});

const file = (text: string): ContractFile => ({ name: "draft.yaml", text });
const setting = (written: string): ContractFile => changeOfSetting(ready.job.document, written);
const asked = (...changes: readonly ContractFile[]): WhatIf => whatIf(ready, march, changes);

function only(compared: WhatIf) {
  const [level] = compared.months[0]?.levels ?? [];
  if (level === undefined) throw new Error("no level");
  return level;
}

describe("March with another promise", () => {
  test("without a change nothing differs", () => {
    expect(only(asked())).toMatchObject({ isSame: true, flips: [] });
    expect(only(asked(setting("sla/resolution.clock.per_priority.P2.within=8h"))).isSame).toBe(true);
  });

  test("7 h for priority 2: Q-1 and Q-3 had used 8 h", () => {
    const level = only(asked(setting("sla/resolution.clock.per_priority.P2.within=7h")));
    // 1 of 5 is left: Q-2, of priority 1
    expect(level.before).toMatchObject({ figure: { text: "60.00 %" }, verdict: "at minimum", misses: 2 });
    expect(level.after).toMatchObject({ figure: { text: "20.00 %" }, verdict: "missed", misses: 4 });
    expect(level.flips.map(({ record, before, after }) => [record, before, after])).toEqual([
      ["Q-1", "in time", "late"],
      ["Q-3", "in time", "late"],
    ]);
    expect(level.flips[0]?.clockBefore).toMatchObject({ elapsed: 28_800, allowed: 28_800 });
    expect(level.flips[0]?.clockAfter).toMatchObject({ elapsed: 28_800, allowed: 25_200 });
  });

  test("without the exclusion Q-6 comes into the population", () => {
    const level = only(asked(file("amends: sla\nremoves:\n  service_levels: {resolution: [except]}\n")));
    // 4 / 6
    expect(level.after).toMatchObject({ figure: { text: "66.67 %", of: "4 of 6" }, verdict: "at minimum" });
    expect(level.flips.map(({ record, before, after }) => [record, before, after])).toEqual([
      ["Q-6", "out", "in time"],
    ]);
  });

  test("office hours until 18:00: one clock more is late, and one no longer", () => {
    const level = only(asked(setting("calendars/calendars.office-hours.hours={Mon-Fri: 09:00-18:00}")));
    const moved = level.flips.map(({ record, before, after }) => [record, before, after]);
    // 2 h Friday + 7 h Monday = 9 h. Q-3: 3 h + 5 h, the pause in between, stays 8 h.
    expect(moved).toContainEqual(["Q-1", "in time", "late"]);
    expect(moved.map(([record]) => record)).not.toContain("Q-3");
  });

  test("several changes follow one another", () => {
    const within = "sla/resolution.clock.per_priority.P2.within";
    expect(only(asked(setting(`${within}=7h`), setting(`${within}=8h`))).isSame).toBe(true);
  });
});

describe("a change that breaks a rule is refused where it stands", () => {
  const refusals: readonly (readonly [text: string, said: RegExp])[] = [
    ["amends: slo\nchanges: {title: X}\n", /draft\.yaml:1:9 {2}amends\n {2}unknown-document: .* Did you mean 'sla'/],
    ["amends: sla\n", /changes-nothing/],
    [
      "amends: sla\nchanges:\n  service_levels:\n    resolution: {minimum: at least 95%}\n",
      /draft\.yaml:4:27 {2}changes\.service_levels\.resolution\.minimum\n {2}minimum-above-expected/,
    ],
    ["amends: sla\nsigned: 2026-01-01\n", /draft\.yaml:2:1 {2}signed\n {2}unknown-field/],
    ["amends: sla\nremoves: {service_levels: [nothing]}\n", /not-there/],
    ["amends: [\n", /yaml-unreadable/],
  ];
  test.each(refusals)("%j", (text, said) => expect(() => asked(file(text))).toThrow(said));

  test("a setting", () => {
    expect(() => asked(setting("sla/resolution.clock.per_priority.P2.within=8x"))).toThrow(
      /within=8x\n {2}time-unread/,
    );
    expect(() => setting("resolution=8h")).toThrow(/names no field/);
  });
});

describe("in a terminal", () => {
  test.each([100, 160])("%i columns hold every line, and the columns stand below one another", (width) => {
    const text = whatIfText(asked(setting("sla/resolution.clock.per_priority.P2.within=7h")), {
      width,
      colour: "none",
    });
    const lines = text.split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    const at = (word: string) => lines.find((line) => line.includes(word))?.indexOf(word);
    expect(lines.find((line) => line.startsWith("Resolution"))?.indexOf("at minimum")).toBe(at("Verdict"));
    expect(text).toMatch(/Q-1 +in time +late +8:00:00 of 8:00:00 +8:00:00 of 7:00:00/);
  });

  test("nothing differs", () =>
    expect(whatIfText(asked(setting("sla/title=Other")), { width: 100, colour: "none" })).toMatch(
      /March 2026\n1 service level without a difference\.\n$/,
    ));
});
