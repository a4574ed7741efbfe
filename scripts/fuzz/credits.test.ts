import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContractDocument } from "../../src/engine/agreement/document/document.ts";
import { documentAt } from "../../src/engine/agreement/resolve/amended.ts";
import { levelTerms } from "../../src/engine/agreement/resolve/level-terms.ts";
import type { CreditEntry } from "../../src/engine/credit/entry.ts";
import { creditMonths } from "../../src/engine/credit/run/credit-months.ts";
import { periodsBetween } from "../../src/engine/period/periods.ts";
import type { Result } from "../../src/engine/period/result.ts";
import { creditReportOf } from "../../src/engine/report/credits/credit-report-of.ts";
import { checkDerivation } from "../../src/engine/report/explain/check-derivation.ts";
import { explainCredit } from "../../src/engine/report/explain/credit/explain-credit.ts";
import { dayOf } from "../../src/engine/time/civil.ts";
import { instantOf, utc } from "../../src/engine/time/zone.ts";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import type { Problem } from "../../src/wire/agreement/problem.ts";
import { readCreditEntries } from "../../src/wire/credit-entries.ts";
import { planFolder } from "../../stories/credits/load-plan.ts";
import { type Heard, resultOf } from "../../stories/credits/result-of.ts";
import { tries } from "../laws.ts";
import { valueChange, withValues } from "./contract-text.ts";
import { quick } from "./quick.ts";
import { wounded, wounds } from "./wounds.ts";

const frame = readFileSync(join(import.meta.dirname, "..", "..", "stories", "credits", "frame.yaml"), "utf8");
const plans = readdirSync(planFolder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join(planFolder, name), "utf8"));

const read = (text: string) =>
  readAgreement([
    { name: "frame.yaml", text: frame },
    { name: "plan.yaml", text },
  ]);

function placed(problems: readonly Problem[]): void {
  for (const { file, line, column, code, message } of problems) {
    expect([file.length > 0, line >= 1, column >= 1], message).toEqual([true, true, true]);
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  }
}

const heard: readonly Heard[] = [
  "not rated",
  "held",
  "undetermined",
  "missed",
  "met 99.99%",
  { says: "missed 94%", down: 2600 },
  { says: "at minimum 93%", late: 7, of: 100 },
  "missed 2h",
  "missed 7",
];
const said = fc.array(fc.constantFrom(...heard), { minLength: 1, maxLength: 7 });

/** Four months of every level, whatever it measures, through money, words and trees. */
function goTheWholeWay(document: ContractDocument, told: readonly Heard[], entries: readonly CreditEntry[]): void {
  const at = (month: number) => instantOf(utc, { day: dayOf(2026, month, 1), second: 0 });
  const input = { terms: { kind: "month" }, zone: utc, contractFrom: document.contract.from } as const;
  const months = periodsBetween(input, { start: at(1), end: at(5) });
  const levels = levelTerms(document, "sla", dayOf(2026, 1, 1));
  const results = months.flatMap((period, month): readonly Result[] =>
    levels.flatMap((level, place) => {
      const says = told[(month * 3 + place) % told.length] ?? "not rated";
      const groups = level.judgedPer === "all together" ? [null] : ["circuit-a", "circuit-b"];
      return groups.map((group) => resultOf({ level, group, period }, says));
    }),
  );
  for (const plan of Object.keys(document.credit_plans)) {
    const run = creditMonths({ document, plan, months, zone: utc, results, entries });
    for (const [index, month] of run.entries()) {
      const contract = documentAt(document, month.facts.start);
      creditReportOf(month, { contract, names: {}, months: run.slice(0, index + 1) });
      const tree = explainCredit({ month, contract, before: run.slice(0, index), results: [] });
      expect(checkDerivation(tree).differences, month.period.id).toEqual([]);
    }
  }
}

describe("a credit plan", () => {
  test("with bytes and lines wounded is refused with places, or credits and explains all the same", () => {
    const law = fc.property(fc.constantFrom(...plans), wounds, said, (text, all, told) => {
      const { document, problems } = read(new TextDecoder().decode(wounded(Buffer.from(text), all)));
      placed(problems);
      if (document !== null) goTheWholeWay(document, told, []);
    });
    fc.assert(law, { numRuns: tries(100) });
  });

  test("with any of its values exchanged, likewise", () => {
    const changes = fc.array(valueChange, { minLength: 1, maxLength: 2 });
    const law = fc.property(fc.constantFrom(...plans), changes, said, (text, all, told) => {
      const { document, problems } = read(withValues(text, all));
      placed(problems);
      if (document !== null) goTheWholeWay(document, told, []);
    });
    fc.assert(law, { numRuns: tries(100) });
  });

  test("with figures of fields of its own exchanged, likewise", () => {
    const values = [
      "0%",
      "0",
      "-1",
      "1",
      "0.00 GBP",
      "-5.00 GBP",
      "1.005 GBP",
      "100%",
      "200%",
      "33.33%",
      "99999999999.99 GBP",
      "1 month",
      "0 days",
    ];
    const figure = /(-?\d+(?:\.\d+)?%|\d+(?:\.\d+)? GBP|(?<=[:[ ])\d+(?:\.\d+)?(?=[,}\]\n]))/g;
    const change = fc.record({ at: fc.nat(), value: fc.constantFrom(...values) });
    const law = fc.property(
      fc.constantFrom(...plans),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      said,
      (text, all, told) => {
        const [before, body = ""] = text.split("credit_plans:");
        let now = body;
        for (const { at, value } of all) {
          const places = [...now.matchAll(figure)];
          const hit = places[at % Math.max(1, places.length)];
          if (hit) now = `${now.slice(0, hit.index)}${value}${now.slice(hit.index + hit[0].length)}`;
        }
        const { document, problems } = read(`${before}credit_plans:${now}`);
        placed(problems);
        if (document !== null) goTheWholeWay(document, told, []);
      },
    );
    fc.assert(law, { numRuns: tries(150) });
  });
});

describe("what people stated about credits", () => {
  const plan = plans.find((text) => text.includes("  whole-plan:")) ?? "";
  const stated = `credit_entries:
  - {id: 1, plan: whole-plan, month: 2026-01, flag: critical failure, by: piet-sorby, on: 2026-02-03, reason: core loss}
  - {id: 2, plan: whole-plan, month: 2026-01, level: uptime, facts: {users affected: 40, outage hours: 2h 30m, severity: full}, by: piet-sorby, on: 2026-02-03, reason: told}
  - {id: 3, plan: whole-plan, month: 2026-02, claim: received, by: piet-sorby, on: 2026-03-03, reason: letter}
  - {id: 4, plan: whole-plan, month: 2026-02, event: E, levels: [uptime, repair], chosen: repair, by: piet-sorby, on: 2026-03-03, reason: one fault}
  - {id: 5, plan: whole-plan, month: 2026-03, level: uptime, waived: 400.00 GBP, by: piet-sorby, on: 2026-04-03, reason: help in May}
  - {id: 6, plan: whole-plan, month: 2026-03, level: repair, disputed: yes, by: alma-reyes, on: 2026-04-03, reason: late by the client}
  - {id: 7, plan: whole-plan, month: 2026-04, waived: all, by: piet-sorby, on: 2026-05-03, reason: none}
`;

  function take(text: string, told: readonly Heard[]): number {
    const { document } = read(plan);
    if (document === null) throw new Error("no plan");
    const { entries, problems } = readCreditEntries({ name: "stated.yaml", text }, document);
    placed(problems);
    goTheWholeWay(document, told, entries);
    return entries.length;
  }

  test("is taken as it is written", () => {
    expect(take(stated, heard)).toBeGreaterThan(4);
  });

  test("wounded at random is taken or refused, entry by entry, and never throws", () => {
    const law = fc.property(wounds, said, (all, told) => {
      take(new TextDecoder().decode(wounded(Buffer.from(stated), all)), told);
    });
    fc.assert(law, { numRuns: tries(100) });
  });

  test("with any of its values exchanged, likewise", () => {
    const lines = stated.replaceAll(/([{,] ?)([a-z ]+: )/g, "\n      $2").replaceAll(/[{}]|,$/gm, "");
    const law = fc.property(fc.array(valueChange, { minLength: 1, maxLength: 3 }), said, (all, told) => {
      take(withValues(lines, all), told);
    });
    fc.assert(law, { numRuns: tries(100) });
  });

  test.each([
    ["a list of nothing", "credit_entries: []\n"],
    ["no list", "credit_entries: 7\n"],
    ["entries that are none", "credit_entries: [1, null, [], {}, ~]\n"],
    [
      "names of every object",
      "credit_entries: [{id: constructor, plan: __proto__, month: 2026-01, base: toString, amount: 1.00 GBP, by: valueOf, on: 2026-01-01, reason: x}]\n",
    ],
    [
      "very many",
      `credit_entries:\n${"  - {id: 1, plan: whole-plan, month: 2026-01, claim: received, by: piet-sorby, on: 2026-02-01, reason: x}\n".repeat(3000)}`,
    ],
  ])("%s", async (_, text) => {
    await quick(() => take(text, heard));
  });
});
