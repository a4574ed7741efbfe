import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fraction } from "../engine/number/fraction.ts";
import { dayOf } from "../engine/time/civil.ts";
import { readAgreement } from "./agreement/load.ts";
import { readCreditEntries } from "./credit-entries.ts";

const fixture = (name: string) => ({
  name,
  text: readFileSync(join(import.meta.dirname, "agreement", "fixtures", name), "utf8"),
});
const { document } = readAgreement([fixture("small.yaml"), fixture("plans.yaml")]);

function read(text: string) {
  if (document === null) throw new Error("the contract of the fixtures has errors");
  return readCreditEntries({ name: "credits.yaml", text }, document);
}

const entry = (fields: string, parts: Readonly<Record<string, string>> = {}): string => {
  const whole = {
    id: "C-1",
    plan: "tiers",
    month: "2026-03",
    by: "nora-vance",
    on: "2026-04-02",
    reason: "So it was",
    ...parts,
  };
  const said = Object.entries(whole).map(([name, value]) => `${name}: ${value}`);
  return `  - {${[...said, ...(fields === "" ? [] : [fields])].join(", ")}}\n`;
};
const file = (...entries: readonly string[]): string => `underpin: 1\ncredit_entries:\n${entries.join("")}`;

describe("what people state about credits", () => {
  test("who, when and why are part of it, and a bare level belongs to the agreement of the plan", () => {
    const { entries, problems } = read(file(entry("disputed: yes, level: uptime, group: shop")));
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      {
        id: "C-1",
        plan: "tiers",
        month: "2026-03",
        level: "hall-uc/uptime",
        group: "shop",
        said: { kind: "dispute" },
        by: "nora-vance",
        on: dayOf(2026, 4, 2),
        reason: "So it was",
        source: { file: "credits.yaml", row: 1 },
      },
    ]);
  });

  test.each([
    [
      "base: tier-invoice, amount: 400.50 GBP",
      { kind: "base", base: "tier-invoice", amount: { amount: fraction(801, 2), currency: "GBP" } },
    ],
    ["flag: still used", { kind: "flag", flag: "still used" }],
    ["waived: all", { kind: "waiver", amount: null }],
    ["waived: 12.00 EUR", { kind: "waiver", amount: { amount: fraction(12), currency: "EUR" } }],
    [
      "event: the flood, levels: [uptime, hall-uc/repairs], chosen: uptime",
      { kind: "event", event: "the flood", levels: ["hall-uc/uptime", "hall-uc/repairs"], chosen: "hall-uc/uptime" },
    ],
    // 2 h 30 m are 2.5 hours and 150 minutes
    [
      "level: uptime, facts: {outage hours: 2h 30m, outage minutes: 2h 30m}",
      { kind: "facts", facts: { outage_hours: fraction(5, 2), outage_minutes: fraction(150) }, words: {} },
    ],
    [
      "level: uptime, facts: {users affected: 40, figure: 98.5%, severity: near}",
      { kind: "facts", facts: { affected_users: fraction(40), value: fraction(197, 2) }, words: { severity: "near" } },
    ],
  ])("%s", (fields, said) => {
    const { entries, problems } = read(file(entry(fields)));
    expect(problems).toEqual([]);
    expect(entries.map((one) => one.said)).toEqual([said]);
  });

  test("what nobody needs is taken and told as a warning", () => {
    for (const fields of ["claim: received", "amount: 5.00 GBP, level: uptime"]) {
      const { entries, problems } = read(file(entry(fields)));
      expect(entries).toHaveLength(1);
      expect(problems.map(({ code, weight }) => [code, weight])).toEqual([["field-without-use", "warning"]]);
    }
  });
});

describe("what does not fit the contract is told, and the other entries stand", () => {
  test.each([
    ["entry-unclear", entry(""), ""],
    ["entry-unclear", entry("flag: still used, waived: all"), ""],
    ["entry-unclear", entry("base: tier-invoice"), ""],
    ["entry-unclear", entry("waived: all, levels: [uptime]"), ""],
    ["unknown-plan", entry("waived: all", { plan: "teirs" }), ".plan"],
    ["unknown-person", entry("waived: all", { by: "nora-vence" }), ".by"],
    ["unknown-level", entry("disputed: yes, level: uptim"), ".level"],
    ["unknown-level", entry("disputed: yes, level: shop-sla/resolution"), ".level"],
    ["unknown-level", entry("event: flood, levels: [uptime, repair]"), ".levels.1"],
    ["unknown-level", entry("event: flood, levels: [uptime, repairs], chosen: mean-repair"), ".chosen"],
    ["unknown-base", entry("base: tier-fee, amount: 1.00 GBP"), ".base"],
    ["unknown-flag", entry("flag: still usd"), ".flag"],
    ["unknown-word", entry("level: uptime, facts: {outage hrs: 2h}"), ".facts.outage hrs"],
    ["wrong-unit", entry("level: uptime, facts: {users affected: 2h}"), ".facts.users affected"],
    ["outside-term", entry("waived: all", { month: "2025-12" }), ".month"],
    ["outside-term", entry("waived: all", { month: "2027-01" }), ".month"],
    ["month-unreadable", entry("waived: all", { month: "2026-13" }), ".month"],
    ["other-currency", entry("waived: 5.00 USD"), ".waived"],
    ["money-unreadable", entry("waived: -5.00 EUR"), ".waived"],
    ["missing-field", entry("facts: {users affected: 2}"), ""],
    ["missing-field", entry("event: flood, levels: [uptime]"), ""],
    ["field-without-use", entry("base: tier-invoice, amount: 1.00 GBP, level: uptime"), ".level"],
    ["unknown-field", entry("waved: all"), ".waved"],
  ])("%s: %s", (code, broken, path) => {
    const { entries, problems } = read(file(entry("waived: all", { id: "C-0" }), broken));
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, `credit_entries.1${path}`]]);
    expect(entries.map(({ id }) => id)).toEqual(["C-0"]);
  });

  test("a number that is there already", () => {
    const { problems } = read(file(entry("waived: all"), entry("flag: still used")));
    expect(problems.map(({ code, path, line }) => [code, path, line])).toEqual([
      ["stated-twice", "credit_entries.1.id", 4],
    ]);
  });

  test("whatever is written, nothing is thrown", () => {
    for (const text of ["", "credit_entries: 1", "credit_entries: [1, [], {}]", "a: &b c", "- x"])
      expect(read(text).entries).toEqual([]);
  });
});
