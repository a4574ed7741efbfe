import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAgreement } from "./load.ts";
import { writeProblem } from "./problem.ts";

const fixture = (name: string) => ({
  name,
  text: readFileSync(join(import.meta.dirname, "fixtures", name), "utf8"),
});
const [small, plans] = [fixture("small.yaml"), fixture("plans.yaml")];

test("plans in every form are read without a problem", () => {
  const { document, problems } = readAgreement([small, plans]);
  expect(problems.map(writeProblem)).toEqual([]);
  expect(Object.keys(document?.credit_plans ?? {})).toEqual(["pool", "tiers", "points", "scores"]);
});

/** Code, what is replaced, by what (`¶` marks the place), and words of the message. */
type Wound = readonly [code: string, from: string, to: string, words: string];

const amounts: readonly Wound[] = [
  ["gives-unclear", "gives: {points: 2}", "¶gives: {for_each: month}", "nothing says how much"],
  ["gives-unclear", "gives: {points: 2}", "¶gives: {points: 2, amount: 5.00 GBP}", "'amount' and 'points' both"],
  [
    "gives-unclear",
    "{from: 95.00%, share: 30%}",
    "{from: 95.00%, share: 30%, amount: 2.00 GBP}",
    "share and amount at once",
  ],
  ["gives-unclear", "{from: 95.00%, share: 30%}", "{from: 95.00%, name: middle}", "gives nothing"],
  ["gives-mixed", "{from: 95.00%, share: 30%}", "{from: 95.00%, points: 3}", "points stands beside share"],
  ["base-missing", "gives: {share: 40%, of: weight}", "¶gives: {share: 40%}", "or 'of: weight'"],
  ["field-without-use", "gives: {points: 2}", "gives: {points: 2, ¶of: point-fee}", "belongs to a share"],
  ["field-without-use", "gives: {points: 2}", "gives: {points: 2, ¶by: violations}", "picks rows or bands"],
  ["weights-missing", "gives: {points: 2}", "gives: {share: 2%, of: ¶weight}", "weight_rules.divide and weights"],
  ["factor-unclear", "{flag: still used, factor: 0.5}", "{flag: still used, by: users}", "one of these forms"],
  ["gives-unclear", "gives: {share: 100%, of: pool-fee}", "¶gives: {of: pool-fee}", "a share or an amount"],
  ["base-missing", "gives: {share: 100%, of: pool-fee}", "¶gives: {share: 100%}", "of what the share is"],
];

const rows: readonly Wound[] = [
  ["row-unclear", "{from: 95.00%, share: 30%}", "{share: 30%}", "not said when this row holds"],
  ["row-unclear", "{from: 95.00%, share: 30%}", "{from: 95.00%, upto: 98.00%, share: 30%}", "from and upto both"],
  ["rows-mixed", "{from: 95.00%, share: 30%}", "{¶upto: 95.00%, share: 30%}", "stand beside rows with 'from'"],
  ["row-twice", "{from: 95.00%, share: 30%}", "{from: 98.00%, share: 30%}", "a row for from 98% already"],
  ["row-twice", "{is: near, factor: 0.5}", "{is: full, factor: 0.5}", "a row for 'full' already"],
  ["rows-unsorted", "{others: yes, share: 0%}", "{from: 7, share: 3%}", "7 does not follow"],
  ["rows-gap", "            - {others: yes, share: 100%}\n", "", "no row holds below 95%"],
  ["rows-gap", "            - {others: yes, amount: 80.00 EUR}\n", "", "no row holds above 8h"],
  ["rows-gap", "{from: 0, share: 10%}", "{from: 10, share: 10%}", "no row holds below 10"],
  ["rows-not-monotonic", "{from: 95.00%, share: 30%}", "¶{from: 95.00%, share: 3%}", "less than the row for better"],
  ["rows-not-monotonic", "{upto: 8h, amount: 40.00 GBP}", "{upto: 8h, amount: 4.00 GBP}", "less than the row"],
  ["wrong-unit", "{from: 95.00%, share: 30%}", "{from: ¶95, share: 30%}", "which is a share such as 95%"],
  ["wrong-unit", "{upto: 8h, amount: 40.00 GBP}", "{upto: ¶8, amount: 40.00 GBP}", "which is a time such as 2h"],
  ["wrong-unit", "{from: 10, share: 5%}", "{from: ¶10%, share: 5%}", "which is a bare number"],
  ["wrong-unit", "step: 1%, partial", "step: ¶1h, partial", "'hall-uc/repairs', which is a share"],
  ["count-too-small", "step: 1%, partial", "step: ¶0%, partial", "nothing at all"],
  ["count-too-small", "size: 1h", "size: ¶0h", "nothing at all"],
  ["wrong-unit", "above: 98%", "above: ¶98", "which is a share"],
];

const awards: readonly Wound[] = [
  [
    "award-never-holds",
    "- {verdict: at minimum, gives: {points: 2}}",
    "- {gives: {points: 2}}",
    "for any level and the verdict 'missed'",
  ],
  [
    "award-never-holds",
    "      - level: mean-repair\n",
    "      - level: ¶uptime\n",
    "another award for 'hall-uc/uptime'",
  ],
  ["verdict-never-reached", "- {level: uptime, verdict: at", "- {¶level: mean-repair, verdict: at", "has no minimum"],
  [
    "level-of-other-agreement",
    "      - level: repairs\n",
    "      - level: ¶shop-sla/resolution\n",
    "is no level of 'hall-uc'",
  ],
  [
    "weight-without-award",
    "- {verdict: missed, gives: {share: 100%, of: weight}}",
    "- {level: repairs, gives: {share: 100%, of: weight}}",
    "'mean-repair' a share of its weight",
  ],
  ["fact-not-measured", "by: figure\n", "by: ¶outage minutes\n", "does not give 'outage minutes'"],
];

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
  ["what is given", amounts],
  ["rows", rows],
  ["awards", awards],
  ["weights and categories", weights],
  ["bases and money", bases],
  ["limits and what follows", rest],
])("%s", (_, wounds) => {
  test.each(wounds)("%s: %j → %j", (code, from, to, words) => {
    expect(plans.text.split(from).length, `'${from}' stands once`).toBe(2);
    const marked = plans.text.replace(from, () => to);
    const { problems } = readAgreement([small, { ...plans, text: marked.replace("¶", "") }]);
    const said = problems.map(writeProblem).join("\n");
    const found = problems.filter((one) => one.code === code);
    expect(found.map(({ message, way_out }) => `${message} ${way_out}`).join("\n"), said).toContain(words);
    const offset = marked.indexOf("¶");
    if (offset < 0) return;
    const before = marked.slice(0, offset).split("\n");
    const place = [before.length, (before.at(-1)?.length ?? 0) + 1];
    expect(
      found.map(({ line, column }) => [line, column]),
      said,
    ).toContainEqual(place);
  });
});
