import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fraction } from "../../engine/number/fraction.ts";
import { triggerProse } from "../../engine/report/prose/trigger-prose.ts";
import { dayOf } from "../../engine/time/civil.ts";
import { contractTriggers } from "../../engine/trigger/contract-triggers.ts";
import { readAgreement } from "./load.ts";
import { writeProblem } from "./problem.ts";

const small = readFileSync(join(import.meta.dirname, "fixtures", "small.yaml"), "utf8");
const consequences = `
charges:
  shop-run:
    title: Running the shop
    services: [shop]
    per: month
    amounts: [{from: 2026-01-01, amount: 1000.00 GBP}]
credit_plans:
  shop-credits:
    title: Service credits
    for: shop-sla
    from: 2026-01-01
    owner: olwen-pryce
    bases: {monthly: {charges: [shop-run], of: month of the miss}}
    awards: [{verdict: missed, gives: {share: 5%, of: monthly}}]
    limits: [{per: month, at_most: {share: 10%, of: monthly}}]
improvement:
  triggers:
`;
const day = dayOf(2026, 3, 1);

/** The small contract with one trigger, which opens an improvement plan unless it says otherwise; `¶` marks a place. */
function read(trigger: string) {
  const opens = trigger.includes("opens:") ? "" : ", opens: improvement plan";
  const marked = `${small}${consequences}    t: {title: T, ${trigger}${opens}}\n`;
  const offset = marked.indexOf("¶");
  const lines = marked.slice(0, Math.max(0, offset)).split("\n");
  const { document, problems } = readAgreement([{ name: "small.yaml", text: marked.replace("¶", "") }]);
  return { document, problems, place: offset < 0 ? null : [lines.length, (lines.at(-1)?.length ?? 0) + 1] };
}

/** What a trigger says in the file, and how it reads in a contract. */
const forms: readonly (readonly [yaml: string, text: string])[] = [
  ["in_a_row: 1", "An improvement plan follows when a service level is missed."],
  [
    "agreement: shop-sla, levels: critical, in_a_row: 2",
    "An improvement plan follows when a critical service level of “Service levels of the ticket shop” is missed in 2 rated periods in a row.",
  ],
  [
    "agreement: shop-sla, levels: [resolution, availability], verdict: at minimum, times: 3, out_of: 6, opens: escalation",
    "An escalation follows when “Resolution of incidents” or “Availability of the shop” of “Service levels of the ticket shop” is at minimum in 3 of its last 6 rated periods.",
  ],
  ["trend: {worse_in_a_row: 3}", "An improvement plan follows when a service level gets worse 3 periods in a row."],
  [
    "levels: [shop-sla/availability], trend: {worse_in_a_row: 3, nearer_than: 0.2%}",
    "An improvement plan follows when “Availability of the shop” gets worse 3 periods in a row and is nearer to what is expected than 0.20 percentage points.",
  ],
  [
    "trend: {periods: 6, reaches: expected, within: 3}",
    "An improvement plan follows when a service level still keeps what is expected of it, and the line through its last 6 figures reaches it within 3 periods.",
  ],
  [
    "levels: [shop-sla/resolution], trend: {periods: 6, reaches: expected, within: 3, nearer_than: 5%}",
    "An improvement plan follows when “Resolution of incidents” still keeps what is expected of it, by less than 5 percentage points, and the line through its last 6 figures reaches it within 3 periods.",
  ],
  [
    "trend: {periods: 6, reaches: minimum, within: 1}",
    "An improvement plan follows when a service level still keeps its minimum, and the line through its last 6 figures reaches it within 1 period.",
  ],
  [
    "levels: [availability], average: {periods: 3, below: 97%}, opens: right to end the contract, notice: 30 days, expires: 60 days",
    "The right to end the contract follows when “Availability of the shop” has a mean below 97 % over its last 3 rated periods. It is used with notice of 30 days. It is lost 60 days after the period, or the outage, that gave it.",
  ],
  [
    "levels: [availability], chronic: {outages: 3, within: 30 days}, opens: root cause analysis, within: 5 business days",
    "A root cause analysis follows when “Availability of the shop” has 3 outages or more within 30 days, counted back from the end of each outage. It is to be done within 5 business days.",
  ],
  [
    "levels: [availability], chronic: {downtime: 12h, within: 30 days}",
    "An improvement plan follows when “Availability of the shop” has outages of at least 12 h within 30 days, counted back from the end of each outage.",
  ],
  [
    "chronic: {downtime: more than 24h, within: 3 months}, opens: critical failure",
    "A critical failure follows when a service level has outages of more than 24 h within 3 months, counted back from the end of each outage.",
  ],
  [
    "credits: {plan: shop-credits, at_least: {share: 50%, of: monthly}}",
    "An improvement plan follows when the credit of a month by “Service credits” is at least 50 % of monthly.",
  ],
  [
    "credits: {plan: shop-credits, at_least: 100.00 GBP}, times: 2, out_of: 6",
    "An improvement plan follows when the credit of a month by “Service credits” is at least 100.00 GBP, in 2 of the last 6 months.",
  ],
  [
    "credits: {plan: shop-credits}, in_a_row: 3",
    "An improvement plan follows when “Service credits” gives a credit for a month, 3 months in a row.",
  ],
  [
    "limit_reached: shop-credits",
    "An improvement plan follows when the limit of “Service credits” cuts the credit of a month.",
  ],
];

describe("a trigger is read, and reads in a contract as it was meant", () => {
  test.each(forms)("%s", (yaml, text) => {
    const { document, problems } = read(yaml);
    expect(problems.filter(({ weight }) => weight !== "warning").map(writeProblem)).toEqual([]);
    expect(document && triggerProse(document, day)).toEqual([{ id: "t", title: "T", text }]);
  });
});

test("a forecast of a level that counts samples", () => {
  const level = `
      queue:
        title: Longest queue
        measure: number
        of: samples
        value: length
        expected: at most 50
`;
  const text = `${small
    .replace("    relief:\n", () => `${level.slice(1)}    relief:\n`)
    .replace("records: [outages]", "records: [outages, samples]")
    .replace("supplier: [availability]", "supplier: [availability, queue]")}
improvement:
  triggers:
    full: {title: Full, levels: [queue], capacity: {reaches: 40, within: 3 months, from: 6}, opens: improvement plan}
`;
  const { document, problems } = readAgreement([{ name: "small.yaml", text }]);
  expect(problems.filter(({ weight }) => weight !== "warning").map(writeProblem)).toEqual([]);
  expect(document && triggerProse(document, day).map((each) => each.text)).toEqual([
    "An improvement plan follows when “Longest queue” has reached 40, or will within 3 months by the line through its last figures, 6 at most.",
  ]);
});

test("a trigger by credits knows the title of its plan and whose it is; one by results has none", () => {
  const plan = { id: "shop-credits", title: "Service credits", agreement: "shop-sla" };
  const triggersOf = (yaml: string) => {
    const { document } = read(yaml);
    return document ? contractTriggers(document, day) : [];
  };
  expect(triggersOf("limit_reached: shop-credits")).toMatchObject([{ id: "t", plan }]);
  expect(triggersOf("credits: {plan: shop-credits}")).toMatchObject([{ plan, credits: { plan: plan.id } }]);
  expect(triggersOf("in_a_row: 2")).toMatchObject([{ plan: null, critical: [] }]);
});

test("quantities are exact", () => {
  const { document } = read("chronic: {downtime: more than 24h, within: 3 months}");
  expect(document?.improvement.triggers?.t?.chronic).toEqual({
    downtime: { direction: "more than", quantity: { unit: "time", value: fraction(86_400) } },
    within: { kind: "months", count: 3 },
  });
});

/** Code, the trigger (\`¶\` marks the place), and words of the message. */
const broken: readonly (readonly [code: string, yaml: string, words: string])[] = [
  ["trigger-unclear", "levels: all", "Add one."],
  ["trigger-unclear", "in_a_row: 2, trend: {worse_in_a_row: 3}", "Keep one."],
  ["trigger-unclear", "limit_reached: shop-credits, credits: {plan: shop-credits}", "Keep one."],
  ["trigger-unclear", "limit_reached: shop-credits, in_a_row: 2, times: 2, out_of: 3", "Keep one."],
  ["trigger-unclear", "average: {periods: 3}", "'below' or 'above' is needed"],
  ["trigger-unclear", "average: {periods: 3, below: 97%, above: 99%}", "Keep one."],
  ["trigger-unclear", "chronic: {within: 30 days}", "'outages' or 'downtime' is needed"],
  ["trend-unclear", "trend: {periods: 6, reaches: expected}", "needs 'periods', 'reaches' and 'within'"],
  ["trend-unclear", "trend: {worse_in_a_row: 3, within: 2}", "the one or the other"],
  ["trend-unclear", "trend: {nearer_than: 1%}", "the one or the other"],
  ["trend-unclear", "trend: {periods: 6, nearer_than: 1%}", "the one or the other"],
  ["count-too-small", "in_a_row: ¶0", "1 or more"],
  ["count-too-small", "trend: {worse_in_a_row: ¶0}", "1 or more"],
  ["count-too-small", "trend: {periods: ¶2, reaches: expected, within: 3}", "a line needs 3 figures"],
  ["count-too-small", "average: {periods: ¶0, below: 97%}", "1 or more"],
  ["count-too-small", "chronic: {outages: ¶0, within: 30 days}", "1 or more"],
  ["count-too-small", "chronic: {outages: 3, within: ¶0 days}", "no time at all"],
  ["wrong-unit", "chronic: {outages: 3, within: ¶10 business days}", "business days cannot be counted here"],
  ["wrong-unit", "in_a_row: 1, opens: right to end the contract, expires: ¶48h", "30 days or 3 months"],
  ["field-without-use", "out_of: 3, in_a_row: 2", "'out_of' means nothing without 'times'"],
  ["field-without-use", "verdict: missed, trend: {worse_in_a_row: 3}", "'verdict' means nothing"],
  ["field-without-use", "levels: all, limit_reached: shop-credits", "'levels' means nothing"],
  ["field-without-use", "in_a_row: 2, notice: 30 days", "'notice' means nothing to what this trigger opens"],
  ["trigger-does-not-fit", "levels: [availability], average: {periods: 3, below: ¶4h}", "not 'shop-sla/availability'"],
  ["trigger-does-not-fit", "average: {periods: 3, below: ¶4h}", "no level that is looked at is one"],
  ["trigger-does-not-fit", "trend: {worse_in_a_row: 1, nearer_than: ¶4h}", "for levels that count so"],
  ["trigger-does-not-fit", "levels: [repair], trend: {periods: 3, reaches: ¶minimum, within: 1}", "have one: not"],
  ["trigger-does-not-fit", "levels: [resolution], chronic: {outages: ¶3, within: 30 days}", "'share of time'"],
  ["trigger-does-not-fit", "levels: [resolution], chronic: {downtime: ¶3h, within: 30 days}", "'share of time'"],
  ["trigger-does-not-fit", "capacity: {reaches: ¶80%, within: 3 months, from: 6}", "'share of samples'"],
  ["trigger-does-not-fit", "capacity: {reaches: 80%, within: ¶30 days, from: 6}", "judged by the week"],
  ["unknown-plan", "limit_reached: ¶shop-credit", "shop-credits"],
  ["unknown-plan", "credits: {plan: ¶shop-credit}", "shop-credits"],
  ["unknown-base", "credits: {plan: shop-credits, at_least: {share: 5%, of: ¶month}}", "is not a base"],
  ["other-currency", "credits: {plan: shop-credits, at_least: ¶5.00 EUR}", "Write the amount in GBP."],
  ["quantity-unreadable", "average: {periods: 3, below: ¶low}", "is not a quantity"],
  ["time-unreadable", "chronic: {downtime: ¶long, within: 30 days}", "'12h' or 'more than 24h'"],
  ["unknown-word", "in_a_row: 1, opens: ¶root cause", "root cause analysis"],
];

test.each(broken)("%s: %s", (code, yaml, words) => {
  const { problems, place } = read(yaml);
  const said = problems.map(writeProblem).join("\n");
  const found = problems
    .filter((one) => one.code === code)
    .find((one) => !place || (one.line === place[0] && one.column === place[1]));
  expect(`${found?.message} ${found?.way_out}`, said).toContain(words);
});
