import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../src/engine/agreement/terms.ts";
import { readClock } from "../../src/engine/clock/read-clock.ts";
import type { Change, Fact } from "../../src/engine/record/record.ts";
import { exampleContext } from "../../src/engine/report/explain/fixture/example-clock.ts";
import { exampleLevels } from "../../src/engine/report/fixture/example-levels.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import { libraryContracts } from "./contract-text.ts";
import { many, nested, patience, quick } from "./quick.ts";
import { goTheWholeWay } from "./whole-way.ts";

describe("YAML that was made to harm is refused with its place", patience, () => {
  const keys = (indent: string, value: string) => (i: number) => `${indent}k${i}: ${value}\n`;

  test.each<[string, string, string]>([
    ["100 kB of lists", "[".repeat(1e5), "too-deep"],
    ["lists that close", `a: ${nested("[", "]", 1e5)}`, "too-deep"],
    ["100 kB of maps", `a: ${"{a: ".repeat(25_000)}`, "too-deep"],
    ["100 kB of dashes", "- ".repeat(5e4), "too-deep"],
    ["100 kB of keys of keys", "? ".repeat(5e4), "too-deep"],
    ["40 levels", many(40, (i) => `${" ".repeat(i)}a:`).join("\n"), "too-deep"],
    [
      "aliases of aliases",
      `a0: &a0 [x]\n${many(40, (i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join("")}`,
      "no-anchors",
    ],
    ["25,000 unknown fields", `underpin: 1\n${many(25_000, keys("", "v")).join("")}`, "unknown-field"],
    [
      "25,000 unknown fields of a contract",
      `underpin: 1\ncontract:\n${many(25_000, keys("  ", "v")).join("")}`,
      "unknown-field",
    ],
    ["25,000 parties that are none", `underpin: 1\nparties:\n${many(25_000, keys("  ", "v")).join("")}`, "wrong-shape"],
    [
      "10,000 people without a role",
      `underpin: 1\npeople:\n${many(10_000, keys("  ", "{name: x, of: nobody}")).join("")}`,
      "missing-field",
    ],
    ["one field 50,000 times", "a: b\n".repeat(50_000), "said-twice"],
    ["50,000 mistakes", "a: ]\n".repeat(50_000), "yaml-unreadable"],
    ["a megabyte", `a: ${"x".repeat(1e6)}`, "file-too-large"],
  ])("%s", async (_name, text, code) => {
    const { document, problems } = await quick(() => readAgreement([{ name: "a.yaml", text }]));
    expect(document).toBeNull();
    const found = problems.find((problem) => problem.code === code);
    expect([found?.file, (found?.line ?? 0) >= 1], problems[0]?.code).toEqual(["a.yaml", true]);
  });
});

const [, inTime = ""] = libraryContracts.find(([name]) => name === "in-time.yaml") ?? [];

function contractOf(text: string) {
  const { document, problems } = readAgreement([{ name: "c.yaml", text }]);
  if (document === null) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return document;
}

test("an agreement of 500 service levels is read and measured", { timeout: 30_000 }, async () => {
  const [frame = "", level = ""] = inTime.split("    service_levels:\n");
  const levels = many(500, (i) => level.replace("in-time:", `level-${i}:`));
  const document = await quick(() => contractOf(`${frame}    service_levels:\n${levels.join("")}`));
  expect(goTheWholeWay({ document, facts: [], period: "2026-01" })).toHaveLength(500);
});

test("a contract without an end looks up the holidays of its calendars' years alone", patience, async () => {
  const document = contractOf(inTime.replace("until: 2028-12-31", "until: 9999-12-31"));
  expect(await quick(() => goTheWholeWay({ document, facts: [], period: "2026-01" }))).toHaveLength(1);
});

const level: LevelTerms = exampleLevels["share in time"];
const opened = Date.UTC(2026, 2, 2, 9) / 1000;

const factOf = (changes: readonly (readonly [number, Change])[]): Fact => ({
  ...{ id: "I-1", kind: "incidents", tool: "servicenow" },
  events: changes.map(([at, change], sequence) => ({
    ...{ happened: instant(at), learned: instant(at), sequence, change },
    source: { file: "f", row: sequence + 1 },
  })),
});

const field = (name: string, value: string): Change => ({ kind: "field", field: name, value });
const first: readonly (readonly [number, Change])[] = [
  [opened, { kind: "moment", moment: "opened" }],
  [opened, field("priority", "P2")],
  [opened, { kind: "state", state: { kind: "open", name: "new" } }],
];

describe("a long history is read in time that grows with it and no faster", patience, () => {
  const read = (fact: Fact) => {
    const { contract, calendars } = exampleContext;
    const start = performance.now();
    const reading = readClock(
      { level, within: null, contract, calendars, fact, relief: [] },
      instant(opened + 9_000_000),
    );
    return { reading, took: performance.now() - start };
  };

  test.each<[string, number, (index: number) => Change]>([
    ["100,000 notes", 100_000, (i) => field("note", `${i}`)],
    [
      "100,000 turns of its state",
      100_000,
      (i) => ({
        kind: "state",
        state: i % 2 ? { kind: "open", name: "in progress" } : { kind: "waiting", reason: "client-answer" },
      }),
    ],
    ["100,000 messages", 100_000, (i) => ({ kind: "message", by: i % 2 ? "client" : "supplier", open: true })],
    ["1,000 changes of priority", 1000, (i) => field("priority", i % 2 ? "P3" : "P2")],
    [
      "2,000 reopenings",
      4000,
      (i) => ({ kind: "state", state: i % 2 ? { kind: "open", name: "in progress" } : { kind: "resolved" } }),
    ],
  ])("%s", (_name, count, change) => {
    const { reading, took } = read(
      factOf([...first, ...many(count, (i) => [opened + 60 + i * 60, change(i)] as const)]),
    );
    expect(reading.started).toBe(opened);
    expect(took, "milliseconds").toBeLessThan(15_000);
  });
});

describe("records at the ends of time", { timeout: 20_000 }, () => {
  test.each([
    ["year 1", -62_135_596_800],
    ["1900", -2_208_988_800],
    ["the last second of 9999", 253_402_300_799],
  ])("%s", (_name, at) => {
    const fact = factOf(first.map(([, change]) => [at, change] as const));
    expect(goTheWholeWay({ document: contractOf(inTime), facts: [fact], period: "2026-01" })).toHaveLength(1);
  });
});
