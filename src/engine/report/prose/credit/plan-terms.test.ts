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
import { planProse } from "./plan-prose.ts";

const frame = readFileSync(join(import.meta.dirname, "../../../../../stories/credits/frame.yaml"), "utf8");
const day = dayOf(2026, 6, 1);

/** Plans that write every field of the format between them. */
const plans = `underpin: 1
part_of: fulmar
credit_plans:
  weighed:
    title: Weighed
    for: sla
    from: 2026-01-01
    until: 2027-12-31
    owner: alma-reyes
    clause: Schedule C
    approved_by: [piet-sorby, alma-reyes]
    currency: GBP
    rates:
      - {of: EUR, from: 2026-01-01, rate: 0.86, source: The rate of the bank}
    bases:
      charges: {charges: [booking-run, desk-run], of: month of the miss, part: failing service, prorated: days}
      of-year: {charges: [circuits], of: contract year}
      at-risk: {share: 10%, of: charges}
      a-part: {of: charges, divided_by: 30}
      invoice: {entered: each month, missing: month before, negative: kept}
      stated: {amount: 500.00 EUR}
      together: {sum: [invoice, stated]}
    categories: {up: [uptime, portal], quick: [repair]}
    weight_rules:
      divide: at-risk
      total: exactly 100%
      set_by: client
      notice: 3 months
      changes: at most 1 per year
      levels_at_once: 3
      at_risk: may not rise
      inside_a_period: by days
    weights:
      - from: 2026-01-01
        set_by: piet-sorby
        notice_given: 2025-09-01
        reason: The start
        shares: {uptime: 40%, portal: 60%, repair: 100%}
        categories: {up: 30%, quick: 70%}
      - from: 2026-07-01
        set_by: alma-reyes
        notice_given: 2026-03-01
        reason: A change
        shares: {uptime: 50%, portal: 50%, repair: 100%}
        categories: {up: 40%, quick: 60%}
    free_until: {portal: 2026-04-30}
    undetermined: missed
    held: held
    awards:
      - {level: uptime, verdict: at minimum, counts: {count: 4, within: 12 months, how: from the nth}, gives: {share: 40%, of: weight}}
      - {levels: [uptime, portal], verdict: missed, gives: {amount: 100.00 GBP}, at_most: {share: 90%, of: charges}}
      - {category: quick, gives: {amount: 5.00 GBP, for_each: record out of time}}
      - {verdict: missed, gives: {share: 100%, of: weight}}
    repeat: {verdict: missed, in_a_row: 2, factor: 1.5}
    one_event: highest
    override: {if: critical failure, gives: {share: 100%, of: charges}}
    limits:
      - {per: miss, at_most: 900.00 GBP}
      - {per: category, category: up, at_most: {share: 50%, of: at-risk}}
      - {per: month, at_most: {share: 100%, of: at-risk}, excess: carried}
      - {per: month, at_least: 10.00 GBP, below: raised}
      - {per: contract year, at_most: {share: 6%, of: of-year}, excess: lapses}
    claimed_within: 30 days
    earn_back: {share: 50%, when: met, in_a_row: 6, not_for: [uptime], not_in: [11, 12], to: refund}
    bonus: {levels: [repair], above: 98%, step: 1%, share: 0.5%, of: charges, at_most: {share: 2%, of: charges}, used: paid}
    improve:
      - {levels: [uptime], mark: minimum, after: each contract year, to: step of the gap, share: 20%}
    settled: {on: next invoice, excess: lapses, at_the_end: lapses}

  tabled:
    title: Tabled
    for: sla
    from: 2026-01-01
    owner: alma-reyes
    bases: {charges: {charges: [booking-run]}, circuit: {charges: [circuits], part: failing component}}
    score: {of: {calls: 40%, satisfaction: 60%}, left_out: counts in full}
    awards:
      - level: uptime
        gives:
          of: charges
          by: outage minutes
          rows: [{upto: 43, share: 5%, name: small}, {upto: 2h, share: 10%}, {others: yes, share: 50%}]
        times:
          - {factor: 0.6}
          - {flag: still used, factor: 0.5}
          - {by: periods}
          - {by: users affected, over: users}
          - {by: severity, rows: [{is: near, factor: 0.5}, {others: yes, factor: 2}]}
          - {by: figure, rows: [{from: 90%, factor: 0.25}, {from: 80%, factor: 3}, {others: yes, factor: 4}]}
      - {level: portal, gives: {of: charges, shortfall: {below: minimum, step: 1%, partial: started steps, share: 3%, full_loss_above: 15%}}}
      - {level: repair, gives: {shortfall: {target: 96%, step: 1%, partial: linear, amount: 7.00 GBP}}}
      - {level: circuit, gives: {of: circuit, per_unit: {count: outage hours, size: 1h, partial: started steps, share: 5%, first: {size: 2h, share: 10%}}}}
      - {level: batch, gives: {by: records out of time, bands: [{upto: 4, amount: 1.00 GBP}, {amount: 2.00 GBP}]}}
      - {level: estates, gives: {entered: amount}}
      - {level: installs, gives: {units: transactions, points: 3}}
      - {level: milestone, counts: {count: 3, how: in a row}, gives: {amount: 3.00 GBP, for_each: month}}
      - {gives: {by: score, of: charges, rows: [{from: 95, share: 0%}, {from: 0, share: 10%}]}}
    repeat: {factors: [1, 1.5, 2]}
    exclusive_groups: [[uptime, portal], [repair]]
    earn_back: {share: 25%, when: average at expected, at_least_months: 6}

  pointed:
    title: Pointed
    for: sla
    from: 2026-01-01
    owner: alma-reyes
    bases: {charges: {charges: [booking-run]}}
    awards:
      - {verdict: missed, gives: {points: 2}}
    points: {of: charges, rows: [{from: 10, share: 5%}, {others: yes, share: 1%}]}
    override: {if: critical failure, gives: {amount: 100.00 GBP}}
    bonus: {above: 99%, amount: 400.00 GBP}

  priced:
    title: Priced
    for: sla
    from: 2026-01-01
    owner: alma-reyes
    bases: {}
    awards:
      - {verdict: missed, gives: {points: 2}}
    points: {money_each: 3.00 GBP, free: 20, bands: [{upto: 100, factor: 1}, {factor: 1.5}]}

  shared:
    title: Shared
    for: sla
    from: 2026-01-01
    owner: alma-reyes
    bases: {charges: {charges: [booking-run]}}
    awards:
      - {verdict: missed, gives: {points: 2}}
    points: {share_each: {share: 0.5%, of: charges}, free: 3}
    earn_back: {share: 25%, when: no credits, in_a_row: 3, to: bank}
`;

const { document, problems } = readAgreement([
  { name: "frame.yaml", text: frame },
  { name: "plans.yaml", text: plans },
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
  for_each: [["record out of time", "month", "miss"]],
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
