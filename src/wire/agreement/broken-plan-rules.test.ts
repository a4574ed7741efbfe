import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Wound, wounding } from "./fixtures/wound.ts";
import { readAgreement } from "./load.ts";
import { writeProblem } from "./problem.ts";

const fixture = (name: string) => ({ name, text: readFileSync(join(import.meta.dirname, "fixtures", name), "utf8") });
const [small, plans] = [fixture("small.yaml"), fixture("plans.yaml")];
const wounded = wounding(small, plans);

test("plans in every form are read without a problem", () => {
  const { document, problems } = readAgreement([small, plans]);
  expect(problems.map(writeProblem)).toEqual([]);
  expect(Object.keys(document?.credit_plans ?? {})).toEqual(["pool", "tiers", "points", "scores"]);
});

test.each([
  [
    "a category after one of its levels",
    "- {level: uptime, verdict: at minimum, gives: {share: 40%, of: weight}}",
    "- {level: repairs, gives: {share: 40%, of: weight}}\n      - {category: speed, gives: {share: 80%, of: weight}}",
  ],
  [
    "rows upwards that end at the mark",
    "            - {from: 98.00%, share: 10%}\n            - {from: 95.00%, share: 30%}\n            - {others: yes, share: 100%}\n",
    "            - {upto: 95.00%, share: 100%}\n            - {upto: 99.00%, share: 30%}\n",
  ],
  [
    "rows for times from the mark on",
    "            - {upto: 6h, amount: 20.00 GBP}\n            - {upto: 8h, amount: 40.00 GBP}\n            - {others: yes, amount: 80.00 EUR}\n",
    "            - {from: 4h, amount: 20.00 GBP}\n            - {from: 8h, amount: 40.00 EUR}\n",
  ],
  ["the same share twice", "{from: 95.00%, share: 30%}", "{from: 95.00%, share: 10%}"],
  [
    "an average that looks at a whole year",
    "when: met, in_a_row: 6,",
    "when: average at expected, at_least_months: 12,",
  ],
  [
    "points that are days",
    "{level: uptime, verdict: at minimum, gives: {share: 40%, of: weight}}",
    "{level: uptime, verdict: at minimum, gives: {points: 1, units: days}}",
  ],
  ["a set that takes a weight away", "{mean-repair: 50%, repairs: 50%, uptime: 100%}", "{repairs: 100%, uptime: 100%}"],
])("%s is right", (_, from, to) => {
  expect(wounded("", from, to).said).toBe("");
});

const weights: readonly Wound[] = [
  [
    "weights-sum",
    "mean-repair: 50%, repairs: 50%",
    "mean-repair: 55%, repairs: 50%",
    "'speed' from 2026-05-01 adds up to 105%",
  ],
  [
    "weights-sum",
    "{mean-repair: 40%, repairs: 60%, uptime: 100%}\n        categories: {speed: 30%, up: 70%}",
    "{mean-repair: 40%, repairs: 60%, uptime: 100%}\n        categories: ¶{speed: 30%, up: 60%}",
    "the categories from 2026-01-01 adds up to 90%",
  ],
  ["level-without-category", "up: [uptime]", "up: [repairs]", "'uptime' lies in no category"],
  ["level-twice", "up: [uptime]", "up: [uptime, ¶repairs]", "a category already"],
  [
    "level-twice",
    "{mean-repair: 50%, repairs: 50%,",
    "{mean-repair: 50%, ¶hall-uc/mean-repair: 0%, repairs: 50%,",
    "a weight in this set already",
  ],
  ["unknown-category", "category: speed", "category: ¶sped", "Did you mean 'speed'?"],
  ["unknown-level", "up: [uptime]", "up: [uptime, ¶uptim]", "Did you mean 'uptime'?"],
  [
    "changes-too-often",
    "changes: at most 1 per year",
    "changes: at most 0 per year",
    "change number 1 in one contract year",
  ],
  ["changes-too-often", "changes: at most 1 per year", "changes: at most 0 per quarter", "in one quarter; at most 0"],
  ["changes-too-many", "levels_at_once: 2", "levels_at_once: 1", "2 levels change at once"],
  [
    "at-risk-rises",
    "{mean-repair: 50%, repairs: 50%, uptime: 100%}",
    "{mean-repair: 60%, repairs: 50%, uptime: 100%}",
    "from 100% to 103% in all",
  ],
  ["notice-too-short", "notice_given: 2026-01-10", "notice_given: ¶2026-03-10", "90 days are agreed"],
  ["out-of-order", "from: 2026-05-01", "from: ¶2026-01-01", "does not come after"],
];

const bases: readonly Wound[] = [
  [
    "base-unclear",
    "tier-invoice: {entered: each month,",
    "tier-invoice: {entered: each month, amount: 3.00 GBP,",
    "'amount' and 'entered' both",
  ],
  [
    "base-unclear",
    "score-fee: {charges: [hall-run]}",
    "¶score-fee: {negative: kept}",
    "nothing says what this base is",
  ],
  [
    "unknown-word",
    "pool-fee: {charges: [hall-run], of: month of the miss}",
    "pool-fee: {charges: [hall-run], of: ¶month of the mis}",
    "Did you mean 'month of the miss'?",
  ],
  ["charges-missing", "{of: tier-fee, divided_by: 30}", "{of: ¶month before, divided_by: 30}", "no charges are named"],
  ["field-without-use", "{of: tier-fee, divided_by: 30}", "{of: tier-fee, ¶part: whole}", "one with charges"],
  ["count-too-small", "divided_by: 30", "divided_by: ¶0", "divided by 0"],
  ["circle", "{share: 12%, of: pool-fee}", "{share: 12%, of: pool-risk}", "made of itself"],
  [
    "base-unused",
    "      tier-sum: {",
    "      ¶tier-old: {amount: 3.00 GBP}\n      tier-sum: {",
    "nothing is taken of 'tier-old'",
  ],
  ["unknown-base", "sum: [tier-fee, tier-invoice]", "sum: [tier-fee, ¶tier-invoic]", "Did you mean 'tier-invoice'?"],
  ["unknown-base", "at_most: {share: 30%, of: tier-sum}", "at_most: {share: 30%, of: ¶weight}", "only 'gives'"],
  ["other-currency", "      - {of: EUR, from", "      - {of: USD, from", "it has no rate of EUR"],
  ["other-currency", "at_least: 10.00 GBP", "at_least: ¶10.00 EUR", "it has no rate of EUR"],
  ["rate-begins-late", "{of: EUR, from: 2026-01-01", "{of: EUR, from: ¶2026-02-01", "no rate of EUR"],
  ["count-too-small", "rate: 0.86", "rate: ¶0", "worth nothing"],
];

const rest: readonly Wound[] = [
  ["limit-unclear", "at_least: 10.00 GBP, below: raised", "below: raised", "'at_most' or 'at_least'"],
  ["limit-unclear", "{per: month, at_least", "{per: ¶quarter, at_least", "credit of a month"],
  ["limit-zero", "at_most: {share: 6%, of: pool-year}", "at_most: ¶{share: 0%, of: pool-year}", "more than zero"],
  [
    "field-without-use",
    "per: category, category: speed,",
    "per: category, category: speed, ¶excess: carried,",
    "it lapses",
  ],
  ["field-without-use", "{per: category, category: speed,", "{per: month, ¶category: speed,", "'per: category'"],
  [
    "points-unclear",
    "    points:\n      of: point-fee",
    "    ¶points:\n      money_each: 2.00 GBP\n      of: point-fee",
    "one of them",
  ],
  [
    "points-not-converted",
    "{level: uptime, verdict: at minimum, gives: {share: 40%, of: weight}}",
    "{level: uptime, verdict: at minimum, ¶gives: {points: 4}}",
    "what points become",
  ],
  ["repeat-unclear", "factors: [1, 1.5, 2]", "factors: [1, 1.5, 2], factor: 2", "one of them"],
  ["in-a-row-missing", "when: met, in_a_row: 6,", "when: met,", "'in_a_row' is needed"],
  ["never-reached", "when: met, in_a_row: 6,", "when: met, in_a_row: ¶12,", "the 12 months of this plan"],
  ["no-such-date", "not_in: [11, 12]", "not_in: [11, ¶13]", "no month 13"],
  ["field-without-use", "when: met, in_a_row: 6,", "when: average at expected, ¶in_a_row: 6,", "does not look at it"],
  ["base-missing", "share: 0.5%, of: pool-fee", "share: 0.5%", "of what the share is"],
  ["share-missing", "to: step of the gap, share: 20%", "to: step of the gap", "'share' is needed"],
  ["weights-sum", "{of: {uptime: 60%, repairs: 40%}}", "{of: ¶{uptime: 60%, repairs: 30%}}", "add up to 90%"],
  ["score-missing", "    score: {of: {uptime: 60%, repairs: 40%}}\n", "", "the plan has none"],
];

describe.each([
  ["weights and categories", weights],
  ["bases and money", bases],
  ["limits and what follows", rest],
])("%s", (_, wounds) => {
  test.each(wounds)("%s: %j → %j", (code, from, to, words) => {
    const { said, sentences, places, mark } = wounded(code, from, to);
    expect(sentences, said).toContain(words);
    if (mark !== null) expect(places, said).toContain(mark);
  });
});
