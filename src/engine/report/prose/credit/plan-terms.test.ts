import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { creditPlan } from "../../../../wire/agreement/credit/credit-plan.ts";
import { readAgreement } from "../../../../wire/agreement/load.ts";
import { writeProblem } from "../../../../wire/agreement/problem.ts";
import type { CreditPlanDocument } from "../../../agreement/document/credit-plan.ts";
import { creditFacts } from "../../../agreement/document/credit-words.ts";
import type { ContractDocument } from "../../../agreement/document/document.ts";
import { dayOf } from "../../../time/civil.ts";
import { everyTerm } from "./fixture/every-term.ts";
import { planProse } from "./plan-prose.ts";

const frame = readFileSync(join(import.meta.dirname, "../../../../../stories/credits/frame.yaml"), "utf8");
const day = dayOf(2026, 6, 1);

const { document, problems } = readAgreement([
  { name: "frame.yaml", text: frame },
  { name: "plans.yaml", text: everyTerm },
]);

test("the plans of this test are read without an error", () =>
  expect(problems.filter(({ weight }) => weight === "error").map(writeProblem)).toEqual([]));

test("every field of a plan is written in one of them", () => {
  const written = new Set(Object.values(document?.credit_plans ?? {}).flatMap((plan) => Object.keys(plan)));
  expect(Object.keys(creditPlan.shape).filter((field) => !written.has(field))).toEqual([]);
});

/** Closed lists by the field they stand in; a word that is in none is text, or refers to something. */
const lists: Readonly<Record<string, readonly (readonly string[])[]>> = {
  of: [["month of the miss", "month before", "month after", "quarter of the miss", "quarter after", "contract year"]],
  part: [["failing service", "failing component", "whole"]],
  prorated: [["days", "none"]],
  missing: [["month before", "held"]],
  negative: [["kept", "zero"]],
  total: [["exactly 100%", "at most 100%", "free"]],
  set_by: [["client", "supplier", "both"]],
  per: [["month", "quarter", "year", "contract year", "miss", "level", "service", "category"]],
  at_risk: [["may not rise", "free"]],
  inside_a_period: [["by days", "pinned at the start"]],
  undetermined: [["missed", "held"]],
  held: [["held", "missed"]],
  left_out: [["counts in full", "shared among the others"]],
  verdict: [["missed", "at minimum"]],
  how: [["from the nth", "every nth", "in a row"]],
  units: [["transactions", "days"]],
  for_each: [["record out of time", "outage", "month", "miss"]],
  by: [creditFacts],
  over: [creditFacts],
  count: [creditFacts],
  below: [
    ["expected", "minimum"],
    ["lapses", "raised"],
  ],
  partial: [["whole steps", "started steps", "linear"]],
  one_event: [["all", "highest", "first", "client chooses"]],
  excess: [["lapses", "carried"]],
  when: [["met", "exceeded", "no credits", "average at expected"]],
  to: [
    ["refund", "bank"],
    ["midpoint with the average", "step of the gap"],
  ],
  used: [["offset", "paid"]],
  mark: [["expected", "minimum"]],
  after: [["12 months above", "each contract year"]],
  on: [["next invoice", "next quarter"]],
  at_the_end: [["paid in cash", "lapses"]],
};

/** Parts of a quantity, and words that are the only one of their field. */
const alone = ["unit", "kind", "others", "entered"];
/** A bank is filled by months without credits, and the least amount is one of a month, whatever else is written. */
const unread = ["shared.earn_back.when", "weighed.limits.3.per"];

type Change = readonly [path: string, changed: Readonly<Record<string, unknown>>];

/** Every scalar of a value, changed to another that is valid in its place. */
function changes(value: unknown, key: string): readonly (readonly [path: string, changed: unknown])[] {
  if (alone.includes(key)) return [];
  if (typeof value === "string") return [["", otherWord(key, value)]];
  if (typeof value === "number" || typeof value === "bigint")
    return [["", typeof value === "number" ? value + 1 : value + 1n]];
  if (typeof value !== "object" || value === null) return [];
  if ("n" in value && "d" in value)
    return [["", { n: Number(value.n) < 0 ? 1n : BigInt(value.n as bigint) + BigInt(value.d as bigint), d: value.d }]];
  return Object.entries(value).flatMap(([name, inner]) =>
    changes(inner, Array.isArray(value) ? key : name).map(
      ([path, changed]) =>
        [
          path === "" ? name : `${name}.${path}`,
          Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed },
        ] as const,
    ),
  );
}

function otherWord(key: string, word: string): string {
  const list = lists[key]?.find((words) => words.includes(word)) ?? [];
  return list.find((other) => other !== word) ?? `${word}-other`;
}

const changed: readonly Change[] = Object.entries(document?.credit_plans ?? {}).flatMap(([id, plan]) =>
  changes(plan, "plan").map(([path, other]): Change => [`${id}.${path}`, { ...document?.credit_plans, [id]: other }]),
);

const prose = (plans: ContractDocument["credit_plans"], id: string): string =>
  document === null ? "" : JSON.stringify(planProse({ ...document, credit_plans: plans }, id, day));

describe("every term of a plan is told: another value, another text", () => {
  test("there are many", () => expect(changed.length).toBeGreaterThan(200));

  test.each(changed.filter(([path]) => !unread.includes(path)))("%s", (path, plans) => {
    const [id = ""] = path.split(".");
    const other = plans as Readonly<Record<string, CreditPlanDocument>>;
    expect(prose(other, id)).not.toBe(prose(document?.credit_plans ?? {}, id));
  });
});
