import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPlan, planFolder } from "../../../../../stories/credits/load-plan.ts";
import { readAgreement } from "../../../../wire/agreement/load.ts";
import type { ContractDocument } from "../../../agreement/document/document.ts";
import { dayOf } from "../../../time/civil.ts";
import { planProse } from "./plan-prose.ts";
import type { PlanPart } from "./plan-text.ts";

const day = dayOf(2026, 3, 1);

const demoFolder = join(import.meta.dirname, "../../../../../examples/demo");
const demo = readAgreement(
  [
    "contract",
    "calendars",
    "catalogue",
    "sla",
    "credits",
    "ola-applications",
    "ola-platform",
    "uc-oakrack",
    "uc-quillnet",
  ]
    .map((name) => `${name}.yaml`)
    .map((name) => ({ name, text: readFileSync(join(demoFolder, name), "utf8") })),
).document;

const partsOf = (document: ContractDocument | null, plan: string): readonly PlanPart[] =>
  (document && planProse(document, plan, day)?.parts) ?? [];

const library = readdirSync(planFolder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.replace(/\.yaml$/, ""));

describe("every plan is written in full", () => {
  const plans = [
    ...library.map((plan) => [plan, loadPlan(plan).document] as const),
    ...["meridian-credits", "quillnet-credits"].map((plan) => [plan, demo] as const),
  ];

  test.each(plans)("%s", (plan, document) => {
    const parts = partsOf(document, plan);
    expect(parts.length).toBeGreaterThan(6);
    for (const { heading, sentences } of parts) {
      expect(heading).toMatch(/^[A-Z]/);
      for (const sentence of sentences) expect(sentence).toMatch(/^(?:[A-Z]|“|\d+[. ]).*\.$/);
    }
    expect(JSON.stringify(parts)).not.toMatch(/undefined|\[object|NaN|null%/);
  });

  test.each(plans)("%s shows no id where there is a title", (plan, document) => {
    const ids = document === null ? [] : hyphenated(document, plan);
    const text = JSON.stringify(partsOf(document, plan));
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });
});

/** Ids that no sentence has for a word of its own. */
function hyphenated(document: ContractDocument, plan: string): readonly string[] {
  const sections = [document.charges, document.people, document.agreements, document.credit_plans];
  const levels = Object.values(document.agreements).map(({ service_levels }) => service_levels);
  const own = document.credit_plans[plan];
  return [...sections, ...levels, own?.bases ?? {}, own?.categories ?? {}]
    .flatMap((entries) => Object.keys(entries))
    .filter((id) => id.includes("-"));
}
